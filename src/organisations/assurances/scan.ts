/**
 * The signed form as it was read in (security.md R-78): what it is, is judged by its content and never by its name or by
 * what the sender says that it is.
 */
export interface Scan {
  readonly type: ScanType
  readonly bytes: Uint8Array
}

export type ScanType = 'application/pdf' | 'image/png' | 'image/jpeg'

export const scanBytesAtMost = 10 * 1024 * 1024

/** How the name of such a file ends. */
export const scanEndings = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
} as const satisfies Record<ScanType, string>

export type WhyNoScan =
  /** A telephone's own format for pictures, which no browser shows everywhere. */
  | 'heic'
  /** A scanner's format, which no browser shows. */
  | 'tiff'
  /** Anything else, and what is not whole. */
  | 'unknown'

export type ReadScan =
  | { readonly kind: 'scan'; readonly scan: Scan }
  | { readonly kind: 'none'; readonly why: WhyNoScan }

/**
 * Reads a PDF, PNG or JPEG that is whole. A PDF begins within its first kilobyte and ends at its last mark (ISO 32000-1,
 * H.3): mail programs and scanners put lines before and after. What stands outside is cut off, so that a file with HTML
 * in front of its PDF is kept as the PDF alone.
 */
export function readScan(bytes: Uint8Array): ReadScan {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const image = images.find(({ beginning }) => content.indexOf(beginning) === 0)
  if (image !== undefined) return image.end(content) ? scan(image.type, bytes) : { kind: 'none', why: 'unknown' }
  const pdf = pdfWithin(content)
  return pdf === undefined ? { kind: 'none', why: whyNot(content) } : scan('application/pdf', pdf)
}

const scan = (type: ScanType, bytes: Uint8Array): ReadScan => ({ kind: 'scan', scan: { type, bytes } })

/** Each of them has a mark near its end; a scanner that was stopped, or a beginning pasted on something else, has none. */
const endsWith = (mark: string) => (content: Buffer) => content.subarray(-2048).includes(mark, 0, 'latin1')

const images = [
  {
    type: 'image/png',
    beginning: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    end: endsWith('IEND'),
  },
  { type: 'image/jpeg', beginning: Buffer.from([0xff, 0xd8, 0xff]), end: endsWith('\u00ff\u00d9') },
] as const

const pdfBeginsWithin = 1024
const pdfBeginning = '%PDF-'
const pdfEnd = '%%EOF'

const pdfWithin = (content: Buffer): Uint8Array | undefined => {
  const from = content.subarray(0, pdfBeginsWithin).indexOf(pdfBeginning)
  const end = content.lastIndexOf(pdfEnd)
  if (from === -1 || end < from) return undefined
  // The line's own end is the file's last.
  const after = content.toString('latin1', end + pdfEnd.length, end + pdfEnd.length + 2)
  return content.subarray(from, end + pdfEnd.length + (/^(?:\r\n?|\n)/.exec(after)?.[0].length ?? 0))
}

const whyNot = (content: Buffer): WhyNoScan => {
  const start = content.toString('latin1', 0, 12)
  if (/^....ftyp(?:hei|hev|mif1|msf1|avif)/s.test(start)) return 'heic'
  return /^(?:II[*+]\0|MM\0[*+])/.test(start) ? 'tiff' : 'unknown'
}
