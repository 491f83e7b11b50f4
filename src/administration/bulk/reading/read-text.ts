import { CsvError, parse } from 'csv-parse/sync'
import { tableOf, type ReadFile } from './table.js'

/**
 * Reads a list as text: nothing becomes a number, so zeros in front stay. What programs write: UTF-8 with or without a
 * byte order mark, Excel's “Unicode text” in UTF-16, and the Windows-1252 of an older “CSV”; comma, semicolon or tab,
 * whichever the heading has most of.
 */
export function readText(bytes: Uint8Array): ReadFile {
  const text = decoded(bytes)
  if (text === undefined || /^\s*</.test(text)) return { kind: 'unreadable', why: 'no-list' }
  const [first, rest] = splitFirstLine(text)
  // Excel's own way of telling itself which separator a file has.
  const told = /^sep=(.)$/i.exec(first)?.[1]
  const records = parsed(told === undefined ? text : rest, told ?? delimiterOf(first))
  if (!Array.isArray(records)) return { kind: 'unreadable', why: 'quotes', row: records.row }
  const rowOfFirst = told === undefined ? 1 : 2
  return tableOf(records.map((cells, place) => ({ row: place + rowOfFirst, cells })))
}

const decoded = (bytes: Uint8Array): string | undefined => {
  const text = inUnicode(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
  return isBinary.test(text) ? undefined : text
}

/** Undefined when the bytes are no Unicode. */
const inUnicode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** No list has characters that steer a machine, and none is written in those that Windows-1252 leaves unused. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const isBinary = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0081\u008D\u008F\u0090\u009D]/

const splitFirstLine = (text: string): readonly [string, string] => {
  const end = text.search(/[\r\n]|$/)
  return [text.slice(0, end), text.slice(end).replace(/^\r?\n|^\r/, '')]
}

const delimiterOf = (heading: string): string => {
  const count = (delimiter: string) => heading.split(delimiter).length
  return [',', ';', '\t'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best))
}

/** Empty lines are records too, so that a row has the number that the reader's own program gives it. */
const parsed = (text: string, delimiter: string): string[][] | { readonly row: number } => {
  try {
    const records: unknown = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false })
    return records as string[][]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line: unknown = error['lines']
    return { row: typeof line === 'number' ? line : 1 }
  }
}
