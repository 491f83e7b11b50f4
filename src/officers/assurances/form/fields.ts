import type { PdfDocument } from '../../../pdf/pdf-document.js'

export interface Field {
  readonly label: string
  /** Of the line's width, in proportion to its neighbours. */
  readonly share: number
  readonly value?: string | undefined
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of each line, when it is more than a name needs. */
  readonly height?: number
}

/** Lines of boxes to write in, each with its label in the corner; tells where they end. */
export function fields(
  pdf: PdfDocument,
  { x, y, width, height = 12 }: Place,
  lines: readonly (readonly Field[])[],
): number {
  lines.forEach((line, place) => {
    const shares = line.reduce((sum, { share }) => sum + share, 0)
    let at = x
    for (const field of line) {
      const wide = (width * field.share) / shares
      box(pdf, { x: at, y: y + place * height, width: wide, height }, field)
      at += wide
    }
  })
  return y + lines.length * height
}

const box = (pdf: PdfDocument, place: Required<Place>, { label, value }: Field): void => {
  const { x, y, width } = { ...place, x: place.x + 1.5, width: place.width - 3 }
  pdf.box(place)
  pdf.write(label, { tag: 'P', x, y: y + 0.7, width, size: 7.5, ink: 'quiet', gap: 0 })
  if (value !== undefined && value !== '') {
    pdf.write(value, { tag: 'P', x, y: y + 4.8, width, size: sizeFor(pdf, value, width), gap: 0 })
  }
}

/** However long a name is, it stands on its one line. */
const sizeFor = (pdf: PdfDocument, value: string, width: number): number =>
  [11, 10, 9, 8, 7].find((size) => pdf.widthOf(value, { size }) <= width) ?? 6

/** Boxes to tick, a line each. */
export function ticks(pdf: PdfDocument, { x, y, width }: Place, labels: readonly string[]): number {
  return (
    labels.reduce((at, label) => {
      pdf.box({ x: x + 0.3, y: at + 0.7, width: 3.4, height: 3.4 })
      return pdf.write(label, { tag: 'P', x: x + 6, y: at, width: width - 6, size: 10 }) + 0.6
    }, y) + 0.6
  )
}
