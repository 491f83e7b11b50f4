import writeExcelFile from 'write-excel-file/node'
import { safeCell } from '../../text/cells.js'

const widest = 45

/** The same cells as a workbook of one sheet: all of them text, the headings above what is scrolled. */
export async function asSpreadsheet(sheet: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cells = rows.map((row) => row.map(safeCell))
  const [headings = [], ...body] = cells
  const columns = headings.map((heading, place) => ({
    width: Math.min(widest, 2 + body.reduce((width, row) => Math.max(width, row[place]?.length ?? 0), heading.length)),
  }))
  const data = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...body.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  ]
  return await writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer()
}
