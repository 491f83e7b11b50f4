import type { Language, Text } from '../text/text.js'
import type { Table, TableLimits, Unreadable, WhyUnreadable } from './table.js'
import { cellCharactersAtMost } from './table.js'

/** Why a file could not be read, what happened to it, and how to save it right. */
export function whyUnreadable(
  { text, language }: { readonly text: Text; readonly language: Language },
  { why, row = 1, column = '' }: Unreadable,
  limits: TableLimits,
): string {
  const words = text.tables
  const written = (count: number) => new Intl.NumberFormat(language).format(count)
  const sentences = {
    ...words.unreadable,
    quotes: words.quotes(String(row)),
    garbled: words.garbled(String(row), column),
    'control-character': words.controlCharacter(String(row)),
    'too-long-cell': words.tooLongCell(String(row), column, written(cellCharactersAtMost)),
    'too-many-rows': words.tooManyRows(written(limits.rows)),
    'too-many-columns': words.tooManyColumns(written(limits.columns)),
  } satisfies Readonly<Record<WhyUnreadable, string>>
  return sentences[why]
}

/** Which sheet was read and which were not, when a workbook has several that hold something. */
export function whichSheets({ tables }: Text, { sheet = '', otherSheets = [] }: Sheets): string | undefined {
  return otherSheets.length === 0 ? undefined : tables.otherSheets(sheet, otherSheets.join(', '))
}

export type Sheets = Pick<Table, 'sheet' | 'otherSheets'>
