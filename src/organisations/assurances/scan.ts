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

const beginnings: readonly (readonly [ScanType, readonly number[]])[] = [
  // %PDF-
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

/** Undefined for anything that is not a whole PDF, PNG or JPEG from its first byte on. */
export function scanFrom(bytes: Uint8Array): Scan | undefined {
  const known = beginnings.find(([, beginning]) => beginning.every((byte, place) => bytes[place] === byte))
  return known && isWhole(known[0], bytes) ? { type: known[0], bytes } : undefined
}

/** Each of them says where it ends; a scanner that was stopped, or a beginning pasted on something else, does not. */
const isWhole = (type: ScanType, bytes: Uint8Array): boolean => {
  const end = Buffer.from(bytes.subarray(-2048)).toString('latin1')
  const marks = { 'application/pdf': '%%EOF', 'image/png': 'IEND', 'image/jpeg': '\u00ff\u00d9' }
  return end.includes(marks[type])
}
