import test from 'ava'
import { nameKeysOf } from '../../src/accounts/username.js'
import type { Db } from '../../src/database/database.js'
import { clearAttempts, lockedUntil, reserveAttempt } from '../../src/login/attempts/attempts.js'
import { locksAmong } from '../../src/login/attempts/locks-among.js'
import { unlock } from '../../src/login/attempts/unlock.js'
import { issueInitial } from '../../src/one-time-passwords/issue-initial.js'
import { countSource } from '../../src/login/source/source.js'
import { takeUpSecrets } from '../../src/server/master-secrets.js'
import { keyRing, SecretUnknown, type KeyRing } from '../../src/context/keys.js'
import { freshDatabase } from '../support/database.js'
import { rings, secrets } from '../support/rings.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { from, password, person, tries } from './fixture.js'

const noon = '2026-03-02T12:00:00Z'
const halfPast = new Date('2026-03-02T12:30:00Z')
const name = 'rapport10001'

test('two nodes with different newest secrets count one name together, and the fourth attempt locks at both (T24)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
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
  await stopClockAt(owner, noon)
  for (let turn = 1; turn <= 3; turn += 1) await reserve(db, rings.former)
  await reserve(db, rings.newest)
  await stopClockAt(owner, '2026-03-02T12:29:59Z')
  t.deepEqual(await reserve(db, rings.present), { kind: 'locked', until: halfPast })
  await stopClockAt(owner, halfPast.toISOString())
  t.deepEqual(await reserve(db, rings.present), { kind: 'reserved', triesLeft: 3 })
  t.deepEqual(await reserve(db, rings.newest), { kind: 'reserved', triesLeft: 2 })
})

test('a lock that began before the new secret was known is kept under it by the next attempt, and not prolonged', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  for (let turn = 1; turn <= 4; turn += 1) await reserve(db, rings.former)
  await stopClockAt(owner, '2026-03-02T12:10:00Z')
  for (const keys of [rings.known, rings.present]) {
    t.deepEqual(await reserve(db, keys), { kind: 'locked', until: halfPast })
  }
  await stopClockAt(owner, halfPast.toISOString())
  for (const triesLeft of [3, 2]) t.deepEqual(await reserve(db, rings.newest), { kind: 'reserved', triesLeft })
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
  await stopClockAt(owner, noon)
  const accountId = await person(db, testContext({ keys: rings.former }), name)
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
  const at = async (keys: KeyRing) => await countSource(db, testContext({ keys, policy }), '192.0.2.7', 'failure')
  t.like(await at(rings.known), { kind: 'counted' })
  t.like(await at(rings.newest), { kind: 'counted' })
  t.like(await at(rings.known), { kind: 'limited' })
})

test('a password whose secret is unknown here is answered as an invented name is, and the attempt counts for nobody (T24)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const [old, renewed] = [testContext({ keys: rings.former }), testContext({ keys: rings.newest })]
  await person(db, renewed, 'anna')
  const answers = async (name: string) => {
    const outcomes = []
    for (let turn = 1; turn <= 5; turn += 1) outcomes.push(await tries(db, old, name, password))
    return outcomes.map((outcome) => [outcome.kind, 'triesLeft' in outcome && outcome.triesLeft])
  }
  t.deepEqual(await answers('anna'), await answers('finnsinte'))
  t.is(await lockedUntil(db, nameKeysOf(renewed, 'anna')), undefined)
  t.like(await tries(db, renewed, 'anna'), { kind: 'wrong', triesLeft: 3 })
  t.like(await tries(db, renewed, 'anna', password), { kind: 'signed-in' })
  t.deepEqual((await owner.selectFrom('lock_notice').selectAll().execute()).length, 0)
})

test('an attempt that cannot be judged takes back the lock that it began, and no other count', async (t) => {
  const { db } = await freshDatabase(t)
  await person(db, testContext({ keys: rings.newest }), 'anna')
  for (let turn = 1; turn <= 3; turn += 1) await tries(db, testContext({ keys: rings.known }), 'anna')
  t.like(await tries(db, testContext({ keys: rings.former }), 'anna', password), { kind: 'wrong', triesLeft: 3 })
  t.deepEqual(await lockedUntil(db, nameKeysOf({ keys: rings.newest }, 'anna')), undefined)
  t.like(await tries(db, testContext({ keys: rings.known }), 'anna', password), { kind: 'signed-in' })
})

test('an initial one-time password whose secret was dropped counts for nobody, and everybody reads that some cannot be checked', async (t) => {
  const { db } = await freshDatabase(t)
  const former = testContext({ keys: keyRing(secrets.former) })
  await takeUpSecrets(db, former.keys, silent)
  const accountId = await person(db, former, 'anna', null)
  const typed = await db.transaction().execute((trx) => issueInitial(trx, former, { accountId, from }))
  const present = testContext({ keys: keyRing(secrets.present) })
  await takeUpSecrets(db, present.keys, silent)
  for (const triesLeft of [3, 2, 1]) {
    t.deepEqual(await tries(db, present, 'anna', typed), { kind: 'wrong', triesLeft, mayBeRight: true })
    t.deepEqual(await tries(db, present, 'finnsinte', typed), { kind: 'wrong', triesLeft, mayBeRight: true })
  }
  t.like(await tries(db, present, 'anna', typed), { kind: 'locked' })
  t.is(await lockedUntil(db, nameKeysOf(present, 'anna')), undefined)
  const renewed = await db.transaction().execute((trx) => issueInitial(trx, present, { accountId, from }))
  t.like(await tries(db, present, 'anna', renewed), { kind: 'choose-password-first' })
})

test('a new initial one-time password replaces one whose secret was dropped', async (t) => {
  const { db } = await freshDatabase(t)
  const [former, present] = [testContext({ keys: rings.former }), testContext({ keys: rings.present })]
  const accountId = await person(db, former, 'anna', null)
  const typed = await db.transaction().execute((trx) => issueInitial(trx, former, { accountId, from }))
  await db.transaction().execute((trx) => issueInitial(trx, present, { accountId, from }))
  t.like(await tries(db, testContext({ keys: rings.newest }), 'anna', typed), { kind: 'wrong' })
})

test('a wrong password counts for the name although an initial one-time password waits under a dropped secret', async (t) => {
  const { db } = await freshDatabase(t)
  const [former, present] = [testContext({ keys: rings.former }), testContext({ keys: rings.present })]
  const accountId = await person(db, present, 'anna')
  await db.transaction().execute((trx) => issueInitial(trx, former, { accountId, from }))
  for (let turn = 1; turn <= 4; turn += 1) await tries(db, present, 'anna')
  t.like(await tries(db, present, 'anna', password), { kind: 'locked' })
})

test('a name that succeeded at a network under two secrets stays familiar there when either is dropped', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const policy = { source: { failuresPerAddress: 4, failuresPerNetwork: 4 } }
  const [newest, present] = [testContext({ keys: rings.newest, policy }), testContext({ keys: rings.present, policy })]
  await person(db, newest, 'anna')
  t.is((await tries(db, newest, 'anna', password)).kind, 'signed-in')
  for (const invented of ['a', 'b', 'c', 'd']) await tries(db, newest, invented)
  t.is((await tries(db, present, 'finnsinte')).kind, 'limited')
  t.is((await tries(db, present, 'anna', password)).kind, 'signed-in')
  const rows = await owner.selectFrom('familiar_name').select('name_key').execute()
  t.is(rows.length, 2, 'one under the former secret too, for a node that has it alone')
})

test('a node that does not know the newest secret of another judges nobody, known or invented', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const old = testContext({ keys: rings.former })
  await takeUpSecrets(db, old.keys, silent)
  await person(db, old, 'anna')
  t.like(await tries(db, old, 'anna', password), { kind: 'signed-in' })
  await takeUpSecrets(db, keyRing(secrets.newest), silent)
  for (const name of ['anna', 'finnsinte']) {
    await t.throwsAsync(tries(db, old, name, password), { instanceOf: SecretUnknown })
    await t.throwsAsync(tries(db, old, name), { instanceOf: SecretUnknown })
  }
  t.deepEqual(await owner.selectFrom('login_attempts').selectAll().execute(), [])
  t.deepEqual(await sources(owner), [0, 0])
})

test('a password that nobody has used since is right when its secret is dropped, and is renewed then', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const former = keyRing(secrets.former)
  await takeUpSecrets(db, former, silent)
  await person(db, testContext({ keys: former }), 'anna')
  await takeUpSecrets(db, keyRing(secrets.newest), silent)
  const present = keyRing(secrets.present)
  await takeUpSecrets(db, present, silent)
  t.like(await tries(db, testContext({ keys: present }), 'anna'), { kind: 'wrong', triesLeft: 3 })
  t.like(await tries(db, testContext({ keys: present }), 'anna', password), { kind: 'signed-in' })
  const { pepper_id } = await owner.selectFrom('password').select('pepper_id').executeTakeFirstOrThrow()
  t.is(pepper_id, present.ids[0])
})

test('a node whose newest secret is the former one leaves a renewed password as it is', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const [known, newest] = [keyRing(secrets.known), keyRing(secrets.newest)]
  await takeUpSecrets(db, known, silent)
  await takeUpSecrets(db, newest, silent)
  await person(db, testContext({ keys: newest }), 'anna')
  for (const keys of [known, keyRing(secrets.known)]) {
    await takeUpSecrets(db, keys, silent)
    t.like(await tries(db, testContext({ keys }), 'anna', password), { kind: 'signed-in' })
  }
  const { pepper_id } = await owner.selectFrom('password').select('pepper_id').executeTakeFirstOrThrow()
  t.is(pepper_id, newest.ids[0])
})

test('signing in takes as many statements with two master secrets as with one', async (t) => {
  const { db } = await freshDatabase(t)
  const statements = async (keys: KeyRing, typed?: string) => {
    let count = 0
    const counting = db.withPlugin({
      transformQuery: ({ node }) => ((count += 1), node),
      transformResult: async ({ result }) => result,
    })
    await tries(counting, testContext({ keys }), 'anna', typed)
    return count
  }
  await person(db, testContext({ keys: rings.known }), 'anna')
  t.is(await statements(rings.known), await statements(rings.former))
  t.is(await statements(rings.known, password), await statements(rings.former, password))
})

const silent = { warn: () => undefined }
const sources = async (owner: Db) =>
  (await owner.selectFrom('source_attempts').select('attempts').execute()).map(({ attempts }) => attempts)

const reserve = async (db: Db, keys: KeyRing) =>
  await reserveAttempt(db, testContext({ keys }), nameKeysOf({ keys }, name))
