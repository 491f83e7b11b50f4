import test from 'ava'
import { sql } from 'kysely'
import type { Db } from '../../src/database/database.js'
import { signIn } from '../../src/login/sign-in.js'
import { countSource, uncountSource } from '../../src/login/source/source.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { events, from, password, person, tries } from './fixture.js'

const context = testContext()
const here = '192.0.2.10'

test('twenty failures in ten minutes are let through from one address, the next is not', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T12:04:00Z')
  t.is(await countTimes(db, here, 20), 20)
  t.deepEqual(await countSource(db, context, here, 'failure'), {
    kind: 'limited',
    retryAfterSeconds: 390,
    isFirst: true,
  })
  t.like(await countSource(db, context, here, 'failure'), { kind: 'limited', isFirst: false })
  t.like(await countSource(db, context, '192.0.2.11', 'failure'), { kind: 'counted' })
})

test('a hundred failures are let through from one network', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T12:04:00Z')
  for (let host = 1; host <= 5; host += 1) t.is(await countTimes(db, `192.0.2.${host}`, 20), 20)
  t.like(await countSource(db, context, '192.0.2.200', 'failure'), { kind: 'limited' })
  t.like(await countSource(db, context, '192.0.3.1', 'failure'), { kind: 'counted' })
  const counted = await owner.selectFrom('source_attempts').where('source', '=', '192.0.2.200').selectAll().execute()
  t.deepEqual(
    counted.map(({ attempts }) => attempts),
    [0],
    'what the network refuses is not held against the address',
  )
})

test('failures and orders are counted apart', async (t) => {
  const { db } = await freshDatabase(t)
  await countTimes(db, here, 20)
  t.like(await countSource(db, context, here, 'order'), { kind: 'counted' })
})

test('a burst around the turn of the window gains nothing', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T12:09:59Z')
  t.is(await countTimes(db, here, 25), 20)
  await stopClockAt(owner, '2026-03-02T12:10:01Z')
  t.is(await countTimes(db, here, 25), 0)
  await stopClockAt(owner, '2026-03-02T12:15:00Z')
  t.is(await countTimes(db, here, 25), 10, 'half of the window is left')
  await stopClockAt(owner, '2026-03-02T12:30:00Z')
  t.is(await countTimes(db, here, 25), 20)
})

for (const [when, start, secondsLater] of [
  ['early in a window', '2026-03-02T12:00:01Z', 0],
  ['at its end', '2026-03-02T12:09:59Z', 0],
  ['after it', '2026-03-02T12:09:59Z', 2],
] as const) {
  test(`whoever is turned away ${when} and comes back when told is let through, and not before`, async (t) => {
    const { db, owner } = await freshDatabase(t)
    const after = (seconds: number) => new Date(new Date(start).getTime() + seconds * 1000).toISOString()
    await stopClockAt(owner, start)
    await countTimes(db, here, 20)
    await stopClockAt(owner, after(secondsLater))
    const limited = await countSource(db, context, here, 'failure')
    const seconds = limited.kind === 'limited' ? limited.retryAfterSeconds : Number.NaN
    await stopClockAt(owner, after(secondsLater + seconds - 2))
    t.like(await countSource(db, context, here, 'failure'), { kind: 'limited' })
    await stopClockAt(owner, after(secondsLater + seconds))
    t.like(await countSource(db, context, here, 'failure'), { kind: 'counted' })
  })
}

test('what is taken back is not counted', async (t) => {
  const { db } = await freshDatabase(t)
  for (let turn = 0; turn < 30; turn += 1) {
    const counted = await countSource(db, context, here, 'failure')
    t.is(counted.kind, 'counted')
    await uncountSource(db, counted)
  }
  t.is(await countTimes(db, here, 21), 20)
})

test('an attempt is taken back once, however often that is asked for, and another one stays counted', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await countTimes(db, here, 2)
  const counted = await countSource(db, context, here, 'failure')
  for (let turn = 0; turn < 3; turn += 1) await uncountSource(db, counted)
  t.deepEqual(await attemptsOf(owner), [2, 2])
})

test('an attempt whose taking back fails in the database is taken from both its sources at the next try, or from neither', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await countTimes(db, here, 2)
  const counted = await countSource(db, context, here, 'failure')
  await sql`
    create function fail_here() returns trigger language plpgsql as $$
    begin raise exception 'not now' using errcode = '53300'; end $$`.execute(owner)
  await sql`
    create trigger failing before update on source_attempts for each row
    when (new.source like '%/24') execute function fail_here()`.execute(owner)
  await t.throwsAsync(uncountSource(db, counted))
  t.deepEqual(await attemptsOf(owner), [3, 3])
  await sql`drop trigger failing on source_attempts`.execute(owner)
  await uncountSource(db, counted)
  await uncountSource(db, counted)
  t.deepEqual(await attemptsOf(owner), [2, 2])
})

test('an attempt whose taking back got no answer is not taken back again', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await countTimes(db, here, 2)
  const counted = await countSource(db, context, here, 'failure')
  const losesTheAnswer = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async () => {
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    },
  })
  await t.throwsAsync(uncountSource(losesTheAnswer, counted))
  await uncountSource(db, counted)
  t.deepEqual(await attemptsOf(owner), [2, 2])
})

test('an attempt that its address counted and its network could not is counted at neither', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await countTimes(db, here, 2)
  await sql`
    create function fail_here() returns trigger language plpgsql as $$
    begin raise exception 'not now' using errcode = '53300'; end $$`.execute(owner)
  await sql`
    create trigger failing before insert on source_attempts for each row
    when (new.source like '%/24') execute function fail_here()`.execute(owner)
  await t.throwsAsync(countSource(db, context, here, 'failure'))
  t.deepEqual(await attemptsOf(owner), [2, 2])
})

test('what is taken back after the window has turned is taken from the window where it was counted', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T12:09:59Z')
  const counted = await countSource(db, context, here, 'failure')
  await stopClockAt(owner, '2026-03-02T12:10:01Z')
  t.is(await countTimes(db, here, 3), 3)
  await uncountSource(db, counted)
  const windows = owner.selectFrom('source_attempts').where('source', '=', here).select('attempts').orderBy('since')
  t.deepEqual(
    (await windows.execute()).map(({ attempts }) => attempts),
    [0, 3],
  )
})

test('fifty at once from one address: no more than twenty are let through', async (t) => {
  const { db } = await freshDatabase(t)
  // On a busy machine some of them may get no connection in time; they are not let through either.
  const counted = await Promise.allSettled(Array.from({ length: 50 }, () => countSource(db, context, here, 'failure')))
  const letThrough = counted.filter((each) => each.status === 'fulfilled' && each.value.kind === 'counted').length
  t.true(letThrough <= 20 && letThrough > 0, String(letThrough))
  t.true(letThrough + (await countTimes(db, here, 25)) <= 20)
})

test('a limited source does not touch the counter of any name, nor the hashing (R-24)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const strict = testContext({ policy: { source: { failuresPerAddress: 4 } } })
  await person(db, strict, 'anna')
  for (const name of ['a', 'b', 'c', 'd']) await tries(db, strict, name)
  t.like(await tries(db, strict, 'anna'), { kind: 'limited' })
  t.like(await tries(db, strict, 'anna', password), { kind: 'limited' })
  t.is((await owner.selectFrom('login_attempts').selectAll().execute()).length, 4)
  const elsewhere = { username: 'anna', password, from: { ...from, address: '198.51.100.1' } } as const
  t.like(await signIn(db, strict, elsewhere), { kind: 'signed-in' })
})

test('right passwords are not held against a school that shares an address', async (t) => {
  const { db } = await freshDatabase(t)
  const strict = testContext({ policy: { source: { failuresPerAddress: 4, failuresPerNetwork: 4 } } })
  await person(db, strict, 'anna')
  for (let turn = 0; turn < 8; turn += 1) t.like(await tries(db, strict, 'anna', password), { kind: 'signed-in' })
})

test('a source that is turned away is in the audit once for each window', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const strict = testContext({ policy: { source: { failuresPerAddress: 4 } } })
  await stopClockAt(owner, '2026-03-02T12:00:00Z')
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await tries(db, strict, name)
  t.is((await events(owner)).filter((kind) => kind === 'source-limited').length, 1)
})

const countTimes = async (db: Db, address: string, times: number) => {
  let counted = 0
  for (let turn = 0; turn < times; turn += 1) {
    if ((await countSource(db, context, address, 'failure')).kind === 'counted') counted += 1
  }
  return counted
}

const attemptsOf = async (owner: Db) =>
  (await owner.selectFrom('source_attempts').select('attempts').orderBy('source').execute()).map(
    ({ attempts }) => attempts,
  )
