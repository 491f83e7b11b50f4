import { Readable } from 'node:stream'
import { People } from '../../../views/administration/people/people.js'
import type { Column, PersonShown } from '../../../views/administration/people/people-table.js'
import { hasNumberIn } from '../../accounts/number-query.js'
import { dateOf } from '../../text/moment.js'
import type { Ctx } from '../../web/context.js'
import { inTurns, mapInTurns } from '../../context/turns.js'
import type { Administrator } from '../administrator.js'
import { showTool } from '../administration.pages.js'
import { asCsv } from '../../text/cells.js'
import type { FoundPeople } from './find-people.js'
import type { ListedPerson } from './listed-person.js'
import { cellsOf, headingsOf, type SheetWords } from './list-sheet.js'
import { figures, filtersOf, whatIsAmiss, whichAreShown } from './people.messages.js'
import { fieldsOf, listAddress, orders, pageSize, personAddress, type Order, type PeopleSearch } from './search.js'
import { asSpreadsheet } from './spreadsheet.js'
import type { ListRow } from './take-out-list.js'
import { fullName } from '../../values/names.js'

export interface PeopleShown {
  readonly who: Administrator
  readonly search: PeopleSearch
  readonly found: FoundPeople
  readonly refusal?: string
  /** A number stood in the address, and was not searched for. */
  readonly isNumberInAddress?: boolean
}

export function showPeople(
  ctx: Ctx,
  { who, search: asked, found, refusal, isNumberInAddress = false }: PeopleShown,
): void {
  const { text, language, formToken } = ctx.state
  const { people: words } = text.administration
  const search = { ...asked, page: found.page }
  const last = Math.max(1, Math.ceil(found.total / pageSize))
  const inFigures = figures(language)
  const { sida: _, ...kept } = fieldsOf(search)
  const { ordning: order, ...narrowed } = kept
  const isNumber = hasNumberIn(search.words)
  const to = (page: number) => (page < 1 || page > last || isNumber ? undefined : listAddress({ ...search, page }))
  const help = [words.helpSearch, words.helpFilters, words.helpList, words.helpDownload]
  const isRefused = refusal !== undefined
  const page = { title: words.title, area: 'people', help, returnTo: listAddress(search) } as const
  showTool(
    ctx,
    isRefused ? { ...page, status: 422, hasErrors: true } : page,
    <People
      text={text}
      formToken={formToken}
      search={{
        formToken,
        words: search.words,
        filters: filtersOf(ctx.state, { organisations: who.organisations, search, services: found.services }),
        order,
        note: isNumberInAddress ? words.numberInAddress : undefined,
        isNarrowed: Object.keys(narrowed).length > 0,
      }}
      total={found.total === 0 ? undefined : inFigures(found.total)}
      shown={whichAreShown(ctx.state, found)}
      columns={columnsOf(ctx, who, search)}
      people={found.people.map((person) => personAsShown(ctx, { who, search, person }))}
      pager={{
        page: inFigures(found.page),
        last: inFigures(last),
        previous: to(found.page - 1),
        next: to(found.page + 1),
      }}
      kept={kept}
      refusal={refusal}
    />,
  )
}

const columnsOf = (ctx: Ctx, who: Administrator, search: PeopleSearch): readonly Column[] => {
  const { people: words } = ctx.state.text.administration
  const sortable = (label: string, order: Order): Column => {
    const isSorted = search.order === order
    // The latest sign-in is looked for first, and the first name.
    const isDescending = isSorted ? !search.isDescending : order === 'signed-in'
    const now = search.isDescending ? 'descending' : 'ascending'
    return {
      label,
      to: hasNumberIn(search.words) ? undefined : listAddress({ ...search, order, isDescending, page: 1 }),
      sorted: isSorted ? now : undefined,
    }
  }
  const [name, organisation, signedIn] = orders
  return [
    sortable(words.name, name),
    ...(who.organisations.length > 1 ? [sortable(words.organisation, organisation)] : []),
    { label: words.permissions, to: undefined, sorted: undefined },
    sortable(words.signedIn, signedIn),
  ]
}

interface OneOf {
  readonly who: Administrator
  readonly search: PeopleSearch
  readonly person: ListedPerson
}

const personAsShown = (ctx: Ctx, { who, search, person }: OneOf): PersonShown => {
  const { text, language } = ctx.state
  const { people: words, person: wordsOfPerson } = text.administration
  const { details, held, signedInOn } = person
  const organisations = [...new Set(held.map(({ organisation }) => organisation.name))]
  return {
    id: person.accountId,
    to: personAddress(person.accountId, search),
    name: details === undefined ? wordsOfPerson.protected : fullName(details),
    organisations: who.organisations.length > 1 ? organisations : [],
    held: held.map(({ organisation, service, grant }) => ({
      organisation: organisations.length > 1 ? organisation.name : undefined,
      service: service[language],
      state: grant.state,
    })),
    signedIn: signedInOn === undefined ? words.never : dateOf(language, signedInOn),
    accountIssues: whatIsAmiss(text, person),
  }
}

export interface ListToSend {
  readonly rows: readonly ListRow[]
  readonly format: 'csv' | 'xlsx'
  readonly hasNumbers: boolean
}

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The list as a file, which the browser keeps and does not open; others are answered while it is written. */
export async function sendList(ctx: Ctx, { rows, format, hasNumbers }: ListToSend): Promise<void> {
  const { text, language } = ctx.state
  const { file } = text.administration.people
  const words = { text, language, hasNumbers }
  ctx.attachment(`${file.name}.${format}`)
  ctx.type = types[format]
  ctx.body =
    format === 'csv'
      ? Readable.from(csvOf(words, rows))
      : Buffer.from(
          await asSpreadsheet(file.sheet, headingsOf(words), await mapInTurns(rows, (row) => cellsOf(words, row))),
        )
}

async function* csvOf(words: SheetWords, rows: readonly ListRow[]): AsyncGenerator<string> {
  yield asCsv([headingsOf(words)])
  for await (const some of inTurns(rows)) yield asCsv(some.map((row) => cellsOf(words, row))).replace('\u{FEFF}', '')
}
