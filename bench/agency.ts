import { sql } from 'kysely'
import { countPermissionDays } from '../src/permissions/per-day/count-days.js'
import type { Db } from '../src/database/database.js'
import { selectFound } from '../src/officers/accounts/search/account-search.queries.js'
import { countedAtMost, pageSize, parseQuery } from '../src/officers/accounts/search/search.js'
import { post } from '../test/kiosk/client.js'
import { accountIdOf, signedInAs } from '../test/own-account/client.js'
import type { Browser } from '../test/support/browser.js'
import type { TestApp } from '../test/support/app.js'
import { fillCountry } from './country.js'
import { median, quantile, type Bench, type Table } from './bench.js'

const samples = 60
const organisations = 10_000
const sizes = { many: 1_000_000, few: 10_000 } as const

/**
 * The agency's pages as an officer is answered, from request to the whole page, with a million accounts and with ten
 * thousand beside it, interleaved: each time for somebody else, or another school.
 */
export async function agencyBench({ app }: Bench): Promise<Table> {
  const many = await openDesk(await app({ isWorkerOff: true }), sizes.many)
  const few = await openDesk(await app({ isWorkerOff: true }), sizes.few)
  const rows: Record<string, string>[] = []
  for (const [what, ask] of Object.entries(asked)) {
    const times: { readonly many: number[]; readonly few: number[] } = { many: [], few: [] }
    for (let turn = 0; turn < samples; turn += 1) {
      times.many.push(await timed(ask, many, turn))
      times.few.push(await timed(ask, few, turn))
    }
    const at = (part: number) => ({ many: quantile(times.many, part), few: quantile(times.few, part) })
    const p95 = at(0.95)
    rows.push({
      page: what,
      'median ms': median(times.many).toFixed(1),
      'p95 ms': p95.many.toFixed(1),
      'median ms of 10,000': median(times.few).toFixed(1),
      'p95 ms of 10,000': p95.few.toFixed(1),
      'ratio of medians': (median(times.many) / median(times.few)).toFixed(2),
    })
  }
  return {
    title: `The agency’s tool: a million accounts beside 10,000, 10,000 organisations, ${samples} times each`,
    rows,
  }
}

/** An officer who is signed in, and whom and what they ask about. */
interface Desk {
  readonly browser: Browser
  readonly token: string
  readonly people: readonly Somebody[]
  /** Names, or their beginnings, that four to ten pages of accounts have. */
  readonly ofFourPages: readonly string[]
  readonly schools: readonly School[]
  readonly officerId: string
  /** The number of an event in the middle of the log. */
  readonly middle: string
}

interface Somebody {
  readonly id: string
  readonly username: string
  readonly number: string
  readonly given: string
  readonly family: string
  readonly email: string
}

interface School {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly administrator: string
}

const nobody = { passed: true, log: () => undefined, teardown: () => undefined }

const openDesk = async (app: TestApp, accounts: number): Promise<Desk> => {
  await fillCountry(app.ownerUrl, { accounts, organisations })
  await countPermissionDays(app.db)
  const browser = await signedInAs(nobody, app, 'handlaggare1')
  await browser.open('/handlaggning/konton')
  const { rows: people } = await sql<Somebody>`
    select account.id, username, personal_identity_number as number, given_name as given, family_name as family, email
    from account join person on person.id = account.person_id
    where email like '%.example' and not has_protected_identity order by account.id limit ${samples}`.execute(app.owner)
  const shared = await Promise.all(people.map(async (one) => await nameOfFourPages(app.db, one)))
  const ofFourPages = shared.filter((words) => words !== undefined)
  const { rows: schools } = await sql<School>`
    select organisation.id, code, name, account_id as administrator from organisation
    join appointment on appointment.organisation_id = organisation.id
    where code like '2000%' and closed_at is null order by organisation.id limit ${samples}`.execute(app.owner)
  const officerId = await accountIdOf(app, 'handlaggare1')
  return {
    browser,
    token: browser.formToken(),
    people,
    ofFourPages,
    schools,
    officerId,
    middle: String(100_000 + accounts),
  }
}

/** Of a million the whole name is what so many have; of ten thousand one name, or its beginning. */
const nameOfFourPages = async (db: Db, { given, family }: Somebody): Promise<string | undefined> => {
  const shorter = Array.from({ length: family.length - 2 }, (_, cut) => family.slice(0, family.length - cut))
  for (const words of [...shorter.map((name) => `${given} ${name}`), given, ...shorter]) {
    const parsed = parseQuery(words)
    if (parsed.kind !== 'words') continue
    const { total } = await selectFound(db, parsed, { countedAtMost, limit: 1, offset: 0 })
    if (total > 3 * pageSize && total <= countedAtMost) return words
  }
  return undefined
}

const timed = async (ask: Asks, desk: Desk, turn: number): Promise<number> => {
  const [somebody, school] = [desk.people[turn], desk.schools[turn]]
  const shared = desk.ofFourPages[turn % desk.ofFourPages.length]
  if (somebody === undefined || school === undefined || shared === undefined)
    throw new Error('There is nobody to ask about.')
  const startedAt = performance.now()
  const response = await ask({ ...desk, somebody, school, shared })
  await response.text()
  const milliseconds = performance.now() - startedAt
  // Of a common name the log says that too many have it.
  if (![200, 303, 422].includes(response.status)) throw new Error(`${response.url} answered ${response.status}`)
  return milliseconds
}

interface Matter extends Desk {
  readonly somebody: Somebody
  readonly school: School
  /** One of the names of four pages. */
  readonly shared: string
}
type Asks = (matter: Matter) => Promise<Response>

const page =
  (path: (matter: Matter) => string): Asks =>
  async (matter) =>
    await matter.browser.send(`/handlaggning${path(matter)}`)

const accounts = (words: (asked: Somebody & Pick<Matter, 'shared'>) => string, more = ''): Asks =>
  page(
    ({ somebody, shared }) =>
      `/konton?${new URLSearchParams({ sok: words({ ...somebody, shared }) }).toString()}${more}`,
  )

const log = (asks: (matter: Matter) => Readonly<Record<string, string>>): Asks =>
  page((matter) => `/logg?${new URLSearchParams(asks(matter)).toString()}`)

const typedInLog = (typed: (matter: Matter) => Readonly<Record<string, string>>): Asks => {
  const nothing = { om: '', av: '', organisation: '', handelse: '', fran: '', frankl: '', till: '', tillkl: '' }
  return async (matter) =>
    await post(matter.browser, '/handlaggning/logg', { token: matter.token, ...nothing, ...typed(matter) })
}

const asked: Readonly<Record<string, Asks>> = {
  'start page': page(() => ''),
  'accounts by whole name': accounts(({ given, family }) => `${given} ${family}`),
  'accounts by family name': accounts(({ family }) => family),
  'accounts by the beginning of a name': accounts(({ family }) => family.slice(0, 4)),
  'accounts by two beginnings': accounts(({ given, family }) => `${given.slice(0, 3)} ${family.slice(0, 5)}`),
  'accounts by username': accounts(({ username }) => username),
  'accounts by e-mail address': accounts(({ email }) => email),
  'accounts by e-mail domain': accounts(({ email }) => email.slice(email.indexOf('@'))),
  'accounts, the fourth page': accounts(({ shared }) => shared, '&sida=4'),
  'accounts by number': async ({ browser, token, somebody }) =>
    await post(browser, '/handlaggning/konton', { token, sok: somebody.number, sida: '' }),
  'accounts: nobody': accounts(({ username }) => `finnsinte${username}`),
  'a person': page(({ somebody }) => `/konton/${somebody.id}`),
  'an administrator’s page': page(({ school }) => `/konton/${school.administrator}`),
  'a person’s history': page(({ somebody }) => `/konton/${somebody.id}/historik`),
  organisations: page(() => '/organisationer'),
  'organisations, the last page': page(() => '/organisationer?sida=99999'),
  'organisations by name': page(
    ({ school }) => `/organisationer?${new URLSearchParams({ sok: school.name }).toString()}`,
  ),
  'organisations by code': page(({ school }) => `/organisationer?sok=${school.code.slice(0, 6)}`),
  'organisations of a form': page(() => '/organisationer?form=komvux&visa=alla'),
  'organisations without administrator': page(() => '/organisationer?administrator=saknas'),
  'an organisation': page(({ school }) => `/organisationer/${school.id}`),
  'an organisation’s history': page(({ school }) => `/organisationer/${school.id}/historik`),
  'letters to post': page(() => '/brev'),
  log: page(() => '/logg'),
  'log about a person': log(({ somebody }) => ({ om: somebody.id })),
  'log by an administrator': log(({ school }) => ({ av: school.administrator })),
  'log by an officer': log(({ officerId }) => ({ av: officerId })),
  'log by an officer, of another kind': log(({ officerId }) => ({ av: officerId, handelse: 'username-shown' })),
  'log by an officer at an organisation': log(({ officerId, school }) => ({ av: officerId, organisation: school.id })),
  'log of an organisation': log(({ school }) => ({ organisation: school.id })),
  'log of a frequent kind': log(() => ({ handelse: 'signed-in' })),
  'log of a rare kind': log(() => ({ handelse: 'username-shown' })),
  'log of no such event': log(() => ({ handelse: 'disposal-ordered' })),
  'log of a day two years ago': log(() => ({ fran: '2025-01-15', till: '2025-01-15' })),
  'log of a rare kind in a month': log(() => ({ handelse: 'username-shown', fran: '2025-03-01', till: '2025-03-31' })),
  'log about a person in a month': log(({ somebody }) => ({ om: somebody.id, fran: '2025-03-01', till: '2025-03-31' })),
  'log from its middle': log(({ middle }) => ({ fore: middle })),
  'an event': page(({ middle }) => `/logg/${middle}`),
  'log by a typed name': typedInLog(({ somebody }) => ({ om: `${somebody.given} ${somebody.family}` })),
  'log by a typed organisation': typedInLog(({ school }) => ({ organisation: school.name })),
}
