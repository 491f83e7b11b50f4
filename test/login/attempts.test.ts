import test from 'ava'
import { nameKeysOf } from '../../src/accounts/username.js'
import type { Db } from '../../src/database/database.js'
import { clearAttempts, reserveAttempt } from '../../src/login/attempts/attempts.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'

const context = testContext()
const nameKeys = nameKeysOf(context, 'rapport10001')
const noon = '2026-03-02T12:00:00Z'
const halfPast = new Date('2026-03-02T12:30:00Z')

test('three attempts are tolerated, the fourth locks for thirty minutes unless it is right', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  t.deepEqual(await reserve(db), { kind: 'reserved', triesLeft: 3 })
  t.deepEqual(await reserve(db), { kind: 'reserved', triesLeft: 2 })
  t.deepEqual(await reserve(db), { kind: 'reserved', triesLeft: 1 })
  t.deepEqual(await reserve(db), { kind: 'reserved', triesLeft: 0, lockedUntil: halfPast })
  t.deepEqual(await reserve(db), { kind: 'locked', until: halfPast })
})

test('the lock stands a second before thirty minutes and is gone a second after (R-15)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  await reserveTimes(db, 4)
  await stopClockAt(owner, '2026-03-02T12:29:59Z')
  t.deepEqual(await reserve(db), { kind: 'locked', until: halfPast })
  await stopClockAt(owner, '2026-03-02T12:30:01Z')
  t.deepEqual(await reserve(db), { kind: 'reserved', triesLeft: 3 })
})

test('the lock ends at thirty minutes sharp', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  await reserveTimes(db, 4)
  await stopClockAt(owner, '2026-03-02T12:29:59.999Z')
  t.like(await reserve(db), { kind: 'locked' })
  await stopClockAt(owner, '2026-03-02T12:30:00Z')
  t.like(await reserve(db), { kind: 'reserved' })
})

test('attempts during the lock are not counted and do not make it longer (R-15)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  await reserveTimes(db, 4)
  const before = await rows(owner)
  for (const minute of ['05', '15', '29']) {
    await stopClockAt(owner, `2026-03-02T12:${minute}:00Z`)
    t.deepEqual(await reserve(db), { kind: 'locked', until: halfPast })
  }
  t.deepEqual(await rows(owner), before)
})

test('after the lock the counter starts at zero: it takes four more to lock again', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  await reserveTimes(db, 4)
  await stopClockAt(owner, '2026-03-02T12:31:00Z')
  t.deepEqual(
    (await reserveTimes(db, 4)).map((reserved) => reserved.kind === 'reserved' && reserved.lockedUntil),
    [undefined, undefined, undefined, new Date('2026-03-02T13:01:00Z')],
  )
})

test('fifty attempts at once: four are let through to be compared', async (t) => {
  const { db } = await freshDatabase(t)
  const reserved = await Promise.all(Array.from({ length: 50 }, () => reserve(db)))
  t.is(reserved.filter(({ kind }) => kind === 'reserved').length, 4)
})

test('clearing takes the count and the lock away', async (t) => {
  const { db } = await freshDatabase(t)
  await reserveTimes(db, 5)
  await db.transaction().execute((trx) => clearAttempts(trx, nameKeys))
  t.deepEqual(await reserve(db), { kind: 'reserved', triesLeft: 3 })
})

test('clearing one name leaves the others as they are', async (t) => {
  const { db } = await freshDatabase(t)
  await reserveTimes(db, 4)
  await db.transaction().execute((trx) => clearAttempts(trx, nameKeysOf(context, 'another')))
  t.like(await reserve(db), { kind: 'locked' })
})

test('how many are tolerated, and for how long it locks, are settings', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  const strict = testContext({ policy: { lock: { toleratedFailures: 1, minutes: 5 } } })
  await reserveAttempt(db, strict, nameKeys)
  t.deepEqual(await reserveAttempt(db, strict, nameKeys), {
    kind: 'reserved',
    triesLeft: 0,
    lockedUntil: new Date('2026-03-02T12:05:00Z'),
  })
})

test('what is stored is a digest: the table does not tell which names were tried', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reserve(db)
  t.notRegex(JSON.stringify(await rows(owner)), /rapport10001/)
  t.false(Buffer.concat((await rows(owner)).map(({ name_key }) => name_key)).includes('rapport10001'))
})

const reserve = async (db: Db) => await reserveAttempt(db, context, nameKeys)
const reserveTimes = async (db: Db, times: number) => {
  const all = []
  for (let turn = 0; turn < times; turn += 1) all.push(await reserve(db))
  return all
}
const rows = async (owner: Db) => await owner.selectFrom('login_attempts').selectAll().execute()
