import test from 'ava'
import { nameKeysOf } from '../../src/accounts/username.js'
import type { Db } from '../../src/database/database.js'
import { reserveAttempt } from '../../src/login/attempts/attempts.js'
import { rememberRelyingSession } from '../../src/login/relying-sessions/relying-sessions.js'
import { endSession, saveSession } from '../../src/login/sessions/sessions.js'
import { countSource } from '../../src/login/source/source.js'
import { sweepLogin } from '../../src/login/sweep.js'
import { digest } from '../../src/context/keys.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { person } from './fixture.js'

const context = testContext()
const noon = '2026-03-02T12:00:00Z'

test('a passed lock is forgotten, a standing one is not', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  await attempt(db, 'anna', 4)
  await stopClockAt(owner, '2026-03-02T12:20:00Z')
  await attempt(db, 'bo', 4)
  await stopClockAt(owner, '2026-03-02T12:30:00Z')
  t.is(await sweepLogin(db, context), 1)
  t.is(await counted(owner), 1)
})

test('a count that nobody has touched for thirty days is forgotten', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  await attempt(db, 'anna', 3)
  await stopClockAt(owner, '2026-04-01T12:00:00Z')
  t.is(await sweepLogin(db, context), 0)
  await stopClockAt(owner, '2026-04-01T12:00:01Z')
  t.is(await sweepLogin(db, context), 1)
})

test('the names counted at once are bounded: the longest untouched go first, and locked ones last', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const small = testContext({ policy: { lock: { countedNames: 3 } } })
  for (const [second, name] of ['locked', 'a', 'b', 'c', 'd'].entries()) {
    await stopClockAt(owner, `2026-03-02T12:00:0${second}Z`)
    await attempt(db, name, name === 'locked' ? 4 : 1)
  }
  t.is(await sweepLogin(db, small), 2)
  t.deepEqual(await keys(owner), new Set(['locked', 'c', 'd'].map(keyOf)))
})

test('more than one batch is swept', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await owner
    .insertInto('login_attempts')
    .values(
      Array.from({ length: 2_500 }, (_, number) => ({
        name_key: digest(String(number)),
        failures: 1,
        last_at: '2020-01-01',
      })),
    )
    .execute()
  t.is(await sweepLogin(db, context), 2_500)
})

test('sources are forgotten once they weigh nothing', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  await countSource(db, context, '192.0.2.1', 'failure')
  await stopClockAt(owner, '2026-03-02T12:20:00Z')
  t.is(await sweepLogin(db, context), 0)
  await stopClockAt(owner, '2026-03-02T12:20:01Z')
  t.is(await sweepLogin(db, context), 2)
})

test('an ended session is remembered for a day, so that nothing revives it', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  await saveSession(db, { idHash: digest('a'), uid: 'a', payload: {} })
  await saveSession(db, { idHash: digest('b'), uid: 'b', payload: {} })
  await db.transaction().execute((trx) => endSession(trx, { uid: 'a', reason: 'signed-out' }))
  await stopClockAt(owner, '2026-03-03T12:00:00Z')
  t.is(await sweepLogin(db, context), 0)
  await stopClockAt(owner, '2026-03-03T12:00:01Z')
  t.is(await sweepLogin(db, context), 1)
  await stopClockAt(owner, '2026-03-04T00:00:01Z')
  t.is(await sweepLogin(db, context), 1, 'one that was left')
})

test('what a service calls a session is remembered as long as the session', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  const accountId = await person(db, context, 'rektor')
  for (const uid of ['kept', 'gone']) {
    const given = { uid, clientId: 'rapportering', sid: uid, accountId }
    await db.transaction().execute((trx) => rememberRelyingSession(trx, given))
  }
  await stopClockAt(owner, '2026-03-03T12:00:00Z')
  await saveSession(db, { idHash: digest('a'), uid: 'kept', payload: {} })
  t.is(await sweepLogin(db, context), 0)
  await stopClockAt(owner, '2026-03-03T12:00:01Z')
  t.is(await sweepLogin(db, context), 1)
  const left = await owner.selectFrom('relying_session').select('uid').execute()
  t.deepEqual(left, [{ uid: 'kept' }])
})

const keyOf = (name: string) => nameKeysOf(context, name).newest.toString('hex')
const attempt = async (db: Db, name: string, times: number) => {
  for (let turn = 0; turn < times; turn += 1) await reserveAttempt(db, context, nameKeysOf(context, name))
}
const rows = async (owner: Db) => await owner.selectFrom('login_attempts').selectAll().execute()
const counted = async (owner: Db) => (await rows(owner)).length
const keys = async (owner: Db) => new Set((await rows(owner)).map((row) => row.name_key.toString('hex')))
