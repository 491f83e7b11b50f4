import { CsvError, parse } from 'csv-parse/sync'
import { decodeText } from './encodings.js'
import { tableOf, type ReadTable, type TableLimits } from './table.js'

/**
 * Reads a list as text: a number stays the text that it is, so zeros in front stay. Comma, semicolon or tab, whichever
 * the heading has most of outside quotation marks, unless `sep=` names another; any line end, also mixed ones.
 */
export function readText(bytes: Uint8Array, limits: TableLimits): ReadTable {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'unreadable') return decoded
  const { text } = decoded
  if (/^\s*</.test(text)) return { kind: 'unreadable', why: 'web-page' }
  if (cellsAtMostIn(text) > cellsAtMost) return { kind: 'unreadable', why: 'too-many-columns' }
  const [first, rest] = splitFirstLine(text)
  // Excel's own mark for the separator of a file.
  const named = /^"?sep=(.)"?\1*$/i.exec(first)?.[1]
  const records = parsed(named === undefined ? text : rest, named ?? delimiterOf(text))
  const rowOfFirst = named === undefined ? 1 : 2
  if (records.kind === 'quotes') return { kind: 'unreadable', why: 'quotes', row: records.record + rowOfFirst }
  return tableOf(
    records.cells.map((cells, place) => ({ row: place + rowOfFirst, cells })),
    limits,
  )
}

/** Far more than any list that is taken, and few enough to be read in a moment. */
const cellsAtMost = 400_000

const cellsAtMostIn = (text: string): number => {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at)
    if (code === 0x2c || code === 0x3b || code === 0x09 || code === 0x0a || code === 0x0d) count += 1
  }
  return count
}

const splitFirstLine = (text: string): readonly [string, string] => {
  const end = text.search(/[\r\n]|$/)
  return [text.slice(0, end), text.slice(end).replace(/^\r?\n|^\r/, '')]
}

const delimiterOf = (text: string): string => {
  const [heading] = splitFirstLine(text.trimStart())
  const outsideQuotes = heading.replaceAll(/"[^"]*"?/g, '')
  const count = (delimiter: string) => outsideQuotes.split(delimiter).length
  // As many of each: in Sweden a comma stands within texts and numbers.
  return [';', '\t', ','].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best))
}

type Parsed =
  | { readonly kind: 'records'; readonly cells: readonly string[][] }
  /** Counted from nought: the record where the marks stop matching. */
  | { readonly kind: 'quotes'; readonly record: number }

/** Empty lines are records too, so that a row has the number that the reader's own program gives it. */
const parsed = (text: string, delimiter: string): Parsed => {
  const cells: string[][] = []
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (record: string[]) => {
        cells.push(record)
        return null
      },
    })
    return { kind: 'records', cells }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { kind: 'quotes', record: cells.length }
  }
}
