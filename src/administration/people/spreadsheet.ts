import { writeWorkbook } from '../../tables/write-workbook.js'

/** The same cells as a workbook of one sheet: all of them text, the headings above what is scrolled. */
export async function asSpreadsheet(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const columns = headings.map(() => ({ kind: 'shown' as const }))
  return await writeWorkbook([{ name, headings, rows, columns, isLong: true }])
}
