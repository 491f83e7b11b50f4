import test from 'ava'
import { sql } from 'kysely'
import { storePassword } from '../../src/accounts/set-password.js'
import type { Db } from '../../src/database/database.js'
import { lettersOf, lettersPosted, lettersToPost } from '../../src/username-letters/listed/letters-of.js'
import { orderUsernameLetter } from '../../src/username-letters/order-letter.js'
import { postLetters } from '../../src/username-letters/post-letters.js'
import { from, reporter } from '../one-time-passwords/reporter.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'

const context = testContext()

const order = async (db: Db, accountId: string) =>
  await db.transaction().execute((trx) => orderUsernameLetter(trx, { accountId, from }))

const ordered = async (db: Db, accountId: string): Promise<string> => {
  const outcome = await order(db, accountId)
  if (outcome.kind !== 'ordered') throw new Error(outcome.kind)
  return outcome.letterId
}

const post = async (db: Db, ...letterIds: readonly string[]) =>
  await db.transaction().execute((trx) => postLetters(trx, context, { letterIds, from }))

const codesOf = async (owner: Db) =>
  await owner
    .selectFrom('one_time_password')
    .select(['purpose', 'sent_from as sentFrom', 'account_id as accountId'])
    .execute()

test('one letter at a time is on its way to somebody', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await reporter(db)
  const letterId = await ordered(db, accountId)
  t.deepEqual(await order(db, accountId), { kind: 'on-its-way' })
  t.deepEqual(
    (await lettersToPost(db)).map(({ id }) => id),
    [letterId],
  )
  await post(db, letterId)
  t.is((await order(db, accountId)).kind, 'ordered', 'a posted letter stands in nobody’s way')
})

test('the one-time password is mailed three days after the letter was posted', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T08:00:00Z')
  const accountId = await reporter(db)
  const letterId = await ordered(db, accountId)
  t.deepEqual(await codesOf(owner), [], 'nothing before it is posted')
  const [posted] = await post(db, letterId)
  const [code, ...more] = await codesOf(owner)
  t.deepEqual(more, [])
  t.is(code?.purpose, 'initial')
  t.is(code?.sentFrom.toISOString().slice(0, 16), '2026-03-05T08:00')
  t.deepEqual(posted?.passwordAt, code?.sentFrom)
  const { rows } = await sql<{ on: string }>`
    select to_char(start_after at time zone 'UTC', 'YYYY-MM-DD') as on from pgboss.job
    where data->>'kind' = 'one-time-password'`.execute(owner)
  t.deepEqual(rows, [{ on: '2026-03-05' }])
})

test('posting twice is posting once', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const letterId = await ordered(db, await reporter(db))
  const [first, second] = await Promise.all([post(db, letterId), post(db, letterId)])
  t.is([...first, ...second].length, 1)
  t.is((await codesOf(owner)).length, 1)
})

test('who has a password already gets the letter and no one-time password', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await reporter(db)
  const hashed = await context.hashing.hash('en lösenordsfras att minnas')
  await db.transaction().execute((trx) => storePassword(trx, accountId, hashed))
  const letterId = await ordered(db, accountId)
  t.deepEqual(await post(db, letterId), [{ letterId, accountId, passwordAt: undefined }])
  t.deepEqual(await codesOf(owner), [])
})

test('nothing is posted to an account that has ended', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await reporter(db)
  const letterId = await ordered(db, accountId)
  await sql`update account set ended_at = now(), end_reason = 'left'`.execute(owner)
  t.deepEqual(await lettersToPost(db), [])
  t.deepEqual(await post(db, letterId), [])
})

test('a letter is addressed to the person, but not to one with protected identity', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await reporter(db)
  const letterId = await ordered(db, accountId)
  const [letter] = await lettersToPost(db)
  t.is(letter?.username, 'rut4711')
  t.deepEqual(letter?.recipient, {
    name: 'Rut Alm',
    street: 'Storgatan 1',
    postalCode: '11122',
    locality: 'Stockholm',
    country: 'SE',
  })
  await sql`update person set has_protected_identity = true`.execute(owner)
  t.is((await lettersToPost(db))[0]?.recipient, undefined)
  await sql`update username_letter set forwarded_to = '{Skatteverket,Box 2820,403 20 Göteborg}'`.execute(owner)
  await post(db, letterId)
  t.is((await lettersPosted(db, { atMost: 10 }))[0]?.recipient, undefined)
})

test('the letters of a person tell when each was ordered and posted', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T08:00:00Z')
  const accountId = await reporter(db)
  await post(db, await ordered(db, accountId))
  await stopClockAt(owner, '2026-03-10T08:00:00Z')
  await ordered(db, accountId)
  const letters = await lettersOf(db, accountId)
  t.deepEqual(
    letters.map(({ orderedAt, postedAt }) => [orderedAt, postedAt].map((at) => at?.toISOString().slice(0, 10))),
    [
      ['2026-03-10', undefined],
      ['2026-03-02', '2026-03-02'],
    ],
  )
})

test('both the order and the posting leave a trace without a name or a number', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await reporter(db)
  await post(db, await ordered(db, accountId))
  const events = await owner
    .selectFrom('audit_event')
    .select(['kind', 'about_id as about', 'details'])
    .where('kind', 'like', 'username-letter-%')
    .orderBy('seq')
    .execute()
  t.deepEqual(events, [
    { kind: 'username-letter-ordered', about: accountId, details: {} },
    { kind: 'username-letter-posted', about: accountId, details: { passwordFollows: true } },
  ])
})
