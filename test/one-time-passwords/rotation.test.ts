import test from 'ava'
import { nameKeysOf } from '../../src/accounts/username.js'
import { matchingInitial } from '../../src/one-time-passwords/match-initial.js'
import { oneTimePasswordMail } from '../../src/one-time-passwords/one-time-passwords.mails.js'
import { orderInitial } from '../../src/one-time-passwords/order.js'
import { standing, tryCode } from '../../src/one-time-passwords/redeem.js'
import { SecretUnknown } from '../../src/context/keys.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { rings } from '../support/rings.js'
import { testContext } from '../support/context.js'
import { codeFor, from, order, otherThan, reporter } from './reporter.js'

const former = testContext({ keys: rings.former })
const known = testContext({ keys: rings.known })
const newest = testContext({ keys: rings.newest })
const name = 'rut4711'

test('an initial one-time password that waits is right at every node that knows its secret', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await reporter(db)
  const ordered = await db.transaction().execute((trx) => orderInitial(trx, former, { accountId, from }))
  if (ordered.kind !== 'ordered') throw new Error(ordered.kind)
  const { codeId } = ordered
  const typed = await codeFor(db, former, codeId)
  for (const context of [former, known, newest]) {
    t.deepEqual(await matchingInitial(db, context, { nameKeys: nameKeysOf(context, name), typed }), { codeId })
  }
})

test('an initial one-time password ordered under a new secret replaces the one before it', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await reporter(db)
  for (const context of [former, newest, known]) {
    await db.transaction().execute((trx) => orderInitial(trx, context, { accountId, from }))
  }
  const rows = await owner.selectFrom('one_time_password').select('replaced_at').orderBy('ordered_at').execute()
  t.deepEqual(
    rows.map((row) => row.replaced_at === null),
    [false, false, true],
  )
})

test('orders for one name are limited together at two nodes with different newest secrets', async (t) => {
  const { db } = await freshDatabase(t)
  await reporter(db)
  t.true((await order(db, known)).isWithinLimits)
  t.false((await order(db, newest)).isWithinLimits)
  t.false((await order(db, known)).isWithinLimits)
})

test('a code ordered under a new secret replaces the one before it, known name or not', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  for (const username of [name, 'finnsinte']) {
    const { codeId: first } = await order(db, known, username)
    await travel(owner, '2 minutes')
    const { codeId: second } = await order(db, newest, username, { currentCodeId: first })
    t.is(await standing(db, known, first), undefined)
    t.like(await standing(db, known, second), { triesLeft: 5 })
  }
})

test('wrong codes of one name are counted together whichever secret each was ordered under', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  for (const context of [known, newest]) {
    const { codeId } = await order(db, context)
    const typed = otherThan(await codeFor(db, context, codeId))
    for (let count = 1; count <= 5; count += 1) await tryCode(db, context, { codeId, typed, from })
    await travel(owner, '2 hours')
  }
  t.false((await order(db, known)).isWithinLimits)
  t.false((await order(db, newest)).isWithinLimits)
})

test('a code whose secret is unknown here is not judged, and costs no try', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  const { codeId } = await order(db, testContext({ keys: rings.present }))
  const typed = await codeFor(db, newest, codeId)
  await t.throwsAsync(tryCode(db, former, { codeId, typed, from }), { instanceOf: SecretUnknown })
  const { attempts } = await owner.selectFrom('one_time_password').select('attempts').executeTakeFirstOrThrow()
  t.is(attempts, 0)
  t.like(await tryCode(db, known, { codeId, typed, from }), { kind: 'right' })
})

test('a mail with a code whose secret is unknown here is left to another node', async (t) => {
  const { db } = await freshDatabase(t)
  await reporter(db)
  const { codeId: id } = await order(db, newest)
  await t.throwsAsync(oneTimePasswordMail(db, former, { kind: 'one-time-password', id }), {
    instanceOf: SecretUnknown,
  })
  t.truthy(await oneTimePasswordMail(db, known, { kind: 'one-time-password', id }))
})
