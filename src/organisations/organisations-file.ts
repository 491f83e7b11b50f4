import { isBlank } from '../values/characters.js'
import { spelledPlainly } from '../values/line.js'
import type { Line, Table, TableLimits } from '../tables/table.js'
import type { ImportRow, Problem, RowError } from './import-row.js'

/** Which column of the file holds what, by its heading; a column that is not named here is not read. */
export interface Columns {
  readonly code: string
  readonly name: string
  readonly street?: string
  readonly postalCode?: string
  readonly locality?: string
  readonly schoolForms?: string
}

export type ReadOrganisations =
  | { readonly kind: 'read'; readonly rows: readonly ImportRow[] }
  | { readonly kind: 'unreadable'; readonly errors: readonly RowError[] }

/** Several times the schools of the country, and the columns of a published register. */
export const organisationLimits: TableLimits = { rows: 20_000, columns: 100 }

/** Without what cannot be seen in a heading. */
export function headingsOf({ lines: [heading] }: Table): readonly string[] {
  return (heading?.cells ?? []).map(spelledPlainly)
}

/** Reads the organisations of a list by its headings. Cells that a row leaves out at its end are empty. */
export function organisationsIn(table: Table, columns: Columns): ReadOrganisations {
  const headings = headingsOf(table)
  const records = table.lines.slice(1)
  if (records.length === 0) return unreadable(1, { kind: 'empty' })
  const errors = [
    ...headingProblems(headings, columns).map((problem) => ({ row: table.lines[0]?.row ?? 1, problem })),
    ...records.flatMap((record) => outsideProblem(record, headings)),
  ]
  if (errors.length > 0) return { kind: 'unreadable', errors }
  return { kind: 'read', rows: records.map((record) => rowOf(record, headings, columns)) }
}

const headingProblems = (headings: readonly string[], columns: Columns): readonly Problem[] =>
  Object.values(columns).flatMap((column: string): readonly Problem[] => {
    const found = headings.filter((heading) => heading === column).length
    if (found === 0) return [{ kind: 'missing-column', column, columns: headings }]
    return found > 1 ? [{ kind: 'doubled-column', column }] : []
  })

/** A cell to the right of the last heading: most likely a separator within a name, which moves all that follows. */
const outsideProblem = ({ row, cells }: Line, headings: readonly string[]): readonly RowError[] => {
  const place = cells.findIndex((cell, at) => at >= headings.length && !isBlank(cell))
  return place === -1 ? [] : [{ row, problem: { kind: 'outside', column: place + 1, columns: headings.length } }]
}

const rowOf = ({ row, cells }: Line, headings: readonly string[], columns: Columns): ImportRow => {
  const cell = (column: string) => cells[headings.indexOf(column)] ?? ''
  const { code, name, ...optional } = columns
  const others = Object.fromEntries(
    Object.entries(optional).map(([field, column]: [string, string]) => [field, cell(column)]),
  )
  return { row, code: cell(code), name: cell(name), ...others }
}

const unreadable = (row: number, problem: Problem): ReadOrganisations => ({
  kind: 'unreadable',
  errors: [{ row, problem }],
})
