import { parentPort, workerData } from 'node:worker_threads'
import writeSheets, { type Cell, type SheetData } from 'write-excel-file/node'
import { safeCell } from '../text/cells.js'
import type { ColumnToWrite, SheetToWrite } from './write-workbook.js'

const sheets = workerData as readonly SheetToWrite[]

const widest = 45

const cellOf = (value: string, { kind }: ColumnToWrite): Cell => {
  if (kind === 'wrapped') return { value, type: String, wrap: true, alignVertical: 'top' }
  if (kind === 'filled-in') return { value, type: String, format: '@' }
  const safe = safeCell(value)
  return safe === '' ? null : { value: safe, type: String }
}

const headingOf = (value: string, { kind }: ColumnToWrite): Cell => ({
  value,
  type: String,
  fontWeight: 'bold',
  ...(kind !== 'shown' && { wrap: true }),
})

const shown: ColumnToWrite = { kind: 'shown' }

const dataOf = ({ headings, rows, columns }: SheetToWrite): SheetData => [
  headings.map((heading, place) => headingOf(heading, columns[place] ?? shown)),
  ...rows.map((row) => row.map((cell, place) => cellOf(cell, columns[place] ?? shown))),
]

const widthOf = ({ headings, rows }: SheetToWrite, place: number): number => {
  const longest = rows.reduce((width, row) => Math.max(width, row[place]?.length ?? 0), headings[place]?.length ?? 0)
  return Math.min(widest, 2 + longest)
}

const written = (sheet: SheetToWrite) => ({
  data: dataOf(sheet),
  sheet: sheet.name,
  columns: sheet.columns.map(({ width }, place) => ({ width: width ?? widthOf(sheet, place) })),
  stickyRowsCount: sheet.isLong ? 1 : 0,
})

const bytes = await writeSheets(sheets.map(written)).toBuffer()

parentPort?.postMessage(Uint8Array.from(bytes)) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread's port has no origin
