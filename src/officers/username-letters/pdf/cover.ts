import { sheet, type PdfDocument } from '../../../pdf/pdf-document.js'
import type { Text } from '../../../text/text.js'
import { referenceOf, type PrintedLetter } from '../../../username-letters/username-letter.js'

export interface Cover {
  readonly letters: readonly PrintedLetter[]
  readonly text: Text
  readonly day: string
}

const left = 20
const width = sheet.width - 2 * left
/** Where each column begins, and how wide it is. */
const columns = [
  { x: left, width: 10 },
  { x: left + 12, width: 66 },
  { x: left + 80, width: 66 },
  { x: left + 148, width: 22 },
] as const
const rowHeight = 6.4
const lastRow = 272

/**
 * The list that covers a batch: how many, to whom, for which organisation. Of a protected identity no more than that
 * there is one, and which sheet it is.
 */
export function writeCover(pdf: PdfDocument, cover: Cover): void {
  let rows = cover.letters.map((letter, place) => rowOf(cover, letter, place))
  let y = firstSheet(pdf, cover)
  do {
    const fits = Math.floor((lastRow - y) / rowHeight) - 1
    table(pdf, { text: cover.text, rows: rows.slice(0, fits), y })
    rows = rows.slice(fits)
    if (rows.length > 0) {
      pdf.newSheet()
      y = 20
    }
  } while (rows.length > 0)
}

type Row = readonly [number: string, recipient: string, organisation: string, reference: string]

const rowOf = ({ text }: Cover, { id, name, organisation }: PrintedLetter, place: number): Row => [
  String(place + 1),
  name ?? text.officers.letters.cover.protectedRecipient,
  organisation ?? text.officers.letters.byAgency,
  referenceOf(id),
]

const firstSheet = (pdf: PdfDocument, { letters, text, day }: Cover): number => {
  const { cover: words } = text.officers.letters
  pdf.newSheet()
  pdf.shade({ x: left, y: 14, width: 10, height: 1.2, ink: 'brand' })
  pdf.write(text.agency.name, { tag: 'P', x: left, y: 16.5, width, size: 10, weight: 'bold', ink: 'brand' })
  let y = pdf.write(words.title, { tag: 'H1', x: left, y: 25, width, size: 20, weight: 'bold', ink: 'brand' })
  y = pdf.write(words.count(letters.length, day), { tag: 'P', x: left, y, width, size: 12, weight: 'bold' })
  return pdf.write(words.what, { tag: 'P', x: left, y: y + 1, width, size: 10 }) + 5
}

const table = (
  pdf: PdfDocument,
  { text, rows, y }: { readonly text: Text; readonly rows: readonly Row[]; readonly y: number },
): void => {
  const { cover: words, organisation, recipient } = text.officers.letters
  pdf.within('Table', () => {
    row(pdf, { cells: [words.number, recipient, organisation, words.reference], tag: 'TH', y })
    rows.forEach((cells, place) => row(pdf, { cells, tag: 'TD', y: y + (place + 1) * rowHeight }))
  })
}

const row = (
  pdf: PdfDocument,
  { cells, tag, y }: { readonly cells: Row; readonly tag: 'TH' | 'TD'; readonly y: number },
): void => {
  const weight = tag === 'TH' ? 'bold' : 'regular'
  pdf.within('TR', () =>
    cells.forEach((cell, place) => {
      const column = columns[place]
      if (column !== undefined)
        pdf.write(shortened(pdf, cell, column.width), { tag, ...column, y, size: 9.5, weight, gap: 0 })
    }),
  )
  pdf.line({ x: left, y: y + rowHeight - 1.2, width, ink: tag === 'TH' ? 'line' : 'faint' })
}

/** A row is a line; what does not fit ends in an ellipsis. */
const shortened = (pdf: PdfDocument, words: string, width: number): string => {
  const fits = (written: string) => pdf.widthOf(written, { size: 9.5, weight: 'bold' }) <= width
  if (fits(words)) return words
  let length = words.length
  while (length > 0 && !fits(`${words.slice(0, length)}…`)) length -= 1
  return `${words.slice(0, length).trimEnd()}…`
}
