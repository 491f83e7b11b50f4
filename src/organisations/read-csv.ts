import { CsvError, parse, type Info } from 'csv-parse/sync'
import type { ImportRow, Problem, RowError } from './import-row.js'

/** Which column of the file tells what; a column that is not named here is not read. */
export interface Columns {
  readonly code: string
  readonly name: string
  readonly street?: string
  readonly postalCode?: string
  readonly locality?: string
  readonly schoolForms?: string
}

export type ReadCsv =
  | { readonly kind: 'read'; readonly rows: readonly ImportRow[] }
  | { readonly kind: 'unreadable'; readonly errors: readonly RowError[] }

/**
 * Reads a file of organisations as text: nothing becomes a number, so zeros in front stay. UTF-8 with or without
 * a byte order mark; comma, semicolon or tab, whichever the heading has most of; empty lines are passed over.
 */
export function readOrganisationsCsv(bytes: Uint8Array, columns: Columns): ReadCsv {
  const text = decoded(bytes)
  if (text === undefined) return unreadable(1, { kind: 'not-utf-8' })
  const parsed = parsedFrom(text)
  if (!Array.isArray(parsed)) return { kind: 'unreadable', errors: [parsed] }
  const [heading, ...records] = parsed
  if (heading === undefined || records.length === 0) return unreadable(1, { kind: 'empty' })
  const names = heading.cells.map((cell) => cell.trim())
  const errors = [
    ...headingProblems(names, columns).map((problem) => ({ row: 1, problem })),
    ...records.filter(({ cells }) => cells.length !== names.length).map((record) => ragged(record, names.length)),
  ]
  if (errors.length > 0) return { kind: 'unreadable', errors }
  return { kind: 'read', rows: records.map((record) => rowOf(record, names, columns)) }
}

/** The names of the columns, or why the file cannot be read. */
export function headingOf(bytes: Uint8Array): readonly string[] | RowError {
  const text = decoded(bytes)
  if (text === undefined) return { row: 1, problem: { kind: 'not-utf-8' } }
  const parsed = parsedFrom(text)
  if (!Array.isArray(parsed)) return parsed
  const [heading, ...records] = parsed
  if (heading === undefined || records.length === 0) return { row: 1, problem: { kind: 'empty' } }
  return heading.cells.map((cell) => cell.trim())
}

interface RawRecord {
  readonly row: number
  readonly cells: readonly string[]
}

/** Undefined when it is not UTF-8, such as a file that a spreadsheet saved in Windows-1252 or UTF-16. */
const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const parsedFrom = (text: string): RawRecord[] | RowError => {
  try {
    const options = { delimiter: delimiterOf(text), info: true, relax_column_count: true, skip_empty_lines: true }
    const records: unknown = parse(text, options)
    return (records as { record: string[]; info: Info }[])
      .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
      .map(({ record, info }) => ({ row: info.lines - linesWithin(record), cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line: unknown = error['lines']
    return { row: typeof line === 'number' ? line : 1, problem: { kind: 'quotes' } }
  }
}

const delimiterOf = (text: string): string => {
  const heading = text.slice(0, text.search(/[\r\n]|$/))
  const count = (delimiter: string) => heading.split(delimiter).length
  return [',', ';', '\t'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best))
}

/** csv-parse counts the line where a record ends. */
const linesWithin = (record: readonly string[]) => record.join('').split(/\r\n|\r|\n/).length - 1

const headingProblems = (names: readonly string[], columns: Columns): readonly Problem[] =>
  Object.values(columns).flatMap((column: string): readonly Problem[] => {
    const found = names.filter((name) => name === column).length
    if (found === 0) return [{ kind: 'missing-column', column, columns: names }]
    return found > 1 ? [{ kind: 'doubled-column', column }] : []
  })

const ragged = ({ row, cells }: RawRecord, expected: number): RowError => ({
  row,
  problem: { kind: 'columns', expected, found: cells.length },
})

const rowOf = ({ row, cells }: RawRecord, names: readonly string[], columns: Columns): ImportRow => {
  const cell = (column: string) => cells[names.indexOf(column)] ?? ''
  const { code, name, ...optional } = columns
  const told = Object.fromEntries(
    Object.entries(optional).map(([field, column]: [string, string]) => [field, cell(column)]),
  )
  return { row, code: cell(code), name: cell(name), ...told }
}

const unreadable = (row: number, problem: Problem): ReadCsv => ({ kind: 'unreadable', errors: [{ row, problem }] })
