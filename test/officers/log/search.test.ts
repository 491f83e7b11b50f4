import test from 'ava'
import { sql } from 'kysely'
import { accountIdOf, audited, wordsOf } from '../../own-account/client.js'
import { travel } from '../../support/clock.js'
import { atTheLog, sentences, showNumber } from './reader.js'

test('what was done stands in the log as a sentence, the latest first', async (t) => {
  const { app, karin } = await atTheLog(t)
  await showNumber(app, 'rapport10001')
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
    const { app, karin } = await atTheLog(t)
    const { id, number, name } = await app.owner
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .where('username', '=', 'rapport10001')
      .select([
        'account.id',
        'personal_identity_number as number',
        sql<string>`given_name || ' ' || family_name`.as('name'),
      ])
      .executeTakeFirstOrThrow()
    await showNumber(app, 'rapport10001')
    await showNumber(app, 'rapport10002')
    const said: Readonly<Record<string, string>> = { number, name }
    karin.fill('Om vem', said[typed] ?? typed)
    t.is(await karin.press('Sök'), 200)
    t.is(karin.path(), `/handlaggning/logg?om=${id}`)
    t.true(sentences(karin).includes(`tittade på personnumret för ${name}`))
    t.is(sentences(karin).split('tittade på').length, 2)
  })
}

test('events are found by who did it, by the school, by kind and by time, and by all of them at once', async (t) => {
  const { app, karin } = await atTheLog(t)
  await showNumber(app, 'rapport10001')
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
  const { app, karin } = await atTheLog(t)
  await showNumber(app, 'rapport10001')
  const { rows } = await sql<{ day: string; clock: string; later: string; laterDay: string }>`
    select (at at time zone 'Europe/Stockholm')::date::text as day,
      to_char(at at time zone 'Europe/Stockholm', 'HH24:MI') as clock,
      (at at time zone 'Europe/Stockholm' + interval '1 minute')::date::text as "laterDay",
      to_char(at at time zone 'Europe/Stockholm' + interval '1 minute', 'HH24:MI') as later
    from audit_event where kind = 'number-shown'`.execute(app.owner)
  const { day = '', clock = '', later = '', laterDay = '' } = rows[0] ?? {}
  const found = async (query: Record<string, string>) => {
    await karin.open(`/handlaggning/logg?${new URLSearchParams({ handelse: 'number-shown', ...query }).toString()}`)
    return sentences(karin).includes('tittade på personnumret')
  }
  t.true(await found({ fran: day, frankl: clock, till: day, tillkl: clock }))
  t.false(await found({ fran: laterDay, frankl: later }))
})

test('every page of the log goes on where the one before ended', async (t) => {
  const { app, karin } = await atTheLog(t)
  for (let times = 0; times < 30; times += 1) await showNumber(app, 'rapport10001')
  await karin.open('/handlaggning/logg?handelse=number-shown')
  t.is(sentences(karin).split('tittade på').length, 26)
  await karin.follow('Visa äldre händelser')
  t.is(sentences(karin).split('tittade på').length, 6)
  await karin.follow('Visa de senaste händelserna')
  t.is(sentences(karin).split('tittade på').length, 26)
})

test('a search leaves one event, however many of its pages are read', async (t) => {
  const { app, karin } = await atTheLog(t)
  for (let times = 0; times < 30; times += 1) await showNumber(app, 'rapport10001')
  const about = await accountIdOf(app, 'rapport10001')
  const by = await accountIdOf(app, 'handlaggare1')
  await karin.open(`/handlaggning/logg?om=${about}`)
  await karin.follow('Visa äldre händelser')
  await karin.open(`/handlaggning/logg?om=${about}`)
  t.deepEqual(await audited(app, 'audit-searched'), [
    { by, about: null, details: {} },
    { by, about, details: {} },
  ])
  await travel(app.owner, '11 minutes')
  await karin.open(`/handlaggning/logg?om=${about}`)
  t.is((await audited(app, 'audit-searched')).length, 3, 'later it is another reading')
})

test('the whole of an event shows every column, and reading it is an event', async (t) => {
  const { app, karin } = await atTheLog(t)
  await showNumber(app, 'rapport10001')
  const event = await app.owner
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
    (await audited(app, 'audit-event-shown')).map(({ details }) => details),
    [{ event: event.seq }, { event: String(Number(event.seq) - 1) }],
  )
  t.is(await karin.open('/handlaggning/logg/999999999'), 404)
  t.is(await karin.open('/handlaggning/logg/0'), 404)
})

test('a protected person has no name in the log, nor is found by it', async (t) => {
  const { app, karin } = await atTheLog(t)
  const { name } = await app.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('username', '=', 'rapport10001')
    .select(['family_name as name'])
    .executeTakeFirstOrThrow()
  await showNumber(app, 'rapport10001')
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'rapport10001'`.execute(app.owner)
  karin.fill('Om vem', 'rapport10001')
  await karin.press('Sök')
  t.true(sentences(karin).includes('tittade på personnumret för Skyddade personuppgifter'))
  t.false(wordsOf(karin).includes(name ?? 'no name'))
  karin.fill('Om vem', name ?? 'no name')
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
