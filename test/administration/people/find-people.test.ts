import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import type { Db } from '../../../src/database/database.js'
import { createAccount, type NewPerson } from '../../../src/accounts/create-account.js'
import { findPeople } from '../../../src/administration/people/find-people.js'
import { readSearch } from '../../../src/administration/people/search.js'
import { fromWithin } from '../../../src/context/origin.js'
import { freshDatabase } from '../../support/database.js'
import { testContext } from '../../support/context.js'

const context = testContext()
const school = { kind: 'school', code: '20001', name: 'Ekskolan' } as const
const other = { kind: 'school', code: '20002', name: 'Askskolan' } as const

/** Two schools, and people by their usernames. */
async function fixture(t: ExecutionContext) {
  const { db, owner } = await freshDatabase(t)
  const ids = await Promise.all(
    [school, other].map(async (organisation) => {
      const { id } = await owner
        .insertInto('organisation')
        .values(organisation)
        .returning('id')
        .executeTakeFirstOrThrow()
      const { kind, code, name } = organisation
      return { id, kind, code, name }
    }),
  )
  const [here, there] = ids
  if (here === undefined || there === undefined) throw new Error('no schools')
  await sql`insert into service (code, organisation_kind, name_sv, name_en) values
    ('studietider', 'school', 'Studietider', 'Study times'), ('rapportering', 'school', 'Rapportering', 'Reporting')`.execute(
    owner,
  )
  let serial = 0
  const add = async (given: Partial<NewPerson> & { username?: string }, at: string = here.id) => {
    serial += 1
    const { username = `person${serial}`, ...details } = given
    const person = {
      personalIdentityNumber: `19900101${String(serial).padStart(4, '0')}`,
      givenName: 'Anna',
      familyName: 'Lind',
      email: null,
      ...details,
    }
    return await db.transaction().execute(async (trx) => {
      const created = await createAccount(trx, { person, username, from: fromWithin('test') })
      if (created.kind === 'username-taken') throw new Error('taken')
      await hold(trx, created.accountId, at)
      return created.accountId
    })
  }
  const find = async (query: string, organisations = [here]) => {
    const search = readSearch(new URLSearchParams(query))
    if (search === undefined) throw new Error(`strange: ${query}`)
    return await findPeople(db, context, { search, organisations })
  }
  const names = async (query: string, organisations = [here]) =>
    (await find(query, organisations)).people.map(({ details }) =>
      details === undefined ? 'protected' : `${details.givenName} ${details.familyName}`,
    )
  return { db, owner, here, there, add, find, names }
}

async function hold(
  db: Db,
  accountId: string,
  at: string,
  terms: { from?: string; to?: string } = {},
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into "grant" (account_id, organisation_id, service, valid_from, valid_to)
    values (${accountId}, ${at}, 'studietider', ${terms.from ?? '2026-01-01'}, ${terms.to ?? null}) returning id`.execute(
    db,
  )
  return rows[0]?.id ?? ''
}

test('names are in Swedish order: å, ä and ö last, accents beside their letter', async (t) => {
  const { add, names } = await fixture(t)
  for (const familyName of ['Öberg', 'Zetterlund', 'Ärlig', 'Åberg', 'Ekberg', 'Édouard', 'Andersson', 'Edin']) {
    await add({ familyName })
  }
  t.deepEqual(
    (await names('')).map((name) => name.slice(5)),
    ['Andersson', 'Edin', 'Édouard', 'Ekberg', 'Zetterlund', 'Åberg', 'Ärlig', 'Öberg'],
  )
  t.deepEqual((await names('ordning=-namn'))[0], 'Anna Öberg')
})

const people = {
  björn: { givenName: 'Björn', familyName: 'Åkerlund', username: 'bjak2233', email: 'bjorn.akerlund@skolan.example' },
  inger: { givenName: 'Britt-Inger', familyName: 'Nilsson Röd', username: 'brni4455', email: 'bi_n@skolan.example' },
  andré: { givenName: 'André', familyName: "O'Neill", username: 'anon6677', email: 'andre@annan.example' },
} as const

const written: Readonly<Record<string, readonly [string, string]>> = {
  'Anna-Karin': ['Anna‑Karin', 'Lind'],
  'Anna Karin': ['Anna–Karin', 'Lind'],
  'Anna—Karin': ['Anna-Karin', 'Lind'],
  "O'Brien": ['Sean', 'O’Brien'],
  'O´Brien': ['Sean', "O'Brien"],
  oʼbrien: ['Sean', 'O‘Brien'],
  Kronqvist: ['Åsa', 'Kron\u00ADqvist'],
  Nazaninzahra: ['Nazanin\u200Czahra', 'Alavi'],
  'Maret Nuolla': ['Máret', 'Ŋuolla'],
  'gadd zioomm': ['Ǥâdd', 'Ǯioomm'],
  'Sean O\uA78CBrien': ['Sean', 'OʻBrien'],
  'Per\u2028Ek': ['Per', 'Ek'],
  'Jose\u2066\u0301 Lind': ['José', 'Lind'],
  'Đunn Ŧat': ['Dunn', 'Tat'],
}

for (const [typed, [givenName, familyName]] of Object.entries(written)) {
  test(`«${typed}» finds ${JSON.stringify(`${givenName} ${familyName}`)}`, async (t) => {
    const { add, names } = await fixture(t)
    await add({ givenName, familyName })
    await add({ givenName: 'Bo', familyName: 'Ek' })
    t.deepEqual(await names(`sok=${encodeURIComponent(typed)}`), [`${givenName} ${familyName}`])
  })
}

const finds: Readonly<Record<string, readonly string[]>> = {
  björn: ['Björn Åkerlund'],
  'BJÖRN ÅKER': ['Björn Åkerlund'],
  'åkerlund björn': ['Björn Åkerlund'],
  'aker bjorn': [],
  bjorn: ['Björn Åkerlund'],
  'röd inger': ['Britt-Inger Nilsson Röd'],
  'britt-inger': ['Britt-Inger Nilsson Röd'],
  rod: [],
  lund: [],
  andre: ["André O'Neill"],
  André: ["André O'Neill"],
  'o’neill': ["André O'Neill"],
  neill: ["André O'Neill"],
  anon66: [],
  'andré anon': [],
  'andré anon6677': ["André O'Neill"],
  anon667_: [],
  ANON6677: ["André O'Neill"],
  'andre@annan': ["André O'Neill"],
  '@skolan.example': ['Britt-Inger Nilsson Röd', 'Björn Åkerlund'],
  bi_n: ['Britt-Inger Nilsson Röd'],
  'b%n': [],
  bixn: [],
  '%': ['Britt-Inger Nilsson Röd', "André O'Neill", 'Björn Åkerlund'],
  'Björn -': ['Björn Åkerlund'],
  "'; drop table person; --": [],
}

for (const [typed, found] of Object.entries(finds)) {
  test(`«${typed}» finds ${found.length === 0 ? 'nobody' : found.join(' and ')}`, async (t) => {
    const { add, names } = await fixture(t)
    for (const person of Object.values(people)) await add(person)
    t.deepEqual(await names(`sok=${encodeURIComponent(typed)}`), found)
  })
}

const numbers = [
  '198204179835',
  '8204179835',
  '19820417-9835',
  '820417-9835',
  '19820417 9835',
  '1982',
  '8204',
  '820417-',
]
for (const written of numbers) {
  test(`a number is found as ${written}`, async (t) => {
    const { add, names } = await fixture(t)
    await add({ personalIdentityNumber: '198204179835' })
    await add({ personalIdentityNumber: '199107309859', givenName: 'Oskar' })
    t.deepEqual(await names(`sok=${encodeURIComponent(written)}`), ['Anna Lind'])
  })
}

for (const part of ['198204179', '19820417-98', '820417-983', '8204179', '82041798', '9835', '820417+98']) {
  test(`the masked digits of a number are found by no part of them: ${part}`, async (t) => {
    const { add, names } = await fixture(t)
    await add({ personalIdentityNumber: '198204179835' })
    t.deepEqual(await names(`sok=${encodeURIComponent(part)}`), [])
  })
}

test('the address of another school is found neither by part nor whole, as long as that school relies on them', async (t) => {
  const { add, names, db, owner, here, there } = await fixture(t)
  const id = await add({ email: 'privat.post@hemma.example', username: 'anli2345' }, there.id)
  await hold(db, id, here.id)
  const typed = ['p', 'privat', 'privat.post', 'post@', '@hemma', 'hemma.example@', 'privat.post@hemma.example']
  const found = async (at: typeof here) =>
    await Promise.all(typed.map(async (words) => (await names(`sok=${encodeURIComponent(words)}`, [at])).length))
  t.deepEqual(await found(here), [0, 0, 0, 0, 0, 0, 0])
  t.deepEqual(await found(there), [1, 1, 1, 1, 1, 0, 1])
  t.deepEqual(await names('sok=anna', [here]), ['Anna Lind'])
  t.deepEqual(await names('sok=lind+privat', [here]), [])
  t.deepEqual(await names('sok=privat', [here, there]), ['Anna Lind'], 'who administers both sees it')
  await sql`update "grant" set ended_at = portvakt_now(), end_reason = 'x' where organisation_id = ${there.id}`.execute(
    owner,
  )
  t.deepEqual(await found(here), [1, 1, 1, 1, 1, 0, 1], 'nobody else has them now')
})

test('a plus asks for somebody who has turned a hundred', async (t) => {
  const { add, names } = await fixture(t)
  await add({ personalIdentityNumber: '191604179835', givenName: 'Gammal' })
  await add({ personalIdentityNumber: '201604179835', givenName: 'Ung' })
  t.deepEqual(await names('sok=160417%2B9835'), ['Gammal Lind'])
  t.deepEqual((await names('sok=160417-9835')).length, 2)
})

test('another school’s people are never found, not even by their exact number, name or address (R-75)', async (t) => {
  const { add, find, there } = await fixture(t)
  await add({ personalIdentityNumber: '198204179835', email: 'anna@skolan.example', username: 'anli2345' }, there.id)
  for (const query of ['', 'sok=198204179835', 'sok=anna', 'sok=anna@skolan.example', 'sok=anli2345']) {
    t.is((await find(query)).total, 0, query)
    t.is((await find(query, [there])).total, 1, query)
  }
})

test('a protected person is found by username only, and stands last without name', async (t) => {
  const { add, names, owner } = await fixture(t)
  await add({ givenName: 'Hemlig', familyName: 'Aas', email: 'hemlig@skolan.example', username: 'skyd2345' })
  await add({ givenName: 'Öppen', familyName: 'Östlund' })
  await sql`update person set has_protected_identity = true where given_name = 'Hemlig'`.execute(owner)
  t.deepEqual(await names(''), ['Öppen Östlund', 'protected'])
  t.deepEqual(await names('sok=skyd2345'), ['protected'])
  for (const typed of ['skyd234', 'hemlig', 'aas', 'hemlig@skolan.example', '199001010001', '9001010001']) {
    t.false((await names(`sok=${typed}`)).includes('protected'), typed)
  }
  await sql`update person set has_protected_identity = false`.execute(owner)
  t.deepEqual(await names('sok=hemlig'), ['Hemlig Aas'])
})

test('a new name is found at once, and the old one no longer', async (t) => {
  const { add, names, owner } = await fixture(t)
  await add({})
  await sql`update person set family_name = 'Österberg'`.execute(owner)
  t.deepEqual(await names('sok=österberg'), ['Anna Österberg'])
  t.deepEqual(await names('sok=lind'), [])
})

test('who is at two schools is one in the list, with what they hold at both', async (t) => {
  const { add, db, find, here, there } = await fixture(t)
  await hold(db, await add({}), there.id)
  const { total, people } = await find('', [here, there])
  t.is(total, 1)
  t.deepEqual(
    people[0]?.held.map(({ organisation }) => organisation.name),
    ['Ekskolan', 'Askskolan'],
  )
  t.deepEqual(
    (await find('', [there])).people[0]?.held.map(({ organisation }) => organisation.name),
    ['Askskolan'],
  )
})

test('a filter shows those of that state, today in Sweden', async (t) => {
  const { add, names, owner, db, here } = await fixture(t)
  const days = await sql<{
    day: string
  }>`select (portvakt_today() + n)::text as day from generate_series(-10, 10) n`.execute(db)
  const day = (from: number) => days.rows[from + 10]?.day ?? ''
  const only = async (givenName: string, terms: { from?: string; to?: string }) => {
    const id = await add({ givenName })
    await sql`update "grant" set valid_from = ${terms.from ?? '2026-01-01'}, valid_to = ${terms.to ?? null} where account_id = ${id}`.execute(
      owner,
    )
    return id
  }
  await only('Gäller', {})
  await only('Sista', { to: day(0) })
  await only('Planerad', { from: day(1) })
  await only('Slut', { to: day(-1) })
  const ended = await only('Avslutad', {})
  await sql`update "grant" set ended_at = portvakt_now(), end_reason = 'x' where account_id = ${ended}`.execute(owner)
  const paused = await only('Pausad', {})
  await sql`update "grant" set paused_from = ${day(-1)}, paused_to = ${day(0)}, pause_reason = 'other' where account_id = ${paused}`.execute(
    owner,
  )
  const given = async (query: string) =>
    (await names(query)).map((name) => name.split(' ')[0] ?? '').toSorted((a, b) => a.localeCompare(b))
  t.deepEqual(await given('lage=galler'), ['Gäller', 'Sista'])
  t.deepEqual(await given('lage=planerad'), ['Planerad'])
  t.deepEqual(await given('lage=pausad'), ['Pausad'])
  t.deepEqual(await given('lage=avslutad'), ['Avslutad', 'Slut'])
  t.deepEqual(await given('lage=galler&tjanst=rapportering'), [])
  t.is((await given('tjanst=studietider')).length, 6)
  await hold(db, ended, here.id)
  t.deepEqual(await given('lage=avslutad'), ['Slut'], 'who got it again')
})

test('the pages together show everybody once, and beyond the last is the last', async (t) => {
  const { add, find } = await fixture(t)
  for (let count = 0; count < 53; count += 1) await add({})
  const pages = await Promise.all([1, 2, 3].map(async (page) => await find(`sida=${page}`)))
  t.deepEqual(
    pages.map(({ people, total, page }) => [people.length, total, page]),
    [
      [25, 53, 1],
      [25, 53, 2],
      [3, 53, 3],
    ],
  )
  t.is(new Set(pages.flatMap(({ people }) => people.map(({ accountId }) => accountId))).size, 53)
  const beyond = await find('sida=99')
  t.is(beyond.page, 3)
  t.deepEqual(beyond.people, pages[2]?.people)
})
