import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { countPermissionDays } from '../../src/permissions/per-day/count-days.js'
import { accountIdOf, audited, signedInByPassword, wordsOf } from '../own-account/client.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'

async function atTheDesk(t: ExecutionContext) {
  const app = await startTestApp(t, { isWorkerOff: true })
  const karin = await signedInByPassword(t, app, 'handlaggare1')
  await karin.open('/handlaggning')
  return { app, karin }
}

const deadLetter = async ({ owner }: TestApp, accountId: string) => {
  const { rows } = await sql<{ id: string }>`
    insert into pgboss.job (name, data, source_output)
    values ('undelivered-letters', ${JSON.stringify({ kind: 'password-changed', accountId, at: '2026-01-01T00:00:00Z', proof: 'reset' })}::jsonb,
      '{"reason": "550 5.1.1"}')
    returning id`.execute(owner)
  return rows[0]?.id ?? ''
}

const waitingLetters = async ({ owner }: TestApp) => {
  const { rows } = await sql<{ kind: string }>`
    select data ->> 'kind' as kind from pgboss.job where name = 'letters' and state = 'created'
      and data ->> 'kind' = 'password-changed'`.execute(owner)
  return rows.length
}

test('sign-ins, locks and ordered codes are counted by the day in Sweden, and no other kinds', async (t) => {
  const { app, karin } = await atTheDesk(t)
  await signedInByPassword(t, app, 'rapport10001')
  await karin.open('/handlaggning')
  t.regex(wordsOf(karin), /Inloggningar I dag 2\. Som mest 2, den/)
  t.regex(wordsOf(karin), /Spärrade inloggningar Inget under perioden\./)
  await travel(app.owner, '24 hours')
  const later = await signedInByPassword(t, app, 'handlaggare2')
  await later.open('/handlaggning')
  t.regex(wordsOf(later), /Inloggningar I dag 1\. Som mest 2, den/)
  const { rows } = await sql<{
    kinds: string[]
  }>`select array_agg(distinct kind order by kind) as kinds from event_day`.execute(app.owner)
  t.deepEqual(rows[0]?.kinds, ['one-time-password-ordered', 'signed-in'])
})

test('the service itself cannot change what was counted', async (t) => {
  const { app } = await atTheDesk(t)
  await t.throwsAsync(async () => await sql`update event_day set events = 99`.execute(app.db), {
    message: /permission denied/,
  })
})

test('active permissions are those of each day: not the planned, the paused, the ended or those that have run out', async (t) => {
  const { app, karin } = await atTheDesk(t)
  const before = /Gällande behörigheter: Studietider och utbildningar I dag (\d+)\./.exec(wordsOf(karin))?.[1]
  t.true(Number(before) > 1)
  await countPermissionDays(app.db)
  await sql`update "grant" set paused_from = portvakt_today(), paused_to = portvakt_today() + 3, pause_reason = 'other'
    where id = (select id from "grant" where service = 'studietider' and ended_at is null limit 1)`.execute(app.owner)
  await karin.open('/handlaggning')
  t.true(wordsOf(karin).includes(`utbildningar I dag ${before}.`), 'as it was counted a moment ago')
  await travel(app.owner, '11 minutes')
  await countPermissionDays(app.db)
  await karin.open('/handlaggning')
  t.true(wordsOf(karin).includes(`utbildningar I dag ${Number(before) - 1}. Som mest ${before}`))
})

test('a day is counted once it is over and not again', async (t) => {
  const { app } = await atTheDesk(t)
  t.is(await countPermissionDays(app.db), 30)
  t.is(await countPermissionDays(app.db), 0)
  await travel(app.owner, '11 minutes')
  t.is(await countPermissionDays(app.db), 1)
})

test('an appointment that ends within thirty days is a task, unless another follows it', async (t) => {
  const { app, karin } = await atTheDesk(t)
  t.false(wordsOf(karin).includes('uppdrag slutar'))
  await sql`update appointment set valid_to = portvakt_today() + 30
    from account where account.id = account_id and username = 'admin10001'`.execute(app.owner)
  await karin.open('/handlaggning')
  t.is(await karin.follow('Ett uppdrag slutar inom 30 dagar'), 200)
  t.regex(wordsOf(karin), /Marie Lindblad, Vätterbygdens yrkeshögskola \(10001\): sista dagen är/)
  await sql`insert into appointment (account_id, organisation_id, valid_from)
    select account_id, organisation_id, valid_to + 1 from appointment where valid_to is not null`.execute(app.owner)
  await karin.open('/handlaggning/uppdrag')
  t.true(wordsOf(karin).includes('Inget uppdrag slutar inom 30 dagar.'))
})

test('a school that nobody administers today is a task, also when its administrator’s account has ended', async (t) => {
  const { app, karin } = await atTheDesk(t)
  await karin.open('/handlaggning/uppdrag')
  t.false(wordsOf(karin).includes('Vätterbygdens yrkeshögskola'))
  await sql`update account set ended_at = portvakt_now(), end_reason = 'has left' where username = 'admin10001'`.execute(
    app.owner,
  )
  await karin.open('/handlaggning/uppdrag')
  t.is(await karin.follow('Vätterbygdens yrkeshögskola (10001)'), 200)
  t.is(karin.heading(), 'Vätterbygdens yrkeshögskola')
})

test('a mail that was given up is sent anew once, and leaves the list', async (t) => {
  const { app, karin } = await atTheDesk(t)
  const about = await accountIdOf(app, 'rapport10001')
  const id = await deadLetter(app, about)
  await karin.open('/handlaggning')
  t.is(await karin.follow('Ett mejl kom inte fram'), 200)
  t.regex(wordsOf(karin), /Besked om nytt lösenord till .+ Svar från e-postservern: 550 5\.1\.1/)
  t.true(karin.html().includes(`href="/handlaggning/konton/${about}"`))
  t.is(await karin.press('Skicka igen'), 200)
  t.true(wordsOf(karin).includes('Mejlet skickas igen.'))
  t.true(wordsOf(karin).includes('Alla mejl har kommit fram.'))
  t.is(await waitingLetters(app), 1)
  const body = new URLSearchParams({ token: karin.formToken(), id })
  const again = await karin.send('/handlaggning/mejl/igen', { method: 'POST', body })
  t.regex(again.headers.get('location') ?? '', /klart=redan/)
  t.is(await waitingLetters(app), 1)
  const by = await accountIdOf(app, 'handlaggare1')
  t.deepEqual(await audited(app, 'mail-retried'), [
    { by, about, details: { letter: 'password-changed', reason: '550 5.1.1', deadLetter: id } },
  ])
})

test('a mail that is taken off the list is not sent', async (t) => {
  const { app, karin } = await atTheDesk(t)
  await deadLetter(app, await accountIdOf(app, 'rapport10001'))
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'rapport10001'`.execute(app.owner)
  await karin.open('/handlaggning/mejl')
  t.true(wordsOf(karin).includes('Besked om nytt lösenord till Skyddade personuppgifter'))
  await karin.press('Ta bort ur listan')
  t.true(wordsOf(karin).includes('Mejlet är borttaget ur listan.'))
  t.is(await waitingLetters(app), 0)
  t.is((await audited(app, 'mail-dismissed')).length, 1)
})
