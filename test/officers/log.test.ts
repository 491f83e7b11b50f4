import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { goOn } from '../../src/audit/chain/walk.js'
import { takeUpWalk, walkTonight } from '../../src/officers/log/ask-for-walk.js'
import { record } from '../../src/audit/record.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../own-account/visitor.js'
import { from } from '../permissions/cast.js'
import type { Browser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { openTestHouse, type TestHouse } from '../support/house.js'

const quiet = { error: () => undefined }

async function atTheLog(t: ExecutionContext) {
  const house = await openTestHouse(t, { isPostClosed: true })
  const karin = await signedInAs(t, house, 'handlaggare1')
  await karin.open('/handlaggning/logg')
  return { house, karin }
}

/** What the list says, without what surrounds it. */
const sentences = (browser: Browser) =>
  wordsOf(browser)
    .replace(/^.* Händelser /, '')
    .replace(/ Ladda ner .*$/, '')

const showNumber = async (house: TestHouse, about: string) => {
  const [by, whom] = [await accountIdOf(house, 'admin10001'), await accountIdOf(house, about)]
  const { id } = await house.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10001')
    .executeTakeFirstOrThrow()
  await house.db
    .transaction()
    .execute(async (trx) => await record(trx, from, { kind: 'number-shown', by, about: whom, organisation: id }))
}

test('what was done stands in the log as a sentence, the latest first', async (t) => {
  const { house, karin } = await atTheLog(t)
  await showNumber(house, 'rapport10001')
  await karin.open('/handlaggning/logg')
  t.regex(sentences(karin), /^.*tittade på personnumret för .*Vätterbygdens yrkeshögskola/)
  const before = sentences(karin).indexOf('tittade på personnumret')
  t.true(before < sentences(karin).indexOf('loggade in'))
})

for (const [typed, how] of [
  ['rapport10001', 'a username'],
  ['number', 'a number, which stands in no address'],
  ['name', 'a name'],
] as const) {
  test(`events are found by whom they are about: ${how}`, async (t) => {
    const { house, karin } = await atTheLog(t)
    const { id, number, name } = await house.owner
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .where('username', '=', 'rapport10001')
      .select([
        'account.id',
        'personal_identity_number as number',
        sql<string>`given_name || ' ' || family_name`.as('name'),
      ])
      .executeTakeFirstOrThrow()
    await showNumber(house, 'rapport10001')
    await showNumber(house, 'rapport10002')
    const said: Readonly<Record<string, string>> = { number, name }
    karin.fill('Om vem', said[typed] ?? typed)
    t.is(await karin.press('Sök'), 200)
    t.is(karin.path(), `/handlaggning/logg?om=${id}`)
    t.true(sentences(karin).includes(`tittade på personnumret för ${name}`))
    t.is(sentences(karin).split('tittade på').length, 2)
  })
}

test('events are found by who did it, by the school, by kind and by time, and by all of them at once', async (t) => {
  const { house, karin } = await atTheLog(t)
  await showNumber(house, 'rapport10001')
  karin.fill('Av vem', 'admin10001')
  karin.fill('Skola eller kommun', '10001')
  karin.fill('Händelse', 'number-shown')
  karin.fill('Från och med dagen', '2020-01-01')
  await karin.press('Sök')
  t.is(sentences(karin).split('tittade på').length, 2)
  karin.fill('Från och med dagen', '2099-01-01')
  await karin.press('Sök')
  t.true(wordsOf(karin).includes('Inga händelser passar sökningen.'))
  karin.fill('Från och med dagen', '')
  karin.fill('Till och med dagen', '2020-01-01')
  karin.fill('Till klockslag', '12:30')
  await karin.press('Sök')
  t.true(wordsOf(karin).includes('Inga händelser passar sökningen.'))
  karin.fill('Till och med dagen', '')
  karin.fill('Till klockslag', '')
  karin.fill('Skola eller kommun', '10002')
  await karin.press('Sök')
  t.true(wordsOf(karin).includes('Inga händelser passar sökningen.'))
})

test('a minute is told from the next one, by the clock in Sweden', async (t) => {
  const { house, karin } = await atTheLog(t)
  await showNumber(house, 'rapport10001')
  const { rows } = await sql<{ day: string; clock: string; later: string; laterDay: string }>`
    select (at at time zone 'Europe/Stockholm')::date::text as day,
      to_char(at at time zone 'Europe/Stockholm', 'HH24:MI') as clock,
      (at at time zone 'Europe/Stockholm' + interval '1 minute')::date::text as "laterDay",
      to_char(at at time zone 'Europe/Stockholm' + interval '1 minute', 'HH24:MI') as later
    from audit_event where kind = 'number-shown'`.execute(house.owner)
  const { day = '', clock = '', later = '', laterDay = '' } = rows[0] ?? {}
  const found = async (query: Record<string, string>) => {
    await karin.open(`/handlaggning/logg?${new URLSearchParams({ handelse: 'number-shown', ...query }).toString()}`)
    return sentences(karin).includes('tittade på personnumret')
  }
  t.true(await found({ fran: day, frankl: clock, till: day, tillkl: clock }))
  t.false(await found({ fran: laterDay, frankl: later }))
})

test('every page of the log goes on where the one before ended', async (t) => {
  const { house, karin } = await atTheLog(t)
  for (let times = 0; times < 30; times += 1) await showNumber(house, 'rapport10001')
  await karin.open('/handlaggning/logg?handelse=number-shown')
  t.is(sentences(karin).split('tittade på').length, 26)
  await karin.follow('Visa äldre händelser')
  t.is(sentences(karin).split('tittade på').length, 6)
  await karin.follow('Visa de senaste händelserna')
  t.is(sentences(karin).split('tittade på').length, 26)
})

test('a search leaves one event, however many of its pages are read', async (t) => {
  const { house, karin } = await atTheLog(t)
  for (let times = 0; times < 30; times += 1) await showNumber(house, 'rapport10001')
  const about = await accountIdOf(house, 'rapport10001')
  const by = await accountIdOf(house, 'handlaggare1')
  await karin.open(`/handlaggning/logg?om=${about}`)
  await karin.follow('Visa äldre händelser')
  await karin.open(`/handlaggning/logg?om=${about}`)
  t.deepEqual(await audited(house, 'audit-searched'), [
    { by, about: null, details: {} },
    { by, about, details: {} },
  ])
  await travel(house.owner, '11 minutes')
  await karin.open(`/handlaggning/logg?om=${about}`)
  t.is((await audited(house, 'audit-searched')).length, 3, 'later it is another reading')
})

test('the whole of an event shows every column, and reading it is an event', async (t) => {
  const { house, karin } = await atTheLog(t)
  await showNumber(house, 'rapport10001')
  const event = await house.owner
    .selectFrom('audit_event')
    .selectAll()
    .where('kind', '=', 'number-shown')
    .executeTakeFirstOrThrow()
  t.is(await karin.open(`/handlaggning/logg/${event.seq}`), 200)
  const words = wordsOf(karin)
  for (const told of [
    event.kind,
    event.at.toISOString(),
    event.actor_id,
    event.about_id,
    event.source,
    event.request_id,
  ]) {
    t.true(words.includes(told ?? 'nothing'), String(told))
  }
  for (const page of [
    `/handlaggning/konton/${event.actor_id}`,
    `/handlaggning/konton/${event.about_id}`,
    `/handlaggning/organisationer/${event.organisation_id}`,
  ]) {
    t.true(karin.html().includes(`href="${page}"`), page)
  }
  t.true(words.includes(event.hash.toString('hex')))
  t.true(words.includes(event.previous_hash.toString('hex')))
  t.is(await karin.follow('Händelsen före'), 200)
  t.is(karin.path(), `/handlaggning/logg/${Number(event.seq) - 1}`)
  t.deepEqual(
    (await audited(house, 'audit-event-shown')).map(({ details }) => details),
    [{ event: event.seq }, { event: String(Number(event.seq) - 1) }],
  )
  t.is(await karin.open('/handlaggning/logg/999999999'), 404)
  t.is(await karin.open('/handlaggning/logg/0'), 404)
})

test('a protected person has no name in the log, nor is found by it', async (t) => {
  const { house, karin } = await atTheLog(t)
  const { name } = await house.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('username', '=', 'rapport10001')
    .select(['family_name as name'])
    .executeTakeFirstOrThrow()
  await showNumber(house, 'rapport10001')
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'rapport10001'`.execute(house.owner)
  karin.fill('Om vem', 'rapport10001')
  await karin.press('Sök')
  t.true(sentences(karin).includes('tittade på personnumret för Skyddade personuppgifter'))
  t.false(wordsOf(karin).includes(name))
  karin.fill('Om vem', name)
  t.is(await karin.press('Sök'), 422)
  t.deepEqual(karin.errors(), [
    'Ingen har det användarnamnet, personnumret eller namnet. Kontrollera hur det är skrivet.',
  ])
})

test('what cannot be searched for is said by its field', async (t) => {
  const { karin } = await atTheLog(t)
  karin.fill('Om vem', 'finnsinte')
  karin.fill('Skola eller kommun', 'finnsinte')
  karin.fill('Från klockslag', '14:30')
  t.is(await karin.press('Sök'), 422)
  t.deepEqual(karin.errors(), [
    'Ingen har det användarnamnet, personnumret eller namnet. Kontrollera hur det är skrivet.',
    'Ingen skola eller kommun har den koden eller det namnet.',
    'Skriv en dag, till exempel 2026-03-29, och ett klockslag som 14:30 om du vill.',
  ])
  t.is(await karin.open('/handlaggning/logg?handelse=finnsinte'), 400)
  t.is(await karin.open('/handlaggning/logg?om=finnsinte'), 400)
  t.is(await karin.open('/handlaggning/logg?fore=-1'), 400)
})

test('of several with the name, the one that is meant is chosen', async (t) => {
  const { karin } = await atTheLog(t)
  karin.fill('Skola eller kommun', 'Norrsjö')
  t.is(await karin.press('Sök'), 200)
  t.true(wordsOf(karin).includes('Vilken skola eller kommun menar du?'))
  t.is(await karin.follow('Norrsjö folkhögskola (10002)'), 200)
  t.regex(karin.path(), /organisation=/)
})

test('a file holds what was searched for, no formula and no protected name, and taking it out is an event', async (t) => {
  const { house, karin } = await atTheLog(t)
  await sql`update person set given_name = '=cmd()' from account
    where account.person_id = person.id and username = 'rapport10002'`.execute(house.owner)
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'rapport10001'`.execute(house.owner)
  await showNumber(house, 'rapport10001')
  await showNumber(house, 'rapport10002')
  const body = (format: string) => new URLSearchParams({ token: karin.formToken(), handelse: 'number-shown', format })
  const csv = await karin.send('/handlaggning/logg/fil', { method: 'POST', body: body('csv') })
  t.regex(csv.headers.get('content-disposition') ?? '', /attachment; filename="logg.csv"/)
  const lines = Buffer.from(await csv.arrayBuffer()).toString('utf8')
  t.true(lines.startsWith('\u{FEFF}"Nummer";"Tid"'))
  t.is(lines.trim().split('\r\n').length, 3)
  t.true(lines.includes('Skyddade personuppgifter'))
  t.true(lines.includes(`"'=cmd()`))
  const json = await karin.send('/handlaggning/logg/fil', { method: 'POST', body: body('jsonl') })
  const [first] = (await json.text()).trim().split('\n')
  t.like(JSON.parse(first ?? ''), {
    kind: 'number-shown',
    result: 'done',
    aboutId: await accountIdOf(house, 'rapport10002'),
  })
  t.deepEqual(
    (await audited(house, 'audit-exported')).map(({ details }) => details),
    ['csv', 'jsonl'].map((format) => ({ format, atMost: 100_000, handelse: 'number-shown' })),
  )
})

test('a file of more than one reading has every event once', async (t) => {
  const { house, karin } = await atTheLog(t)
  await sql`insert into audit_event (kind, result, details) select 'mail-sent', 'done', '{}' from generate_series(1, 2345)`.execute(
    house.owner,
  )
  const body = new URLSearchParams({ token: karin.formToken(), handelse: 'mail-sent', format: 'jsonl' })
  const answer = await karin.send('/handlaggning/logg/fil', { method: 'POST', body })
  const seqs = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => Number(JSON.parse(line).seq))
  t.is(seqs.length, 2345)
  t.is(new Set(seqs).size, 2345)
})

async function walkedBy(house: TestHouse, karin: Browser) {
  await karin.open('/handlaggning/logg/kedja')
  await karin.press('Kontrollera nu')
  const { id } = await house.owner
    .selectFrom('audit_verification')
    .select('id')
    .orderBy('asked_at', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

test('the chain is walked by the worker, and the page says how far it is whole', async (t) => {
  const { house, karin } = await atTheLog(t)
  await karin.open('/handlaggning/logg/kedja')
  t.true(wordsOf(karin).includes('Kedjan har inte kontrollerats härifrån än.'))
  const verificationId = await walkedBy(house, karin)
  t.regex(wordsOf(karin), /En kontroll pågår: 0 av \d+ händelser/)
  t.is(await goOn(house.db, { verificationId }, quiet), 'done')
  await karin.open('/handlaggning/logg/kedja')
  t.regex(wordsOf(karin), /Kedjan är hel till och med händelse \d+/)
  t.like((await audited(house, 'audit-verified'))[0]?.details, { state: 'whole' })
  t.is(await goOn(house.db, { verificationId }, quiet), 'done', 'it is told once')
  t.is((await audited(house, 'audit-verified')).length, 1)
})

test('an event that was changed is where the chain breaks', async (t) => {
  const { house, karin } = await atTheLog(t)
  await sql`alter table audit_event disable trigger audit_event_append_only`.execute(house.owner)
  await sql`update audit_event set details = '{"rows": 1}' where seq = 3`.execute(house.owner)
  const verificationId = await walkedBy(house, karin)
  const heard: unknown[] = []
  await goOn(house.db, { verificationId }, { error: (...told) => heard.push(told) })
  t.deepEqual(heard, [[{ brokenAt: '3', why: 'changed' }, 'the chain of audit events is broken']])
  await karin.open('/handlaggning/logg/kedja')
  t.true(wordsOf(karin).includes('Kedjan är bruten vid händelse 3.'))
  t.true(wordsOf(karin).includes('Händelsen har ändrats efter att den skrevs.'))
})

test('one walk at a time: who asks meanwhile begins no other', async (t) => {
  const { house, karin } = await atTheLog(t)
  await walkedBy(house, karin)
  const body = new URLSearchParams({ token: karin.formToken() })
  await karin.send('/handlaggning/logg/kedja', { method: 'POST', body })
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_verification`.execute(
    house.owner,
  )
  t.is(rows[0]?.count, 1)
})

/** To a time of day in Sweden, tomorrow. */
const travelTo = async (house: TestHouse, time: string) => {
  const { rows } = await sql<{ left: string }>`
    select ((portvakt_today() + 1 + ${time}::time) at time zone 'Europe/Stockholm' - portvakt_now())::text as left`.execute(
    house.owner,
  )
  await travel(house.owner, rows[0]?.left ?? '')
}

const theWalk = async ({ owner }: TestHouse) =>
  await owner
    .selectFrom('audit_verification')
    .select(['id', 'asked_by as askedBy'])
    .where('finished_at', 'is', null)
    .executeTakeFirstOrThrow()

test('each night the chain is walked without anybody asking: once, whoever else tries, and the next night again', async (t) => {
  const { house } = await atTheLog(t)
  await travelTo(house, '01:58')
  t.false(await walkTonight(house.db), 'it is not night yet')
  await travel(house.owner, '3 minutes')
  const tried = await Promise.all([walkTonight(house.db), walkTonight(house.db), walkTonight(house.db)])
  t.deepEqual(tried.filter(Boolean), [true])
  const { id: verificationId, askedBy } = await theWalk(house)
  t.is(askedBy, null)
  const { rows } = await sql<{ chores: number }>`select count(*)::int as chores from pgboss.job
    where name = 'chores' and data ->> 'verificationId' = ${verificationId}`.execute(house.owner)
  t.is(rows[0]?.chores, 1, 'the worker is asked once')
  t.is(await goOn(house.db, { verificationId }, quiet), 'done')
  t.like(await audited(house, 'audit-verified'), { 0: { by: null, details: { state: 'whole' } }, length: 1 })
  await travel(house.owner, '21 hours')
  t.false(await walkTonight(house.db), 'it has been walked today')
  await travelTo(house, '02:01')
  t.true(await walkTonight(house.db))
})

test('a walk that has stood still for an hour is taken up by another worker: once, and only while it stands still', async (t) => {
  const { house, karin } = await atTheLog(t)
  const verificationId = await walkedBy(house, karin)
  await sql`delete from pgboss.job where name = 'chores'`.execute(house.owner)
  t.false(await takeUpWalk(house.db))
  await travel(house.owner, '61 minutes')
  const tried = await Promise.all([takeUpWalk(house.db), takeUpWalk(house.db), takeUpWalk(house.db)])
  t.deepEqual(tried.filter(Boolean), [true])
  const { rows } = await sql<{ id: string }>`select data ->> 'verificationId' as id from pgboss.job
    where name = 'chores'`.execute(house.owner)
  t.deepEqual(rows, [{ id: verificationId }])
  await goOn(house.db, { verificationId }, quiet)
  await travel(house.owner, '61 minutes')
  t.false(await takeUpWalk(house.db), 'it has come to its end')
})

test('what the walk of the night found is shown; a broken chain is a task until it is found whole', async (t) => {
  const { house, karin } = await atTheLog(t)
  const task = 'Loggen är inte hel: en händelse har ändrats eller saknas'
  const details = async (changed: string) => {
    await sql`alter table audit_event disable trigger audit_event_append_only`.execute(house.owner)
    const { rows } = await sql<{ before: string }>`
      update audit_event new set details = ${changed}::jsonb from audit_event old
      where new.seq = 3 and old.seq = 3 returning old.details::text as before`.execute(house.owner)
    return rows[0]?.before ?? ''
  }
  const walkNow = async () => {
    await travelTo(house, '02:01')
    t.true(await walkTonight(house.db))
    await goOn(house.db, { verificationId: (await theWalk(house)).id }, quiet)
    const officer = await signedInAs(t, house, 'handlaggare1')
    await officer.open('/handlaggning')
    return officer
  }
  await karin.open('/handlaggning')
  t.false(wordsOf(karin).includes(task))
  const before = await details('{"rows": 1}')
  const officer = await walkNow()
  t.is(await officer.follow(task), 200)
  t.true(wordsOf(officer).includes('Kedjan är bruten vid händelse 3.'))
  await details(before)
  t.false(wordsOf(await walkNow()).includes(task))
})
