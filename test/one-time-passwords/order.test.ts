import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { redeem, standing, tryCode } from '../../src/one-time-passwords/redeem.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'
import { codeFor, from, order, otherThan, reporter } from './reporter.js'

const context = testContext()

test('a new code replaces the one before it in its browser (R-33, F-04)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  const first = await order(db, context)
  await travel(owner, '61 seconds')
  const second = await order(db, context, 'rut4711', { currentCodeId: first.codeId })
  t.is(await standing(db, context, first.codeId), undefined)
  t.false(await db.transaction().execute((trx) => redeem(trx, first.codeId)))
  t.true(await db.transaction().execute((trx) => redeem(trx, second.codeId)))
})

for (const username of ['rut4711', 'finnsinte']) {
  test(`one order a minute and three an hour, not counting the refused, for ${username} (T5)`, async (t) => {
    const { db, owner } = await freshDatabase(t)
    await reporter(db)
    const pace = ['0 seconds', '50 seconds', '11 seconds', '61 seconds', '61 seconds']
    t.deepEqual(await ordersAt(t, { db, owner, username }, pace), [true, false, true, true, false])
    await travel(owner, '1 hour')
    t.true((await order(db, context, username)).isWithinLimits)
  })
}

test('a stranger who orders a code takes none from the browser that has one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  const first = await order(db, context)
  await travel(owner, '61 seconds')
  await order(db, context)
  t.not(await standing(db, context, first.codeId), undefined)
  const typed = await codeFor(db, context, first.codeId)
  t.like(await tryCode(db, context, { codeId: first.codeId, typed, from }), { kind: 'right' })
})

test('an order of another name replaces no code, and none fits it but its own', async (t) => {
  const { db } = await freshDatabase(t)
  await reporter(db)
  await reporter(db, 'eva1234', 'eva@skola.example')
  const rut = await order(db, context)
  for (let turn = 1; turn <= 2; turn += 1) {
    const eva = await order(db, context, 'eva1234', { currentCodeId: rut.codeId })
    const typed = await codeFor(db, context, rut.codeId)
    t.like(await tryCode(db, context, { codeId: eva.codeId, typed, from }), { kind: 'wrong' })
  }
  t.not(await standing(db, context, rut.codeId), undefined)
})

test('one network gets five orders of a name in a day', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const day = Array.from({ length: 6 }, () => '125 minutes')
  const answers = await ordersAt(t, { db, owner, username: 'rut4711' }, day)
  t.deepEqual(answers, [...Array.from({ length: 5 }, () => true), false])
})

test('strangers with many networks get ten orders of a name in a day together', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  t.is(await ordersOfStrangers({ db, owner }, 30), 10)
  const { rows } = await sql`select 1 from one_time_password where account_id is not null`.execute(owner)
  t.is(rows.length, 10, 'no more is mailed')
})

test('the right person gets a code from a familiar network when strangers have used up theirs, ten in a day at most', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  await ordersOfStrangers({ db, owner }, 30)
  const school = { network: '198.51.100.0/24', isFamiliar: true }
  const { codeId, isWithinLimits } = await order(db, context, 'rut4711', school)
  t.true(isWithinLimits)
  const typed = await codeFor(db, context, codeId)
  t.like(await tryCode(db, context, { codeId, typed, from }), { kind: 'right' })
  let ordered = 1
  for (let turn = 1; turn <= 20; turn += 1) {
    await travel(owner, '21 minutes')
    const familiar = { network: `198.51.${turn}.0/24`, isFamiliar: true }
    if ((await order(db, context, 'rut4711', familiar)).isWithinLimits) ordered += 1
  }
  t.is(ordered, 10)
})

test('the right person gets a code from any other network when a stranger has used up one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  for (let turn = 1; turn <= 30; turn += 1) {
    const { codeId, isWithinLimits } = await order(db, context)
    const wrong = isWithinLimits ? otherThan(await codeFor(db, context, codeId)) : '1234 5678'
    for (let count = 1; count <= 5; count += 1) await tryCode(db, context, { codeId, typed: wrong, from })
    await travel(owner, '2 minutes')
  }
  const { codeId, isWithinLimits } = await order(db, context, 'rut4711', { network: '203.0.113.0/24' })
  t.true(isWithinLimits)
  t.like(await tryCode(db, context, { codeId, typed: await codeFor(db, context, codeId), from }), { kind: 'right' })
})

test('a code that a browser had fits its order beyond the limits, and is used up by it', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await reporter(db)
  const first = await order(db, context)
  const beyond = await order(db, context, 'rut4711', { currentCodeId: first.codeId })
  const again = await order(db, context, 'rut4711', { currentCodeId: beyond.codeId })
  t.deepEqual([beyond.isWithinLimits, again.isWithinLimits], [false, false])
  t.like(await standing(db, context, again.codeId), { triesLeft: 5 })
  const typed = await codeFor(db, context, first.codeId)
  const tried = await tryCode(db, context, { codeId: again.codeId, typed, from })
  t.deepEqual(tried, { kind: 'right', accountId, codeId: first.codeId })
  t.true(await db.transaction().execute((trx) => redeem(trx, first.codeId)))
  t.like(await tryCode(db, context, { codeId: again.codeId, typed, from }), { kind: 'wrong' })
})

test('a code has five tries, through however many orders beyond the limits it is tried', async (t) => {
  const { db } = await freshDatabase(t)
  await reporter(db)
  const first = await order(db, context)
  const right = await codeFor(db, context, first.codeId)
  for (let turn = 1; turn <= 5; turn += 1) {
    const { codeId } = await order(db, context, 'rut4711', { currentCodeId: first.codeId })
    await tryCode(db, context, { codeId, typed: otherThan(right), from })
  }
  const { codeId } = await order(db, context, 'rut4711', { currentCodeId: first.codeId })
  t.like(await tryCode(db, context, { codeId, typed: right, from }), { kind: 'wrong' })
})

test('an order beyond the limits replaces nothing, mails nothing and opens nothing', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  const first = await order(db, context)
  const beyond = await order(db, context)
  t.deepEqual([first.isWithinLimits, beyond.isWithinLimits], [true, false])
  t.not(await standing(db, context, first.codeId), undefined)
  t.like(await standing(db, context, beyond.codeId), { triesLeft: 5 })
  const derived = await codeFor(db, context, beyond.codeId)
  t.deepEqual(await tryCode(db, context, { codeId: beyond.codeId, typed: derived, from }), {
    kind: 'wrong',
    triesLeft: 4,
  })
  t.false(await db.transaction().execute((trx) => redeem(trx, beyond.codeId)))
  t.deepEqual(await audited(owner), [
    'one-time-password-ordered done',
    'one-time-password-order-refused refused',
    'one-time-password-tried refused',
  ])
})

test('after ten wrong codes in a day from one network nothing is mailed to its orders, until a day has passed (R-33)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  for (let round = 1; round <= 2; round += 1) {
    const { codeId } = await order(db, context)
    const wrong = otherThan(await codeFor(db, context, codeId))
    for (let count = 1; count <= 5; count += 1) await tryCode(db, context, { codeId, typed: wrong, from })
    await travel(owner, '2 hours')
  }
  t.false((await order(db, context)).isWithinLimits)
  await travel(owner, '1 day')
  t.true((await order(db, context)).isWithinLimits)
})

test('the right try is not counted as a wrong one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  const { codeId } = await order(db, context)
  await tryCode(db, context, { codeId, typed: await codeFor(db, context, codeId), from })
  await db.transaction().execute((trx) => redeem(trx, codeId))
  await travel(owner, '2 hours')
  t.like(await standing(db, context, (await order(db, context)).codeId), { triesLeft: 5 })
  const { rows } = await sql<{ wrong: number }>`
    select sum(attempts - (used_at is not null)::int)::int as wrong from one_time_password`.execute(owner)
  t.is(rows[0]?.wrong, 0)
})

test('known, invented, ended and without an address: the same rows but for whose they are', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  await reporter(db, 'utanpost', null)
  await reporter(db, 'slutat12')
  await sql`update account set ended_at = now(), end_reason = 'left' where username = 'slutat12'`.execute(owner)
  for (const name of ['rut4711', 'utanpost', 'slutat12', 'finnsinte']) await order(db, context, name)
  const rows = await owner
    .selectFrom('one_time_password')
    .orderBy('ordered_at')
    .select(['account_id', 'attempts', 'used_at', 'replaced_at', 'is_throttled', 'purpose', 'language', 'key_id'])
    .execute()
  t.deepEqual(
    rows.map(({ account_id: id }) => id !== null),
    [true, false, false, false],
  )
  t.is(new Set(rows.map((row) => JSON.stringify({ ...row, account_id: undefined }))).size, 1)
  const { rows: jobs } = await sql<{ data: { kind: string } }>`select data from pgboss.job`.execute(owner)
  t.is(jobs.filter(({ data }) => data.kind === 'one-time-password').length, 4)
})

test('however the name is written, it is one name with one limit', async (t) => {
  const { db } = await freshDatabase(t)
  const orders = [
    await order(db, context, 'rut4711'),
    await order(db, context, ' RUT4711 '),
    await order(db, context, 'ｒut4711'),
  ]
  t.deepEqual(
    orders.map(({ isWithinLimits }) => isWithinLimits),
    [true, false, false],
  )
})

test('of ten orders at once for one name, one is within the limits', async (t) => {
  const { db } = await freshDatabase(t)
  await reporter(db)
  const all = await Promise.all(Array.from({ length: 10 }, () => order(db, context)))
  t.is(all.filter(({ isWithinLimits }) => isWithinLimits).length, 1)
})

/** So many, each from another network and some minutes after the one before it: how many were within the limits. */
const ordersOfStrangers = async ({ db, owner }: Pick<Orders, 'db' | 'owner'>, times: number): Promise<number> => {
  let within = 0
  for (let turn = 1; turn <= times; turn += 1) {
    await travel(owner, '20 minutes')
    if ((await order(db, context, 'rut4711', { network: `203.0.${turn}.0/24` })).isWithinLimits) within += 1
  }
  return within
}

interface Orders {
  readonly db: Parameters<typeof order>[0]
  readonly owner: Parameters<typeof travel>[0]
  readonly username: string
}

/** Whether each order was within the limits, made so long after the one before it. */
const ordersAt = async (t: ExecutionContext, { db, owner, username }: Orders, pace: readonly string[]) => {
  const answers: boolean[] = []
  for (const interval of pace) {
    await travel(owner, interval)
    answers.push((await order(db, context, username)).isWithinLimits)
  }
  t.log(answers)
  return answers
}

const audited = async (owner: Orders['owner']) => {
  const events = await owner
    .selectFrom('audit_event')
    .where('kind', 'like', 'one-time-password%')
    .orderBy('seq')
    .select(['kind', 'result'])
    .execute()
  return events.map(({ kind, result }) => `${kind} ${result}`)
}
