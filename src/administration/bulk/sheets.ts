import { writeWorkbook, type ColumnToWrite } from '../../tables/write-workbook.js'
import { mapInTurns } from '../../context/turns.js'
import type { Validated } from './validate.js'
import { nameOfColumn, whatIsWrong, type Words } from './add-people.messages.js'
import { dayFields, personFields, type TypedRow } from './typed-row.js'

/** The template as a spreadsheet: one sheet to fill in, and one that tells how. Every cell is text. */
export async function templateSheet(words: Words): Promise<Uint8Array> {
  const { bulk } = words.text.administration
  const columns = columnsOf(words)
  const { columnHelp, example } = bulk
  return await writeWorkbook([
    {
      name: bulk.sheetPeople,
      headings: columns.map((column) => nameOfColumn(words, column)),
      rows: emptyRows(columns.length),
      columns: filledIn(columns),
      isLong: true,
    },
    {
      name: bulk.sheetHelp,
      headings: [columnHelp.heading, columnHelp.words, columnHelp.example],
      rows: columns.map((column) => {
        const known = helpOf(column)
        return [nameOfColumn(words, column), columnHelp[known], example[known]]
      }),
      columns: [
        { width: 34, kind: 'filled-in' },
        { width: 80, kind: 'wrapped' },
        { width: 30, kind: 'filled-in' },
      ],
      isLong: false,
    },
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
  { typed, validated }: { readonly typed: readonly TypedRow[]; readonly validated: readonly Validated[] },
): Promise<Uint8Array> {
  const { bulk } = words.text.administration
  const columns = columnsOf(words)
  const wrongIn = new Map(validated.map((row) => [row.row, row]))
  const rows = await mapInTurns(typed, (row) => {
    const wrong = wrongIn.get(row.row)
    const mistakes = wrong?.kind === 'wrong' ? wrong.mistakes : []
    const sentences = mistakes.map((mistake) => whatIsWrong(words, row.row, mistake))
    return [...columns.map((column) => cellOf(row, column)), sentences.join(' ')]
  })
  return await writeWorkbook([
    {
      name: bulk.sheetPeople,
      headings: [...columns.map((column) => nameOfColumn(words, column)), bulk.columns.mistakes],
      rows,
      columns: [...filledIn(columns), { width: 70, kind: 'wrapped' }],
      isLong: true,
    },
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

const filledIn = (columns: readonly string[]): readonly ColumnToWrite[] =>
  columns.map((column) => ({ width: column === 'email' ? 32 : 20, kind: 'filled-in' }))

const rowsReady = 300
const emptyRows = (columns: number): readonly (readonly string[])[] =>
  Array.from({ length: rowsReady }, () => Array.from({ length: columns }, () => ''))
