import test from 'ava'
import { nameKeysOf } from '../../src/accounts/username.js'
import type { Db } from '../../src/database/database.js'
import { clearAttempts, lockedUntil, reserveAttempt } from '../../src/login/attempts/attempts.js'
import { locksAmong } from '../../src/login/attempts/locks-among.js'
import { unlock } from '../../src/login/attempts/unlock.js'
import { countSource } from '../../src/login/source/source.js'
import type { KeyRing } from '../../src/world/keys.js'
import { freshDatabase } from '../support/database.js'
import { rings } from '../support/rings.js'
import { standAt } from '../support/stand-at.js'
import { testWorld } from '../support/world.js'
import { from, person, tries } from './cast.js'

const noon = '2026-03-02T12:00:00Z'
const halfPast = new Date('2026-03-02T12:30:00Z')
const name = 'rapport10001'

test('two nodes with different newest secrets count one name together, and the fourth attempt locks at both', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await standAt(owner, noon)
  t.deepEqual(await reserve(db, rings.known), { kind: 'reserved', triesLeft: 3 })
  t.deepEqual(await reserve(db, rings.newest), { kind: 'reserved', triesLeft: 2 })
  t.deepEqual(await reserve(db, rings.known), { kind: 'reserved', triesLeft: 1 })
  t.deepEqual(await reserve(db, rings.newest), { kind: 'reserved', triesLeft: 0, lockedUntil: halfPast })
  for (const keys of Object.values(rings)) t.deepEqual(await reserve(db, keys), { kind: 'locked', until: halfPast })
})

test('a node that shares one secret with another shares the count, whatever else either knows', async (t) => {
  const { db } = await freshDatabase(t)
  await reserve(db, rings.former)
  await reserve(db, rings.newest)
  t.deepEqual(await reserve(db, rings.present), { kind: 'reserved', triesLeft: 1 })
  t.like(await reserve(db, rings.known), { kind: 'reserved', triesLeft: 0 })
  for (const keys of Object.values(rings)) t.like(await reserve(db, keys), { kind: 'locked' })
})

test('a lock outlives the secret that it began under, and is not longer under the new one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await standAt(owner, noon)
  for (let turn = 1; turn <= 3; turn += 1) await reserve(db, rings.former)
  await reserve(db, rings.newest)
  await standAt(owner, '2026-03-02T12:29:59Z')
  t.deepEqual(await reserve(db, rings.present), { kind: 'locked', until: halfPast })
  await standAt(owner, halfPast.toISOString())
  t.deepEqual(await reserve(db, rings.present), { kind: 'reserved', triesLeft: 3 })
  t.deepEqual(await reserve(db, rings.newest), { kind: 'reserved', triesLeft: 2 })
})

test('of fifty attempts at once at two nodes with different newest secrets, four are let through', async (t) => {
  const { db } = await freshDatabase(t)
  const reserved = await Promise.all(
    Array.from({ length: 50 }, async (_, place) => await reserve(db, place % 2 === 0 ? rings.known : rings.newest)),
  )
  t.is(reserved.filter(({ kind }) => kind === 'reserved').length, 4)
})

test('the right password at one node takes away the count at the other', async (t) => {
  const { db, owner } = await freshDatabase(t)
  for (let turn = 1; turn <= 3; turn += 1) await reserve(db, rings.known)
  await db.transaction().execute((trx) => clearAttempts(trx, nameKeysOf({ keys: rings.newest }, name)))
  t.deepEqual(await owner.selectFrom('login_attempts').selectAll().execute(), [])
  t.deepEqual(await reserve(db, rings.known), { kind: 'reserved', triesLeft: 3 })
})

test('a lock under a former secret is seen and opened at a node whose newest is another', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await standAt(owner, noon)
  const accountId = await person(db, testWorld({ keys: rings.former }), name)
  for (let turn = 1; turn <= 4; turn += 1) await reserve(db, rings.former)
  const newer = { keys: rings.newest }
  t.deepEqual(await lockedUntil(db, nameKeysOf(newer, name)), halfPast)
  t.deepEqual(await locksAmong(db, newer, ['another', name]), new Map([[name, halfPast]]))
  const opening = { accountId, username: name, by: accountId, from }
  t.deepEqual(await db.transaction().execute((trx) => unlock(trx, newer, opening)), { kind: 'unlocked' })
  t.like(await reserve(db, rings.former), { kind: 'reserved', triesLeft: 3 })
})

test('two nodes with different newest secrets count one source together', async (t) => {
  const { db } = await freshDatabase(t)
  const policy = { source: { failuresPerAddress: 2 } }
  const at = async (keys: KeyRing) => await countSource(db, testWorld({ keys, policy }), '192.0.2.7', 'failure')
  t.like(await at(rings.known), { kind: 'counted' })
  t.like(await at(rings.newest), { kind: 'counted' })
  t.like(await at(rings.known), { kind: 'limited' })
})

test('signing in takes as many statements with two master secrets as with one', async (t) => {
  const { db } = await freshDatabase(t)
  const statements = async (keys: KeyRing, typed?: string) => {
    let count = 0
    const counting = db.withPlugin({
      transformQuery: ({ node }) => ((count += 1), node),
      transformResult: async ({ result }) => result,
    })
    await tries(counting, testWorld({ keys }), 'anna', typed)
    return count
  }
  await person(db, testWorld({ keys: rings.known }), 'anna')
  t.is(await statements(rings.known), await statements(rings.former))
  t.is(
    await statements(rings.known, 'Vintern kom tidigt 2026'),
    await statements(rings.former, 'Vintern kom tidigt 2026'),
  )
})

const reserve = async (db: Db, keys: KeyRing) =>
  await reserveAttempt(db, testWorld({ keys }), nameKeysOf({ keys }, name))
