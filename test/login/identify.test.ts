import test from 'ava'
import type { Db } from '../../src/database/database.js'
import { provePassword } from '../../src/kiosk/prove-password.js'
import { identify } from '../../src/login/identify.js'
import { signIn } from '../../src/login/sign-in.js'
import { orderInitial } from '../../src/one-time-passwords/order.js'
import { codeOf } from '../../src/one-time-passwords/one-time-password.js'
import type { AppContext } from '../../src/context/app-context.js'
import { freshDatabase } from '../support/database.js'
import { until } from '../support/service.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { countingContext, events, from, password, person, tries, wrong } from './fixture.js'

const names = ['known', 'ended', 'not-started', 'invented'] as const

test('a known name, an ended one, one without a password and an invented one are answered alike', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { context, compared } = countingContext({ policy: { source: { failuresPerAddress: 100 } } })
  await stopClockAt(owner, '2026-03-02T12:00:00Z')
  await cast(db, owner, context)
  const heard = []
  for (const name of names) {
    const before = compared.real + compared.decoy
    const outcomes = await wrong(db, context, name, 6)
    heard.push({ outcomes, compared: compared.real + compared.decoy - before })
  }
  t.is(heard[0]?.compared, 6)
  for (const each of heard) t.deepEqual(each, heard[0])
})

test('a known name and an invented one leave the same rows and the same events (R-23)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext({ policy: { source: { failuresPerAddress: 100 } } })
  await stopClockAt(owner, '2026-03-02T12:00:00Z')
  await cast(db, owner, context)
  const left = []
  for (const name of names) {
    const before = (await events(owner)).length
    await wrong(db, context, name, 5)
    const rows = await owner.selectFrom('login_attempts').select(['failures', 'locked_until', 'last_at']).execute()
    left.push({ events: (await events(owner)).slice(before), last: rows.at(-1) })
  }
  for (const each of left) t.deepEqual(each, left[0])
})

test('an ended account is not let in by its right password, nor by nothing', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  await cast(db, owner, context)
  t.deepEqual(await tries(db, context, 'ended', password), { kind: 'wrong', triesLeft: 3 })
  t.deepEqual(await tries(db, context, 'not-started', ''), { kind: 'wrong', triesLeft: 3 })
  t.deepEqual(await tries(db, context, 'invented', ''), { kind: 'wrong', triesLeft: 3 })
})

test('for a name without a password the decoy is compared', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { context, compared } = countingContext()
  await cast(db, owner, context)
  for (const name of ['ended', 'not-started', 'invented']) await tries(db, context, name)
  t.deepEqual(compared, { real: 0, decoy: 3 })
})

test('no answer that rests on a password comes before the minimum response time, right or wrong, known or not, locked or not', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext({ policy: { hashing: { answerFloorMilliseconds: 300 } } })
  await cast(db, owner, context)
  // A timer may be a millisecond early by the other clock.
  const minimumResponseTime = 299
  for (const [name, typed] of [
    ['known', 'fel'],
    ['invented', 'fel'],
    ['known', password],
  ] as const) {
    t.true((await milliseconds(() => tries(db, context, name, typed))) >= minimumResponseTime, `${name} ${typed}`)
  }
  for (let turn = 0; turn < 4; turn += 1) await tries(db, context, 'invented')
  t.true((await milliseconds(() => tries(db, context, 'invented'))) >= minimumResponseTime, 'locked')
})

test('the minimum response time is measured from when the request came', async (t) => {
  const { db } = await freshDatabase(t)
  const context = testContext({ policy: { hashing: { answerFloorMilliseconds: 60_000 } } })
  const startedAt = performance.now() - 59_990
  const took = await milliseconds(() => identify(db, context, { username: 'x', password: 'y', from, startedAt }))
  t.true(took < 30_000, `${took} ms`)
})

test('while an answer waits for the minimum response time it holds no place in the queue', async (t) => {
  const { db } = await freshDatabase(t)
  const { context, compared } = countingContext({ policy: { hashing: { answerFloorMilliseconds: 15_000 } } })
  let isAnswered = false
  const answer = identify(db, context, { username: 'x', password: 'y', from }).then(() => (isAnswered = true))
  const holdsNone = () => context.hashing.load().running + context.hashing.load().waiting === 0
  await until(() => compared.decoy === 1 && holdsNone())
  t.false(isAnswered)
  await answer
})

test('when the queue is full nothing is counted', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext({ policy: { hashing: { concurrency: 1, waiting: 1 } } })
  const kept = [context.hashing.keepPlace(), context.hashing.keepPlace()]
  t.deepEqual(await tries(db, context, 'anna'), { kind: 'full' })
  t.deepEqual(await owner.selectFrom('login_attempts').selectAll().execute(), [])
  t.deepEqual(await owner.selectFrom('source_attempts').selectAll().execute(), [])
  for (const place of kept) place?.leave()
  t.like(await tries(db, context, 'anna'), { kind: 'wrong' })
  t.like(context.hashing.load(), { waiting: 0 }, 'every place has been left')
})

test('a burst beyond the queue is turned away before it is counted (R-97)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext({ policy: { hashing: { concurrency: 1, waiting: 4 } } })
  const outcomes = await Promise.all(Array.from({ length: 30 }, (_, number) => tries(db, context, `name${number}`)))
  const counted = await owner.selectFrom('login_attempts').selectAll().execute()
  const full = outcomes.filter(({ kind }) => kind === 'full').length
  t.is(full, 25)
  t.is(counted.length, 5)
})

test('the initial one-time password opens the choice of a password and nothing else (R-43)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { context, compared } = countingContext()
  await cast(db, owner, context)
  const code = await initialFor(db, owner, context, 'not-started')
  t.like(await identify(db, context, { username: 'not-started', password: code, from }), { kind: 'initial' })
  t.deepEqual(await tries(db, context, 'not-started', code.toLowerCase()), { kind: 'choose-password-first' })
  t.deepEqual(compared, { real: 0, decoy: 2 }, 'the work is the same')
  t.is((await events(owner)).at(-1), 'one-time-password-at-sign-in')
  t.deepEqual(await owner.selectFrom('login_attempts').selectAll().execute(), [])
})

test('a wrong initial one-time password counts like a wrong password, and is refused while locked', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  await cast(db, owner, context)
  const code = await initialFor(db, owner, context, 'not-started')
  t.like((await wrong(db, context, 'not-started', 4)).at(-1), { kind: 'locked' })
  t.like(await tries(db, context, 'not-started', code), { kind: 'locked' })
})

test('one person’s one-time password does not open another’s account', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  await cast(db, owner, context)
  const code = await initialFor(db, owner, context, 'not-started')
  t.like(await tries(db, context, 'known', code), { kind: 'wrong' })
})

test('anything that a person may type is answered', async (t) => {
  const { db } = await freshDatabase(t)
  const context = testContext({ policy: { source: { failuresPerAddress: 1_000 } } })
  for (const typed of [
    '',
    ' ',
    '\0',
    "' or 1=1 --",
    '\uD800',
    'x'.repeat(60_000),
    '🦔',
    '\r\nX: y',
    '%00',
    '{"$ne":null}',
  ]) {
    const outcome = await signIn(db, context, { username: typed, password: typed, from })
    t.deepEqual(
      outcome,
      { kind: 'wrong', triesLeft: outcome.kind === 'wrong' ? outcome.triesLeft : 0 },
      typed.slice(0, 20),
    )
  }
})

const cast = async (db: Db, owner: Db, context: AppContext) => {
  await person(db, context, 'known')
  await person(db, context, 'not-started', null)
  const accountId = await person(db, context, 'ended')
  await owner
    .updateTable('account')
    .set({ ended_at: '2026-01-01', end_reason: 'test' })
    .where('id', '=', accountId)
    .execute()
}

const initialFor = async (db: Db, owner: Db, context: AppContext, username: string): Promise<string> => {
  const { id } = await owner
    .selectFrom('account')
    .where('username', '=', username)
    .select('id')
    .executeTakeFirstOrThrow()
  await db.transaction().execute((trx) => orderInitial(trx, context, { accountId: id, from }))
  const row = await owner
    .selectFrom('one_time_password')
    .select(['id', 'purpose', 'key_id as keyId'])
    .executeTakeFirstOrThrow()
  return codeOf(context.keys, row) ?? ''
}

const milliseconds = async (work: () => Promise<unknown>) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

test('an initial one-time password that is right but for invisible characters costs no attempt', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  const accountId = await person(db, context, 'ny', null)
  const ordered = await db.transaction().execute((trx) => orderInitial(trx, context, { accountId, from }))
  t.is(ordered.kind, 'ordered')
  const row = await owner.selectFrom('one_time_password').select(['id', 'key_id as keyId']).executeTakeFirstOrThrow()
  const code = codeOf(context.keys, { ...row, purpose: 'initial' }) ?? ''
  for (const typed of [`${code}\u200B`, code.split('').join('\u00AD'), `\u202A${code}\u202C`, `\uFEFF${code}`]) {
    t.deepEqual(await tries(db, context, 'ny', typed), { kind: 'choose-password-first' }, JSON.stringify(typed))
    t.deepEqual(await owner.selectFrom('login_attempts').select('failures').execute(), [])
  }
  const input = { username: 'ny', password: `\u200E${code}\u00AD`, interactionUid: undefined, current: undefined, from }
  t.is((await provePassword(db, context, input)).kind, 'proved')
  t.deepEqual(await owner.selectFrom('login_attempts').select('failures').execute(), [])
})

test('an own password with an invisible character is right only with it', async (t) => {
  const { db } = await freshDatabase(t)
  const context = testContext()
  await person(db, context, 'anna', 'Vintern kom\u200B tidigt 2026')
  t.is((await tries(db, context, 'anna', 'Vintern kom tidigt 2026')).kind, 'wrong')
  t.is((await tries(db, context, 'anna', 'Vintern kom\u200B tidigt 2026')).kind, 'signed-in')
})
