import writeWorkbook, { type Cell, type SheetData } from 'write-excel-file/node'
import type { Judged } from './judge.js'
import { nameOfColumn, whatIsWrong, type Words } from './messages.js'
import { dayFields, personFields, type TypedRow } from './typed-row.js'

/** The template as a spreadsheet: one sheet to fill in, and one that tells how. Every cell is text. */
export async function templateSheet(words: Words): Promise<Uint8Array> {
  const { bulk } = words.text.administration
  const columns = columnsOf(words)
  const people: SheetData = [
    columns.map((column) => heading(nameOfColumn(words, column))),
    ...emptyRows(columns.length),
  ]
  const { columnHelp, example } = bulk
  const help: SheetData = [
    [heading(columnHelp.heading), heading(columnHelp.words), heading(columnHelp.example)],
    ...columns.map((column) => {
      const known = helpOf(column)
      return [plain(nameOfColumn(words, column)), wrapped(columnHelp[known]), plain(example[known])]
    }),
  ]
  return await bytesOf([
    { data: people, sheet: bulk.sheetPeople, columns: widths(columns), stickyRowsCount: 1 },
    { data: help, sheet: bulk.sheetHelp, columns: [{ width: 34 }, { width: 80 }, { width: 30 }] },
  ])
}

/** The template as text, with the byte order mark by which Excel knows it, and its own separator. */
export function templateText(words: Words): string {
  const cells = columnsOf(words).map((column) => nameOfColumn(words, column))
  return `\uFEFF${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`
}

/** What was sent, with what is wrong beside it; the column of mistakes is passed over when it comes back. */
export async function sheetWithMistakes(
  words: Words,
  { typed, judged }: { readonly typed: readonly TypedRow[]; readonly judged: readonly Judged[] },
): Promise<Uint8Array> {
  const { bulk } = words.text.administration
  const columns = columnsOf(words)
  const rows = typed.map((row, place) => {
    const wrong = judged[place]
    const told =
      wrong?.kind === 'wrong' ? wrong.mistakes.map((mistake) => whatIsWrong(words, row.row, mistake)).join(' ') : ''
    return [...columns.map((column) => plain(cellOf(row, column))), wrapped(told)]
  })
  const data = [
    [...columns.map((column) => heading(nameOfColumn(words, column))), heading(bulk.columns.mistakes)],
    ...rows,
  ]
  return await bytesOf([
    { data, sheet: bulk.sheetPeople, columns: [...widths(columns), { width: 70 }], stickyRowsCount: 1 },
  ])
}

const columnsOf = ({ services }: Words): readonly string[] => [
  ...personFields,
  ...services.filter(({ isTheirs }) => isTheirs).map(({ code }) => code),
  ...dayFields,
]

const allFields = [...personFields, ...dayFields]
const helpOf = (column: string) => allFields.find((field) => field === column) ?? ('service' as const)

const cellOf = ({ fields, services }: TypedRow, column: string): string => {
  const field = allFields.find((candidate) => candidate === column)
  return field === undefined ? (services[column] ?? '') : fields[field]
}

const widths = (columns: readonly string[]) => columns.map((column) => ({ width: column === 'email' ? 32 : 20 }))

/** Made to hold text, so that a number keeps its zeros. */
const plain = (value: string): Cell => ({ value, type: String, format: '@' })
const wrapped = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: 'top' })
const heading = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', wrap: true })

const rowsReady = 300
const emptyRows = (columns: number): SheetData =>
  Array.from({ length: rowsReady }, () => Array.from({ length: columns }, () => plain('')))

const bytesOf = async (sheets: Parameters<typeof writeWorkbook>[0]): Promise<Uint8Array> =>
  await writeWorkbook(sheets as never).toBuffer()
