import { assertNever } from '../assert-never.js'
import type { Text } from '../text/text.js'
import { sentenceFor } from '../values/mistakes.js'
import { valueKinds } from './organisation.js'
import type { Alike } from './importing/alike.js'
import { fieldOf, type Problem, type RowError, type RowField } from './import-row.js'

/** One error of an import, as a sentence with its row's number and its column as the file calls it. */
export function sentenceOf(
  text: Text,
  { row, problem }: RowError,
  headings: Readonly<Partial<Record<RowField, string>>> = {},
): string {
  const field = fieldOf(problem)
  const words = text.organisations
  if (field === undefined) return words.row(String(row), explained(text, problem))
  return words.cell(String(row), printable(headings[field] ?? words.fields[field]), explained(text, problem))
}

/** Why a new organisation is most likely a known one. */
export function alikeAsWords(text: Text, alike: Alike): string {
  return text.organisations.row(String(alike.row), oneAlikeAsWords(text, alike))
}

/** The same of a single one, which stands in no row. */
export function oneAlikeAsWords({ organisations: words, common }: Text, { code, name, other, why }: Alike): string {
  return words.alike[why](quoted(common, `${code} ${name}`), quoted(common, `${other.code} ${other.name}`))
}

const explained = (all: Text, problem: Problem): string => {
  const { organisations: text, tables, mistakes, common } = all
  switch (problem.kind) {
    case 'code':
      return mistakes.code
    case 'unusable':
      return sentenceFor(all, { ...problem, kind: valueKinds[problem.column] })
    case 'school-form':
      return text.wrongSchoolForm(quoted(common, problem.value))
    case 'no-school-form':
      return text.noSchoolForm
    case 'doubled':
      return text.doubled(quoted(common, problem.value), String(problem.firstRow))
    case 'damage':
      return tables.damage[problem.damage]
    case 'outside':
      return text.outside(String(problem.column), String(problem.columns))
    case 'missing-column':
      return text.missingColumn(
        quoted(common, problem.column),
        problem.columns.map((column) => quoted(common, column)).join(', '),
      )
    case 'doubled-column':
      return text.doubledColumn(quoted(common, problem.column))
    case 'empty':
      return text.emptyFile
    default:
      return assertNever(problem)
  }
}

/** Not longer than a line, and without what could steer a terminal. */
const quoted = ({ quoted: inQuotes }: Text['common'], value: string) => inQuotes(printable(value))
const printable = (value: string) => value.slice(0, 60).replace(/\p{C}/gu, '\uFFFD')
