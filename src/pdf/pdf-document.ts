import Drawing from 'pdfkit'
import { fontOf, type Weight } from './fonts.js'

/**
 * A paper: sheets of A4 as tagged PDF, so that a screen reader reads it in the order that it was written, with its
 * headings, lists and tables (PDF/UA-1, ISO 14289). Lengths are millimetres from the upper left corner of the sheet,
 * sizes of letters are points. What is only for the eye (lines, boxes) is drawn as an artifact, and is not read.
 */
export interface PdfHead {
  readonly title: string
  readonly language: Language
  readonly author: string
}

export type Tag = 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'LBody'
export type Group = 'Sect' | 'L' | 'LI' | 'Table' | 'TR'

export interface Style {
  readonly width: number
  readonly size?: number
  readonly weight?: Weight
  readonly ink?: Ink
  /** Points between lines, besides the letters' own. */
  readonly gap?: number
}

export interface Written extends Style {
  readonly tag: Tag
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Language = 'sv' | 'en'

/** What nobody sees, such as the non-joiner in a Persian name, is no box on paper. */
const inked = (words: string) => words.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')

const inks = { text: '#15262b', quiet: '#4b5e64', brand: '#0d3b47', line: '#6d7f85', faint: '#c3d2d6' } as const
export type Ink = keyof typeof inks

const codes = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>

/** A4. */
export const sheet = { width: 210, height: 297 } as const

const points = (millimetres: number) => (millimetres * 72) / 25.4
const millimetres = (inPoints: number) => (inPoints * 25.4) / 72

const accessible: PDFKit.PDFDocumentOptions = {
  size: 'A4',
  margin: 0,
  autoFirstPage: false,
  pdfVersion: '1.7',
  tagged: true,
  displayTitle: true,
}
/** Apart, since the types of the library know the subsets of PDF/A only. */
const universal: { readonly subset: string } = { subset: 'PDF/UA' }

/** Opened, written on from top to bottom, and closed once. */
export class PdfDocument {
  readonly #document: PDFKit.PDFDocument
  readonly #within: PDFKit.PDFStructureElement[] = []
  readonly #bytes: Promise<Buffer>

  constructor({ title, language, author }: PdfHead) {
    const lang = codes[language]
    const info = { Title: title, Author: author, Creator: 'Portvakt' }
    this.#document = new Drawing(Object.assign({ ...accessible, lang, info }, universal))
    for (const weight of ['regular', 'bold'] as const) this.#document.registerFont(weight, fontOf(weight))
    this.#bytes = collected(this.#document)
    const whole = this.#document.struct('Document')
    this.#document.addStructure(whole)
    this.#within.push(whole)
  }

  /** What is written from here on stands on a sheet of its own. */
  newSheet(): void {
    this.#document.addPage()
  }

  /** Writes, and tells where the next may begin. */
  write(words: string, { tag, x, y, ...style }: Written): number {
    this.#add(
      this.#document.struct(tag, {}, () => {
        this.#inStyle(style).text(inked(words), points(x), points(y), optionsOf(style))
      }),
    )
    return millimetres(this.#document.y)
  }

  /** Only for the eye: a page number, a mark at the fold. A screen reader passes it by. */
  writeUnread(words: string, { x, y, ...style }: Omit<Written, 'tag'>): void {
    this.#unread(() => this.#inStyle(style).text(inked(words), points(x), points(y), optionsOf(style)))
  }

  heightOf(words: string, style: Style): number {
    return millimetres(this.#inStyle(style).heightOfString(inked(words), optionsOf(style)))
  }

  widthOf(words: string, style: Omit<Style, 'width'>): number {
    return millimetres(this.#inStyle({ ...style, width: sheet.width }).widthOfString(inked(words)))
  }

  /** What is written meanwhile belongs together, in one part of the text; in another language, if that is said. */
  within<T>(group: Group, write: () => T, language?: Language): T {
    const element = this.#document.struct(group, language === undefined ? {} : { lang: codes[language] })
    this.#within.at(-1)?.add(element)
    this.#within.push(element)
    const written = write()
    this.#within.pop()
    element.end()
    return written
  }

  line({ x, y, width, ink = 'line' }: Omit<Box, 'height'> & { readonly ink?: Ink }): void {
    this.#unread(() =>
      this.#document
        .moveTo(points(x), points(y))
        .lineTo(points(x + width), points(y))
        .lineWidth(0.6)
        .stroke(inks[ink]),
    )
  }

  box({ x, y, width, height }: Box): void {
    this.#unread(() =>
      this.#document.rect(points(x), points(y), points(width), points(height)).lineWidth(0.6).stroke(inks.line),
    )
  }

  shade({ x, y, width, height, ink }: Box & { readonly ink: Ink }): void {
    this.#unread(() => this.#document.rect(points(x), points(y), points(width), points(height)).fill(inks[ink]))
  }

  async close(): Promise<Buffer> {
    this.#document.end()
    return await this.#bytes
  }

  #add(element: PDFKit.PDFStructureElement): void {
    this.#within.at(-1)?.add(element)
    element.end()
  }

  #unread(draw: () => unknown): void {
    this.#document.markContent('Artifact', { type: 'Layout' })
    draw()
    this.#document.endMarkedContent()
  }

  #inStyle({ weight = 'regular', size = 10.5, ink = 'text' }: Style): PDFKit.PDFDocument {
    return this.#document.font(weight).fontSize(size).fillColor(inks[ink])
  }
}

const optionsOf = ({ width, gap = 1 }: Style) => ({ width: points(width), lineGap: gap })

const collected = async (document: PDFKit.PDFDocument): Promise<Buffer> =>
  await new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => void chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
