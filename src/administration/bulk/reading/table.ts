/** A file of people as it was read: text in rows and columns, and nothing about what it means. */
export interface Table {
  /** The headings, and then every row that is not empty. */
  readonly lines: readonly Line[]
}

export interface Line {
  /** As the reader's own program numbers it: the headings stand on row 1. */
  readonly row: number
  /** Numbers as they are written out in full, days as `2026-12-01`; no cell is undefined. */
  readonly cells: readonly string[]
}

export type ReadFile =
  | { readonly kind: 'read'; readonly table: Table }
  | { readonly kind: 'unreadable'; readonly why: WhyUnreadable; readonly row?: number }

export type WhyUnreadable =
  | 'empty'
  /** Neither text nor a spreadsheet: a picture, a web page, a document. */
  | 'no-list'
  /** What Excel wrote before 2007, and what it writes when it locks a file with a password. */
  | 'old-or-locked'
  /** Called a spreadsheet by its content, and yet it cannot be read. */
  | 'broken'
  | 'quotes'
  | 'too-many-rows'
  | 'too-many-columns'
  /** It would be too large when unpacked, whatever it says of itself. */
  | 'too-large'
  /** Others' files are being read. */
  | 'busy'

export const rowsAtMost = 2_000
export const columnsAtMost = 40

/** The rows that hold anything, when there are no more than we take. */
export function tableOf(all: readonly Line[]): ReadFile {
  const lines = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (lines.length === 0) return { kind: 'unreadable', why: 'empty' }
  if (lines.length > rowsAtMost + 1) return { kind: 'unreadable', why: 'too-many-rows' }
  const isWide = lines.some(({ cells }) => cells.slice(columnsAtMost).some((cell) => cell.trim() !== ''))
  return isWide ? { kind: 'unreadable', why: 'too-many-columns' } : { kind: 'read', table: { lines } }
}
