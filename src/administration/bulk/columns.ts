import { isBlank } from '../../values/characters.js'
import type { ServiceAt } from '../../permissions/services-at.js'
import { languages, textIn } from '../../text/text.js'
import type { Table, TableLimits } from '../../tables/table.js'
import { readStreet } from '../../values/line.js'
import { fields, type Field, type TypedRow } from './typed-row.js'

/** So many people at once, and more columns than there will be services. */
export const peopleLimits: TableLimits = { rows: 2_000, columns: 40 }

export type HeadingMistake =
  | { readonly kind: 'no-number' }
  | { readonly kind: 'no-service' }
  /** Not of the template: what stands there would be passed over in silence. */
  | { readonly kind: 'unknown'; readonly heading: string }
  /** A service that the agency gives, or that is not reported here. */
  | { readonly kind: 'not-theirs'; readonly heading: string }
  | { readonly kind: 'doubled'; readonly heading: string }
  | { readonly kind: 'no-rows' }

export type ReadColumns =
  | { readonly kind: 'rows'; readonly rows: readonly TypedRow[] }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly HeadingMistake[] }

/** Finds the template's columns by their headings, in either language and in any order, and reads every row. */
export function readColumns(table: Table, services: readonly ServiceAt[]): ReadColumns {
  const [heading, ...lines] = table.lines
  const headings = (heading?.cells ?? []).map((cell) => cell.trim())
  const columns = headings.map((written) => columnOf(written, services))
  const mistakes = mistakesIn(headings, columns)
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes }
  if (lines.length === 0) return { kind: 'mistakes', mistakes: [{ kind: 'no-rows' }] }
  return { kind: 'rows', rows: lines.map(({ row, cells }) => rowOf(row, cells, columns)) }
}

type Column =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'service'; readonly code: string; readonly isTheirs: boolean }
  /** Our own column of mistakes: the file can be corrected and sent again as it is. */
  | { readonly kind: 'passed-over' }
  | { readonly kind: 'nameless' }
  | { readonly kind: 'unknown' }

const columnOf = (written: string, services: readonly ServiceAt[]): Column => {
  const heading = plain(written)
  if (heading === '') return { kind: 'nameless' }
  if (mistakeHeadings.has(heading)) return { kind: 'passed-over' }
  const field = fields.find((candidate) => headingsOf(candidate).has(heading))
  if (field !== undefined) return { kind: 'field', field }
  const service = services.find(({ sv, en }) => plain(sv) === heading || plain(en) === heading)
  return service === undefined
    ? { kind: 'unknown' }
    : { kind: 'service', code: service.code, isTheirs: service.isTheirs }
}

const mistakesIn = (headings: readonly string[], columns: readonly Column[]): readonly HeadingMistake[] => {
  const named = columns.map((column) => JSON.stringify(column))
  const ofColumns = columns.flatMap((column, place): readonly HeadingMistake[] => {
    const heading = headings[place] ?? ''
    if (column.kind === 'passed-over' || column.kind === 'nameless') return []
    if (column.kind === 'unknown') return [{ kind: 'unknown', heading }]
    if (column.kind === 'service' && !column.isTheirs) return [{ kind: 'not-theirs', heading }]
    return named.indexOf(JSON.stringify(column)) < place ? [{ kind: 'doubled', heading }] : []
  })
  const hasNumber = columns.some((column) => column.kind === 'field' && column.field === 'number')
  const hasService = columns.some(({ kind }) => kind === 'service')
  return [
    ...(hasNumber ? [] : [{ kind: 'no-number' as const }]),
    ...(hasService ? [] : [{ kind: 'no-service' as const }]),
    ...ofColumns,
  ]
}

const rowOf = (row: number, cells: readonly string[], columns: readonly Column[]): TypedRow => {
  const cellOf = (isIt: (column: Column) => boolean) => cells[columns.findIndex(isIt)]?.trim() ?? ''
  const typed = (field: Field) => cellOf((column) => column.kind === 'field' && column.field === field)
  const services = columns.flatMap((column, place) =>
    column.kind === 'service' ? [[column.code, cells[place]?.trim() ?? ''] as const] : [],
  )
  return {
    row,
    fields: {
      number: typed('number'),
      givenName: typed('givenName'),
      familyName: typed('familyName'),
      email: typed('email'),
      street: readStreet(typed('street')),
      postalCode: typed('postalCode'),
      locality: typed('locality'),
      country: typed('country'),
      from: typed('from'),
      to: typed('to'),
    },
    services: Object.fromEntries(services),
    isTooWide: cells.some((cell, place) => !isBlank(cell) && (columns[place]?.kind ?? 'nameless') === 'nameless'),
  }
}

/** A heading without what people write differently: capitals, hyphens, full stops, spaces. */
const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** What people call the columns, besides what the template does. */
const alsoCalled: Readonly<Record<Field, readonly string[]>> = {
  number: ['personnr', 'pnr', 'samordningsnummer', 'personnummerellersamordningsnummer'],
  givenName: ['tilltalsnamn'],
  familyName: ['surname', 'lastname'],
  email: ['epostadress', 'mejl', 'mejladress', 'mail', 'emailaddress'],
  street: ['adress', 'address', 'gatuadressellerbox'],
  postalCode: ['postnr', 'zip'],
  locality: ['postort', 'city'],
  country: ['landskod', 'countrycode'],
  from: ['from', 'fråno', 'frånochmed'],
  to: ['tom', 'tillochmed', 'until'],
}

const headingsOf = (field: Field): ReadonlySet<string> =>
  new Set([
    ...languages.map((language) => plain(textIn(language).administration.bulk.columns[field])),
    ...alsoCalled[field],
  ])

const mistakeHeadings: ReadonlySet<string> = new Set(
  languages.map((language) => plain(textIn(language).administration.bulk.columns.mistakes)),
)
