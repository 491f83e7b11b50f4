import { mapInTurns } from '../context/turns.js'
import { plainCharacters } from '../values/characters.js'
import { readLine, readStreet } from '../values/line.js'
import { readPostalCode } from '../values/postal-code.js'
import { canHave, isOrganisationCode, whyNotField, isSchoolForm, readOrganisationCode } from './organisation.js'
import type { LineField, OrganisationKind } from './organisation.js'
import type { WhyUnusable } from '../values/mistakes.js'
import { assertNever } from '../assert-never.js'
import { damageIn, type Damage } from '../tables/damage.js'
import type { SchoolForm } from '../../config/school-forms.js'

/** One organisation as a file tells it, read as `readImportRow` has it; a column that the file does not have is undefined. */
export interface ImportRow {
  /** The line of the file where it stands, the heading being line 1. */
  readonly row: number
  readonly code: string
  readonly name: string
  readonly street?: string
  readonly postalCode?: string
  readonly locality?: string
  /** Separated by spaces. */
  readonly schoolForms?: string
}

/** Cells, as each kind of value is read everywhere. */
export function readImportRow(cells: ImportRow): ImportRow {
  const { row, code, name, street, postalCode, locality, schoolForms } = cells
  return {
    row,
    code: readOrganisationCode(code),
    name: readLine(name),
    ...(street !== undefined && { street: readStreet(street) }),
    ...(postalCode !== undefined && { postalCode: readPostalCode(postalCode) }),
    ...(locality !== undefined && { locality: readLine(locality) }),
    ...(schoolForms !== undefined && { schoolForms: plainCharacters(schoolForms) }),
  }
}

export const rowFields = ['code', 'name', 'street', 'postalCode', 'locality', 'schoolForms'] as const
export type RowField = (typeof rowFields)[number]

/** What is wrong in one row, or with the file (row 1). */
export interface RowError {
  readonly row: number
  readonly problem: Problem
}

export type Problem =
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'unusable'; readonly column: LineField; readonly why: WhyUnusable; readonly value: string }
  | { readonly kind: 'school-form'; readonly value: string }
  | { readonly kind: 'no-school-form' }
  | { readonly kind: 'doubled'; readonly value: string; readonly firstRow: number }
  | { readonly kind: 'damage'; readonly column: RowField; readonly damage: Damage; readonly value: string }
  /** Something stands in this column, counted from 1, and the headings end before it. */
  | { readonly kind: 'outside'; readonly column: number; readonly columns: number }
  | { readonly kind: 'missing-column'; readonly column: string; readonly columns: readonly string[] }
  | { readonly kind: 'doubled-column'; readonly column: string }
  | { readonly kind: 'empty' }

/** Every error of every row, in the order of the file; a long file holds nobody up. */
export async function errorsIn(rows: readonly ImportRow[], kind: OrganisationKind): Promise<readonly RowError[]> {
  const firstRows = new Map<string, number>()
  const found = await mapInTurns(rows, (row): readonly RowError[] => {
    const problems = problemsIn(row, kind)
    const firstRow = firstRows.get(row.code)
    if (firstRow === undefined) firstRows.set(row.code, row.row)
    else if (isOrganisationCode(row.code)) problems.push({ kind: 'doubled', value: row.code, firstRow })
    return problems.map((problem) => ({ row: row.row, problem }))
  })
  return found.flat()
}

/** The forms that a row tells; undefined when the file has no such column. */
export function formsIn(row: ImportRow, kind: OrganisationKind): readonly SchoolForm[] | undefined {
  if (kind === 'municipality') return ['kommun']
  return row.schoolForms === undefined ? undefined : wordsOf(row.schoolForms).filter(isSchoolForm)
}

/** What a program has done to a cell is the cause, and all that is said of that cell. */
const problemsIn = (row: ImportRow, kind: OrganisationKind): Problem[] => {
  const damaged = rowFields.flatMap((column): readonly (Problem & { readonly kind: 'damage' })[] => {
    const value = row[column] ?? ''
    const damage = damageIn(value)
    return damage === undefined ? [] : [{ kind: 'damage', column, damage, value }]
  })
  const isDamaged = (problem: Problem) => damaged.some(({ column }) => column === fieldOf(problem))
  return [...damaged, ...wrongValues(row, kind).filter((problem) => !isDamaged(problem))]
}

/** The column that a problem stands in; undefined when it is the row's or the file's. */
export function fieldOf(problem: Problem): RowField | undefined {
  switch (problem.kind) {
    case 'damage':
    case 'unusable':
      return problem.column
    case 'code':
    case 'doubled':
      return 'code'
    case 'school-form':
    case 'no-school-form':
      return 'schoolForms'
    case 'outside':
    case 'missing-column':
    case 'doubled-column':
    case 'empty':
      return undefined
    default:
      return assertNever(problem)
  }
}

const wrongValues = (row: ImportRow, kind: OrganisationKind): Problem[] => {
  const problems: Problem[] = []
  if (!isOrganisationCode(row.code)) problems.push({ kind: 'code', value: row.code })
  for (const column of ['name', 'street', 'postalCode', 'locality'] as const) {
    const value = row[column] ?? ''
    const why = whyNotField(column, value)
    if (why !== undefined && (column === 'name' || why !== 'missing')) {
      problems.push({ kind: 'unusable', column, why, value })
    }
  }
  return [...problems, ...formProblems(row, kind)]
}

const formProblems = (row: ImportRow, kind: OrganisationKind): readonly Problem[] => {
  if (row.schoolForms === undefined) return []
  const words = wordsOf(row.schoolForms)
  if (words.length === 0) return kind === 'school' ? [{ kind: 'no-school-form' }] : []
  return words
    .filter((word) => !isSchoolForm(word) || !canHave(kind, [word]))
    .map((value) => ({ kind: 'school-form', value }))
}

const wordsOf = (text: string) => text.split(' ').filter((word) => word !== '')
