import { isBlank } from '../values/characters.js'
/** A file with a list, as it was read: text in rows and columns, without any judgement of its meaning. */
export interface Table {
  /** The headings, and then every row that is not empty. */
  readonly lines: readonly Line[]
  /** The sheet that was read, when others of the workbook hold something that is not read. */
  readonly sheet?: string
  readonly otherSheets?: readonly string[]
}

export interface Line {
  /** As the reader's own program numbers it: the headings stand on row 1. */
  readonly row: number
  /** Numbers as they are written out in full, days as `2026-12-01`; no cell is undefined, and the last is not empty. */
  readonly cells: readonly string[]
}

/** How much of a list is taken: a limit of its own for each kind of list. */
export interface TableLimits {
  /** Without the headings. */
  readonly rows: number
  readonly columns: number
}

export type ReadTable = { readonly kind: 'read'; readonly table: Table } | Unreadable

export interface Unreadable {
  readonly kind: 'unreadable'
  readonly why: WhyUnreadable
  readonly row?: number
  /** The heading above the cell, or its place from 1 when it has none. */
  readonly column?: string
}

export type WhyUnreadable =
  | 'empty'
  /** Neither text nor a spreadsheet: a picture, a document. */
  | 'no-list'
  /** HTML or XML, which some programs save under a spreadsheet's name. */
  | 'web-page'
  | 'pdf'
  /** Excel's format before 2007. */
  | 'old-workbook'
  /** Excel encrypts a workbook with a password into the container of the old format. */
  | 'locked-workbook'
  | 'open-document'
  | 'binary-workbook'
  | 'zip'
  /** Called a spreadsheet by its content, and yet it cannot be read. */
  | 'broken'
  /** Text in the bytes of a Macintosh, where å, ä and ö are others than in Windows. */
  | 'macintosh'
  | 'ms-dos'
  /** One of the two, and the letters do not decide which. */
  | 'macintosh-or-ms-dos'
  /** Å, ä and ö have been saved as other letters, or as the sign for a letter that is lost. */
  | 'garbled'
  | 'control-character'
  | 'quotes'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-long-cell'
  /** It would be too large when unpacked, whatever it says of itself. */
  | 'too-large'
  /** Others' files are being read. */
  | 'busy'

export const cellCharactersAtMost = 1_000

/** The rows that hold anything, without the empty cells at their ends, when there are no more than the limits allow. */
export function tableOf(all: readonly Line[], limits: TableLimits): ReadTable {
  const lines = all.flatMap(({ row, cells }) => {
    const filled = cells.slice(0, cells.findLastIndex((cell) => !isBlank(cell)) + 1)
    return filled.length === 0 ? [] : [{ row, cells: filled }]
  })
  if (lines.length === 0) return { kind: 'unreadable', why: 'empty' }
  if (lines.length > limits.rows + 1) return { kind: 'unreadable', why: 'too-many-rows' }
  const wide = lines.find(({ cells }) => cells.length > limits.columns)
  if (wide !== undefined) return { kind: 'unreadable', why: 'too-many-columns', row: wide.row }
  return firstUnreadableCell(lines) ?? { kind: 'read', table: { lines } }
}

const firstUnreadableCell = (lines: readonly Line[]): Unreadable | undefined => {
  for (const { row, cells } of lines) {
    for (const [place, cell] of cells.entries()) {
      const why = whyNotCell(cell)
      if (why !== undefined) return { kind: 'unreadable', why, row, column: headingAt(lines, place) }
    }
  }
  return undefined
}

const whyNotCell = (cell: string): WhyUnreadable | undefined => {
  if (cell.length > cellCharactersAtMost) return 'too-long-cell'
  return isGarbled.test(cell) ? 'garbled' : undefined
}

/** UTF-8 taken for Windows-1252 or Mac OS Roman and saved so, or the sign for a letter that is lost. */
const isGarbled = /Ã[\u0080-\u00BF…„–‰]|√[•§∂ÖñÑ©]|\uFFFD/

const headingAt = ([first]: readonly Line[], place: number): string => {
  const heading = first?.cells[place]?.replaceAll(/\s+/g, ' ').trim() ?? ''
  return heading === '' || heading.length > headingCharactersAtMost ? String(place + 1) : heading
}

const headingCharactersAtMost = 60
