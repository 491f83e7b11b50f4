import test from 'ava'
import { burnCodes, sweepCodes } from '../../src/one-time-passwords/burn.js'
import { redeem, standing, tryCode } from '../../src/one-time-passwords/redeem.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'
import { codeFor, from, order, otherThan, reporter } from './reporter.js'

const context = testContext()

test('the right code is right, and redeemed once: the second time it is not', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await reporter(db)
  const { codeId } = await order(db, context)
  const typed = await codeFor(db, context, codeId)
  t.deepEqual(await tryCode(db, context, { codeId, typed, from }), { kind: 'right', accountId, codeId })
  t.true(await db.transaction().execute((trx) => redeem(trx, codeId)))
  t.false(await db.transaction().execute((trx) => redeem(trx, codeId)))
  t.deepEqual(await tryCode(db, context, { codeId, typed, from }), { kind: 'spent' })
})

test('of twenty who redeem one code at once, one succeeds (R-31)', async (t) => {
  const { db } = await freshDatabase(t)
  await reporter(db)
  const { codeId } = await order(db, context)
  const all = Array.from({ length: 20 }, () => db.transaction().execute((trx) => redeem(trx, codeId)))
  t.is((await Promise.all(all)).filter(Boolean).length, 1)
})

test('after five wrong tries the right code is refused too (R-32)', async (t) => {
  const { db } = await freshDatabase(t)
  await reporter(db)
  const { codeId } = await order(db, context)
  const right = await codeFor(db, context, codeId)
  for (const triesLeft of [4, 3, 2, 1, 0]) {
    t.deepEqual(await tryCode(db, context, { codeId, typed: otherThan(right), from }), { kind: 'wrong', triesLeft })
  }
  t.deepEqual(await tryCode(db, context, { codeId, typed: right, from }), { kind: 'spent' })
  t.is(await standing(db, context, codeId), undefined)
})

test('the fifth try may be the right one', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await reporter(db)
  const { codeId } = await order(db, context)
  const right = await codeFor(db, context, codeId)
  for (let wrong = 1; wrong <= 4; wrong += 1) await tryCode(db, context, { codeId, typed: otherThan(right), from })
  t.deepEqual(await tryCode(db, context, { codeId, typed: right, from }), { kind: 'right', accountId, codeId })
})

test('of fifty guesses at once, five are compared (R-32)', async (t) => {
  const { db } = await freshDatabase(t)
  await reporter(db)
  const { codeId } = await order(db, context)
  const wrong = otherThan(await codeFor(db, context, codeId))
  const all = Array.from({ length: 50 }, () => tryCode(db, context, { codeId, typed: wrong, from }))
  t.is((await Promise.all(all)).filter(({ kind }) => kind === 'wrong').length, 5)
})

test('a code that was mailed keeps its tries, however many wrong codes others have typed for the name', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await reporter(db)
  const mine = await order(db, context, 'rut4711', { network: '203.0.113.0/24' })
  for (const network of ['192.0.2.0/24', '198.51.100.0/24', '203.0.1.0/24', '203.0.2.0/24', '203.0.3.0/24']) {
    const { codeId, isWithinLimits } = await order(db, context, 'rut4711', { network })
    t.true(isWithinLimits)
    const wrong = otherThan(await codeFor(db, context, codeId))
    for (let count = 1; count <= 5; count += 1) await tryCode(db, context, { codeId, typed: wrong, from })
  }
  t.like(await standing(db, context, mine.codeId), { triesLeft: 5 })
  const typed = await codeFor(db, context, mine.codeId)
  t.like(await tryCode(db, context, { codeId: mine.codeId, typed, from }), { kind: 'right', accountId })
})

test('a code lives for thirty minutes by the database’s clock, to the second (R-35, T3)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  const { codeId } = await order(db, context)
  const typed = await codeFor(db, context, codeId)
  await travel(owner, '29 minutes 58 seconds')
  t.is((await tryCode(db, context, { codeId, typed, from })).kind, 'right')
  await travel(owner, '3 seconds')
  t.is((await tryCode(db, context, { codeId, typed, from })).kind, 'spent')
  t.false(await db.transaction().execute((trx) => redeem(trx, codeId)))
})

test('a code for an invented name takes tries like any other, and nothing fits it', async (t) => {
  const { db } = await freshDatabase(t)
  const { codeId } = await order(db, context, 'finnsinte')
  const derived = await codeFor(db, context, codeId)
  t.deepEqual(await tryCode(db, context, { codeId, typed: derived, from }), { kind: 'wrong', triesLeft: 4 })
  t.false(await db.transaction().execute((trx) => redeem(trx, codeId)))
})

test('a wrong try is in the audit, and the code is not', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const about = await reporter(db)
  const { codeId } = await order(db, context)
  const wrong = otherThan(await codeFor(db, context, codeId))
  await tryCode(db, context, { codeId, typed: wrong, from })
  const events = await owner
    .selectFrom('audit_event')
    .selectAll()
    .where('kind', '=', 'one-time-password-tried')
    .execute()
  t.like(events[0], { result: 'refused', about_id: about })
  t.false(JSON.stringify(await owner.selectFrom('audit_event').selectAll().execute()).includes(wrong))
})

test('burnt codes do not work, and others’ codes do', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await reporter(db)
  await reporter(db, 'eva1234', 'eva@skola.example')
  const [mine, other] = [await order(db, context), await order(db, context, 'eva1234')]
  await db.transaction().execute((trx) => burnCodes(trx, accountId))
  t.is(await standing(db, context, mine.codeId), undefined)
  t.false(await db.transaction().execute((trx) => redeem(trx, mine.codeId)))
  t.true(await db.transaction().execute((trx) => redeem(trx, other.codeId)))
})

test('codes that ended two days ago are forgotten, some at a time', async (t) => {
  const { db, owner } = await freshDatabase(t)
  for (const name of ['ett', 'två', 'tre']) await order(db, context, name)
  await travel(owner, '2 days')
  await order(db, context, 'fyra')
  t.is(await sweepCodes(db, 2), 0)
  await travel(owner, '31 minutes')
  t.deepEqual([await sweepCodes(db, 2), await sweepCodes(db, 2), await sweepCodes(db, 2)], [2, 1, 0])
})
