import { never } from '../never.js'
import type { Text } from '../text/text.js'
import type { Problem, RowError } from './import-row.js'

/** One error of an import, as a sentence with its row's number. */
export function sentenceOf({ organisations: text }: Text, { row, problem }: RowError): string {
  return text.row(String(row), explained(text, problem))
}

const explained = (text: Text['organisations'], problem: Problem): string => {
  switch (problem.kind) {
    case 'code':
      return text.wrongCode(quoted(problem.value))
    case 'name':
      return text.wrongName
    case 'text':
      return problem.column === 'street' ? text.wrongStreet : text.wrongLocality
    case 'postal-code':
      return text.wrongPostalCode(quoted(problem.value))
    case 'school-form':
      return text.wrongSchoolForm(quoted(problem.value))
    case 'no-school-form':
      return text.noSchoolForm
    case 'doubled':
      return text.doubled(quoted(problem.value), String(problem.firstRow))
    case 'columns':
      return text.wrongColumns(String(problem.found), String(problem.expected))
    case 'missing-column':
      return text.missingColumn(quoted(problem.column), problem.columns.map(quoted).join(', '))
    case 'doubled-column':
      return text.doubledColumn(quoted(problem.column))
    case 'quotes':
      return text.wrongQuotes
    case 'not-utf-8':
      return text.notUtf8
    case 'empty':
      return text.emptyFile
    default:
      return never(problem)
  }
}

/** Not longer than a line, and without what could steer a terminal. */
const quoted = (value: string) => `"${value.slice(0, 40).replace(/\p{C}/gu, '\uFFFD')}"`
