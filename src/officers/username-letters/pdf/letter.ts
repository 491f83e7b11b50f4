import { agency } from '../../../../config/agency.js'
import { sheet, type PdfDocument } from '../../../pdf/pdf-document.js'
import { textIn } from '../../../text/text.js'
import { referenceOf, type PrintedLetter } from '../../../username-letters/username-letter.js'
import { alwaysSeen, everSeen } from './window.js'

export interface LetterFrom {
  /** Where the reader chooses a password. */
  readonly kiosk: string
  /** As it is written on a letter. */
  readonly day: string
}

const left = 22
const width = sheet.width - 2 * left
/** From one line to the next, in millimetres, at a size in points. */
const lineHeightAt = (size: number) => size * 0.445

/** One letter on a sheet of its own, in the language of who gets it; the address lies in the window of the envelope. */
export function writeLetter(pdf: PdfDocument, letter: PrintedLetter, from: LetterFrom): void {
  pdf.newSheet()
  pdf.within(
    'Sect',
    () => {
      head(pdf, letter, from)
      address(pdf, letter.address)
      body(pdf, letter, from)
    },
    letter.language,
  )
  // Where it is folded, for who does it by hand.
  pdf.line({ x: 0, y: sheet.height / 2, width: 5, ink: 'faint' })
}

/** Beside the window, where nothing is seen through it. */
const head = (pdf: PdfDocument, { language }: PrintedLetter, { day }: LetterFrom): void => {
  const narrow = everSeen.left - left - 2
  const style = { tag: 'P', x: left, width: narrow, gap: 0 } as const
  pdf.shade({ x: left, y: 14, width: 10, height: 1.2, ink: 'brand' })
  let y = pdf.write(agency.name[language], { ...style, y: 16.5, size: 11.5, weight: 'bold', ink: 'brand' })
  for (const line of agency.address) y = pdf.write(line, { ...style, y, size: 9.5, ink: 'quiet' })
  pdf.write(day, { ...style, y: y + 3, size: 9.5 })
}

const address = (pdf: PdfDocument, lines: readonly string[]): void => {
  const place = { x: alwaysSeen.left + 2, width: alwaysSeen.right - alwaysSeen.left - 3 }
  const height = alwaysSeen.bottom - alwaysSeen.top
  const { size, broken } = fitted(pdf, lines, { width: place.width, height })
  const lineHeight = lineHeightAt(size)
  const top = alwaysSeen.top + (height - broken.length * lineHeight) / 2
  broken.forEach((line, at) => pdf.write(line, { tag: 'P', ...place, y: top + at * lineHeight, size, gap: 0 }))
}

/**
 * What is too long for the window goes on at the next line; of too many lines the letters are smaller. The post reads
 * ten to twelve points best, without an empty line between.
 */
const fitted = (
  pdf: PdfDocument,
  lines: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
) => {
  for (const size of [11, 10, 9, 8, 7]) {
    const fits = (part: string) => pdf.widthOf(part, { size }) <= width
    const broken = lines.flatMap((line) => brokenAt(line, fits))
    if (broken.length * lineHeightAt(size) <= height && broken.every(fits)) return { size, broken }
  }
  return { size: 6, broken: lines.slice(0, Math.floor(height / lineHeightAt(6))) }
}

const brokenAt = (line: string, fits: (part: string) => boolean): readonly string[] => {
  const parts: string[] = []
  let last = ''
  for (const word of line.split(' ')) {
    const longer = `${last} ${word}`.trim()
    const goesOn = last === '' || fits(longer)
    if (!goesOn) parts.push(last)
    last = goesOn ? longer : word
  }
  return [...parts, last]
}

const body = (pdf: PdfDocument, letter: PrintedLetter, { kiosk }: LetterFrom): void => {
  const { usernameLetter: words } = textIn(letter.language)
  const { name, organisation, username, hasPassword } = letter
  const style = { x: left, width, size: 11, gap: 2 } as const
  const paragraph = (text: string, y: number): number => pdf.write(text, { tag: 'P', ...style, y }) + 2.6
  let y = pdf.write(words.title, {
    tag: 'H1',
    x: left,
    y: everSeen.bottom + 15,
    width,
    size: 20,
    weight: 'bold',
    ink: 'brand',
  })
  y = paragraph(name === undefined ? words.greetingWithoutName : words.greeting(name), y + 2)
  y = paragraph(organisation === undefined ? words.forNobody : words.forOrganisation(organisation), y)
  y = usernameBox(pdf, { label: words.username, username, y: y + 1 })
  if (!hasPassword) y = paragraph(words.mail, y)
  y = pdf.write(hasPassword ? words.hasPassword : words.kiosk, { tag: 'P', ...style, y })
  y = pdf.write(kiosk, { tag: 'P', ...style, y, weight: 'bold' }) + 2.6
  if (!hasPassword) y = paragraph(words.choose, y)
  y = paragraph(words.personal, y)
  paragraph(words.questions, y)
  const foot = { tag: 'P', x: left, y: 282, width, size: 8.5, ink: 'quiet' } as const
  pdf.write(words.reference(referenceOf(letter.id)), foot)
}

const usernameBox = (
  pdf: PdfDocument,
  { label, username, y }: { readonly label: string; readonly username: string; readonly y: number },
): number => {
  const height = 19
  pdf.box({ x: left, y, width, height })
  pdf.shade({ x: left, y, width: 1.4, height, ink: 'brand' })
  const inside = { tag: 'P', x: left + 6, width: width - 10, gap: 0 } as const
  const under = pdf.write(label, { ...inside, y: y + 2.6, size: 10, ink: 'quiet' })
  pdf.write(username, { ...inside, y: under, size: 18, weight: 'bold' })
  return y + height + 5
}
