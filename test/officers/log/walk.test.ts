import test from 'ava'
import { sql } from 'kysely'
import { goOn } from '../../../src/audit/chain/walk.js'
import { takeUpWalk, walkTonight } from '../../../src/officers/log/ask-for-walk.js'
import { audited, signedInAs, wordsOf } from '../../own-account/client.js'
import type { Browser } from '../../support/browser.js'
import { travel } from '../../support/clock.js'
import type { TestApp } from '../../support/app.js'
import { atTheLog } from './reader.js'
import { silentLog } from '../../support/silent-log.js'

async function walkedBy(app: TestApp, karin: Browser) {
  await karin.open('/handlaggning/logg/kedja')
  await karin.press('Kontrollera nu')
  const { id } = await app.owner
    .selectFrom('audit_verification')
    .select('id')
    .orderBy('asked_at', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

test('the chain is walked by the worker, and the page says how far it is whole', async (t) => {
  const { app, karin } = await atTheLog(t)
  await karin.open('/handlaggning/logg/kedja')
  t.true(wordsOf(karin).includes('Kedjan har inte kontrollerats härifrån än.'))
  const verificationId = await walkedBy(app, karin)
  t.regex(wordsOf(karin), /En kontroll pågår: 0 av \d+ händelser/)
  t.is(await goOn(app.db, { verificationId }, silentLog), 'done')
  await karin.open('/handlaggning/logg/kedja')
  t.regex(wordsOf(karin), /Kedjan är hel till och med händelse \d+/)
  t.like((await audited(app, 'audit-verified'))[0]?.details, { state: 'whole' })
  t.is(await goOn(app.db, { verificationId }, silentLog), 'done', 'it is told once')
  t.is((await audited(app, 'audit-verified')).length, 1)
})

test('an event that was changed is where the chain breaks (R-92)', async (t) => {
  const { app, karin } = await atTheLog(t)
  await sql`alter table audit_event disable trigger audit_event_append_only`.execute(app.owner)
  await sql`update audit_event set details = '{"rows": 1}' where seq = 3`.execute(app.owner)
  const verificationId = await walkedBy(app, karin)
  const heard: unknown[] = []
  await goOn(app.db, { verificationId }, { ...silentLog, error: (...line) => void heard.push(line) })
  t.deepEqual(heard, [[{ brokenAt: '3', why: 'changed' }, 'the chain of audit events is broken']])
  await karin.open('/handlaggning/logg/kedja')
  t.true(wordsOf(karin).includes('Kedjan är bruten vid händelse 3.'))
  t.true(wordsOf(karin).includes('Händelsen har ändrats efter att den skrevs.'))
})

test('one walk at a time: who asks meanwhile begins no other', async (t) => {
  const { app, karin } = await atTheLog(t)
  await walkedBy(app, karin)
  const body = new URLSearchParams({ token: karin.formToken() })
  await karin.send('/handlaggning/logg/kedja', { method: 'POST', body })
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_verification`.execute(
    app.owner,
  )
  t.is(rows[0]?.count, 1)
})

/** To a time of day in Sweden, tomorrow. */
const travelTo = async (app: TestApp, time: string) => {
  const { rows } = await sql<{ left: string }>`
    select ((portvakt_today() + 1 + ${time}::time) at time zone 'Europe/Stockholm' - portvakt_now())::text as left`.execute(
    app.owner,
  )
  await travel(app.owner, rows[0]?.left ?? '')
}

const theWalk = async ({ owner }: TestApp) =>
  await owner
    .selectFrom('audit_verification')
    .select(['id', 'asked_by as askedBy'])
    .where('finished_at', 'is', null)
    .executeTakeFirstOrThrow()

test('each night the chain is walked without anybody asking: once, whoever else tries, and the next night again', async (t) => {
  const { app } = await atTheLog(t)
  await travelTo(app, '01:58')
  t.false(await walkTonight(app.db), 'it is not night yet')
  await travel(app.owner, '3 minutes')
  const tried = await Promise.all([walkTonight(app.db), walkTonight(app.db), walkTonight(app.db)])
  t.deepEqual(tried.filter(Boolean), [true])
  const { id: verificationId, askedBy } = await theWalk(app)
  t.is(askedBy, null)
  const { rows } = await sql<{ chores: number }>`select count(*)::int as chores from pgboss.job
    where name = 'chores' and data ->> 'verificationId' = ${verificationId}`.execute(app.owner)
  t.is(rows[0]?.chores, 1, 'the worker is asked once')
  t.is(await goOn(app.db, { verificationId }, silentLog), 'done')
  t.like(await audited(app, 'audit-verified'), { 0: { by: null, details: { state: 'whole' } }, length: 1 })
  await travel(app.owner, '21 hours')
  t.false(await walkTonight(app.db), 'it has been walked today')
  await travelTo(app, '02:01')
  t.true(await walkTonight(app.db))
})

test('a walk that has stood still for an hour is taken up by another worker: once, and only while it stands still', async (t) => {
  const { app, karin } = await atTheLog(t)
  const verificationId = await walkedBy(app, karin)
  await sql`delete from pgboss.job where name = 'chores'`.execute(app.owner)
  t.false(await takeUpWalk(app.db))
  await travel(app.owner, '61 minutes')
  const tried = await Promise.all([takeUpWalk(app.db), takeUpWalk(app.db), takeUpWalk(app.db)])
  t.deepEqual(tried.filter(Boolean), [true])
  const { rows } = await sql<{ id: string }>`select data ->> 'verificationId' as id from pgboss.job
    where name = 'chores'`.execute(app.owner)
  t.deepEqual(rows, [{ id: verificationId }])
  await goOn(app.db, { verificationId }, silentLog)
  await travel(app.owner, '61 minutes')
  t.false(await takeUpWalk(app.db), 'it has come to its end')
})

test('what the walk of the night found is shown; a broken chain is a task until it is found whole', async (t) => {
  const { app, karin } = await atTheLog(t)
  const task = 'Loggen är inte hel: en händelse har ändrats eller saknas'
  const details = async (changed: string) => {
    await sql`alter table audit_event disable trigger audit_event_append_only`.execute(app.owner)
    const { rows } = await sql<{ before: string }>`
      update audit_event new set details = ${changed}::jsonb from audit_event old
      where new.seq = 3 and old.seq = 3 returning old.details::text as before`.execute(app.owner)
    return rows[0]?.before ?? ''
  }
  const walkNow = async () => {
    await travelTo(app, '02:01')
    t.true(await walkTonight(app.db))
    await goOn(app.db, { verificationId: (await theWalk(app)).id }, silentLog)
    const officer = await signedInAs(t, app, 'handlaggare1')
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
