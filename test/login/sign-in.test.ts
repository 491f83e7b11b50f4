import test from 'ava'
import { storePassword } from '../../src/accounts/set-password.js'
import { findByUsername } from '../../src/accounts/find.js'
import type { Db } from '../../src/database/database.js'
import { saveSession } from '../../src/login/sessions/sessions.js'
import { signIn } from '../../src/login/sign-in.js'
import { digest, keyRing } from '../../src/context/keys.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { countingContext, events, from, meanwhile, password, person, tries } from './fixture.js'

test('the right password signs in, by the database’s clock', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  const accountId = await person(db, context, 'anna')
  await stopClockAt(owner, '2026-03-02T12:00:00Z')
  t.deepEqual(await tries(db, context, 'anna', password), {
    kind: 'signed-in',
    accountId,
    at: new Date('2026-03-02T12:00:00Z'),
  })
})

test('a password five years old signs in, and no change is asked for (R-08)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  await person(db, context, 'anna')
  await travel(owner, '5 years')
  t.like(await tries(db, context, 'anna', password), { kind: 'signed-in' })
})

test('composed and decomposed letters are the same password; case and outer spaces are not (R-03)', async (t) => {
  const { db } = await freshDatabase(t)
  const context = testContext()
  const phrase = 'lösenordsfras ÅÄÖ'
  await person(db, context, 'anna', phrase.normalize('NFC'))
  t.like(await tries(db, context, 'anna', phrase.normalize('NFD')), { kind: 'signed-in' })
  for (const other of [phrase.toUpperCase(), `${phrase} `, ` ${phrase}`]) {
    t.like(await tries(db, context, 'anna', other), { kind: 'wrong' }, other)
  }
})

test('no character of a long password is left out (R-02)', async (t) => {
  const { db } = await freshDatabase(t)
  const context = testContext()
  const long = 'kvist moln '.repeat(20).slice(0, 200)
  await person(db, context, 'anna', long)
  t.like(await tries(db, context, 'anna', long.slice(0, 199)), { kind: 'wrong' })
  t.like(await tries(db, context, 'anna', long), { kind: 'signed-in' })
})

test('a hash with old parameters is renewed when its owner signs in, and only then (R-11)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const before = testContext()
  await person(db, before, 'anna')
  const context = testContext({ policy: { hashing: { memoryKibibytes: 2048 } } })
  const old = await storedHash(db)
  await tries(db, context, 'anna')
  t.deepEqual(await storedHash(db), old, 'not after a wrong password')
  t.like(await tries(db, context, 'anna', password), { kind: 'signed-in' })
  const renewed = await storedHash(db)
  t.regex(renewed?.hash ?? '', /m=2048/)
  t.is((await events(owner)).at(-1), 'password-rehashed')
  t.like(await tries(db, context, 'anna', password), { kind: 'signed-in' })
  t.deepEqual(await storedHash(db), renewed, 'not when it is new')
})

test('a hash with an old pepper is renewed when its owner signs in (R-11)', async (t) => {
  const { db } = await freshDatabase(t)
  const older = 'the older master secret, also long enough to be one'
  await person(db, testContext({ keys: keyRing([older]) }), 'anna')
  const keys = keyRing(['the newer master secret, also long enough to be one', older])
  t.like(await tries(db, testContext({ keys }), 'anna', password), { kind: 'signed-in' })
  t.is((await storedHash(db))?.pepperId, keys.newest('pepper').id)
})

test('a full queue puts the renewing off and keeps nobody out', async (t) => {
  const { db } = await freshDatabase(t)
  await person(db, testContext(), 'anna')
  const context = testContext({ policy: { hashing: { memoryKibibytes: 2048 } } })
  const old = await storedHash(db)
  let asked = 0
  const oncePlaced = () => ((asked += 1) === 1 ? context.hashing.keepPlace() : undefined)
  const busy = { ...context, hashing: { ...context.hashing, keepPlace: oncePlaced } }
  t.like(await tries(db, busy, 'anna', password), { kind: 'signed-in' })
  t.deepEqual(await storedHash(db), old)
})

test('an account that is ended while its password is compared is not let in', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const plain = testContext()
  await person(db, plain, 'anna')
  const endIt = async () =>
    void (await owner.updateTable('account').set({ ended_at: '2026-01-01', end_reason: 'test' }).execute())
  t.deepEqual(await tries(db, meanwhile(plain, endIt), 'anna', password), { kind: 'wrong', triesLeft: 3 })
  t.is((await owner.selectFrom('login_attempts').selectAll().execute()).length, 1, 'the attempt counts')
  t.is((await events(owner)).at(-1), 'sign-in-refused')
})

test('a password that is changed while it is compared is the old one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const plain = testContext()
  await person(db, plain, 'anna')
  const { id } = await owner.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const other = await plain.hashing.hash('ett annat lösenord')
  const changeIt = async () => await db.transaction().execute(async (trx) => await storePassword(trx, id, other))
  t.deepEqual(await tries(db, meanwhile(plain, changeIt), 'anna', password), { kind: 'wrong', triesLeft: 3 })
})

test('a hash that another sign-in renews while the right password is compared keeps nobody out', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const plain = testContext()
  await person(db, plain, 'anna')
  const newer = testContext({ policy: { hashing: { memoryKibibytes: 2048 } } })
  const old = await storedHash(db)
  const signInElsewhere = async () => {
    t.like(await tries(db, newer, 'anna', password), { kind: 'signed-in' })
    t.notDeepEqual(await storedHash(db), old)
  }
  t.like(await tries(db, meanwhile(plain, signInElsewhere), 'anna', password), { kind: 'signed-in' })
  t.deepEqual(await owner.selectFrom('login_attempts').selectAll().execute(), [], 'counted for nothing')
})

test('the language that somebody has chosen is remembered for the mails, and none that their browser speaks', async (t) => {
  const { db } = await freshDatabase(t)
  const context = testContext()
  await person(db, context, 'anna')
  await signIn(db, context, { username: 'anna', password, chosenLanguage: 'en', from })
  t.is((await findByUsername(db, 'anna'))?.language, 'en')
  await signIn(db, context, { username: 'anna', password: 'fel', chosenLanguage: 'sv', from })
  t.is((await findByUsername(db, 'anna'))?.language, 'en', 'a stranger cannot choose it')
  await signIn(db, context, { username: 'anna', password, from })
  t.is((await findByUsername(db, 'anna'))?.language, 'en', 'whoever chooses nothing changes nothing')
})

test('the sixth session ends the oldest, and its owner is told (R-63)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  const accountId = await person(db, context, 'anna')
  for (let number = 1; number <= 5; number += 1) {
    await stopClockAt(owner, `2026-03-02T12:0${number}:00Z`)
    await tries(db, context, 'anna', password)
    await saveSession(db, session(accountId, `s${number}`, `2026-03-02T12:0${number}:00Z`))
  }
  t.is((await live(owner)).length, 5)
  await stopClockAt(owner, '2026-03-02T12:06:00Z')
  await tries(db, context, 'anna', password)
  t.deepEqual(await live(owner), ['s2', 's3', 's4', 's5'])
  t.true((await events(owner)).includes('session-ended'))
})

test('which relying service asked is in the audit', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  await person(db, context, 'anna')
  await signIn(db, context, { username: 'anna', password, clientId: 'mina-tjanster', from })
  const event = await owner.selectFrom('audit_event').where('kind', '=', 'signed-in').selectAll().executeTakeFirst()
  t.like(event, { details: { client: 'mina-tjanster' }, source: from.address, request_id: from.requestId })
})

test('no password that is typed is kept anywhere', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { context } = countingContext()
  const canary = 'kanariefågel i gruvan 77'
  await person(db, context, 'anna', canary)
  await tries(db, context, 'anna', canary)
  await tries(db, context, 'anna', `${canary}!`)
  for (const table of ['audit_event', 'login_attempts', 'source_attempts', 'session', 'password'] as const) {
    t.notRegex(JSON.stringify(await owner.selectFrom(table).selectAll().execute()), /kanarie/, table)
  }
})

const storedHash = async (db: Db) => (await findByUsername(db, 'anna'))?.password

const session = (accountId: string, uid: string, at: string) => ({
  idHash: digest(uid),
  uid,
  accountId,
  payload: { uid, accountId, loginTs: new Date(at).getTime() / 1000 },
})

const live = async (owner: Db) =>
  (await owner.selectFrom('session').where('ended_at', 'is', null).select('uid').orderBy('uid').execute()).map(
    ({ uid }) => uid,
  )
