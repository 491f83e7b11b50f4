import test from 'ava'
import { sql } from 'kysely'
import { nameKeysOf } from '../../src/accounts/username.js'
import type { Db } from '../../src/database/database.js'
import { oneTimePasswordMail, oneTimePasswordReminder } from '../../src/one-time-passwords/one-time-passwords.mails.js'
import { matchingInitial } from '../../src/one-time-passwords/match-initial.js'
import { orderInitial } from '../../src/one-time-passwords/order.js'
import { redeem } from '../../src/one-time-passwords/redeem.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { codeFor, from, order, reporter } from './reporter.js'

const context = testContext()
const nameKeys = nameKeysOf(context, 'rut4711')
const matches = async (db: Db, typed: string) => await matchingInitial(db, context, { nameKeys, typed })

const orderFor = async (db: Db, accountId: string, sendAt?: Date): Promise<string> => {
  const input = { accountId, from, ...(sendAt !== undefined && { sendAt }) }
  const ordered = await db.transaction().execute((trx) => orderInitial(trx, context, input))
  if (ordered.kind !== 'ordered') throw new Error(ordered.kind)
  return ordered.codeId
}

test('it is matched as often as it is typed, and used up once', async (t) => {
  const { db } = await freshDatabase(t)
  const codeId = await orderFor(db, await reporter(db))
  const typed = await codeFor(db, context, codeId)
  t.deepEqual(await matches(db, typed.toLowerCase()), { codeId })
  t.deepEqual(await matches(db, typed), { codeId })
  t.is(await matches(db, `${typed}0`), undefined)
  t.is(await matchingInitial(db, context, { nameKeys: nameKeysOf(context, 'annan'), typed }), undefined)
  t.true(await db.transaction().execute((trx) => redeem(trx, codeId)))
  t.false(await db.transaction().execute((trx) => redeem(trx, codeId)))
  t.is(await matches(db, typed), undefined)
})

test('a new one replaces the one before it', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await reporter(db)
  const first = await codeFor(db, context, await orderFor(db, accountId))
  const codeId = await orderFor(db, accountId)
  t.is(await matches(db, first), undefined)
  t.deepEqual(await matches(db, await codeFor(db, context, codeId)), { codeId })
})

test('an ordered reset code does not replace it', async (t) => {
  const { db } = await freshDatabase(t)
  const codeId = await orderFor(db, await reporter(db))
  await order(db, context)
  t.deepEqual(await matches(db, await codeFor(db, context, codeId)), { codeId })
})

test('it goes out some days after the letter, and lives for seven days from then, to the second (T4)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T08:00:00Z')
  const codeId = await orderFor(db, await reporter(db), new Date('2026-03-05T08:00:00Z'))
  const typed = await codeFor(db, context, codeId)
  t.is(await matches(db, typed), undefined)
  t.deepEqual(await lettersFor(owner, codeId), [
    { kind: 'one-time-password', on: '2026-03-05' },
    { kind: 'one-time-password-reminder', on: '2026-03-10' },
  ])
  await stopClockAt(owner, '2026-03-12T07:59:59Z')
  t.deepEqual(await matches(db, typed), { codeId })
  await stopClockAt(owner, '2026-03-12T08:00:00Z')
  t.is(await matches(db, typed), undefined)
})

test('one reminder tells the same code again, as long as it is unused (R-45)', async (t) => {
  const { db } = await freshDatabase(t)
  const codeId = await orderFor(db, await reporter(db))
  const remind = async () =>
    await oneTimePasswordReminder(db, context, { kind: 'one-time-password-reminder', id: codeId })
  const code = (await codeFor(db, context, codeId)).replaceAll(/(.{4})(?!$)/g, '$1-')
  const mail = await remind()
  t.is(mail?.subject, 'Ditt engångslösenord går snart ut')
  t.true(mail?.text.includes(code))
  t.false(mail?.text.includes('rut4711'))
  await db.transaction().execute((trx) => redeem(trx, codeId))
  t.is(await remind(), undefined)
})

test('what lives no longer than the time before a reminder has none', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const brief = testContext({ policy: { initialPassword: { days: 2 } } })
  const accountId = await reporter(db)
  await db.transaction().execute((trx) => orderInitial(trx, brief, { accountId, from }))
  t.is(
    (await sql`select from pgboss.job where data->>'kind' = 'one-time-password-reminder'`.execute(owner)).rows.length,
    0,
  )
})

test('nothing can be ordered for an ended account or one without an address', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const [ended, silent] = [await reporter(db, 'slutat12'), await reporter(db, 'utanpost', null)]
  await sql`update account set ended_at = now(), end_reason = 'left' where id = ${ended}`.execute(owner)
  for (const accountId of [ended, silent]) {
    const ordered = await db.transaction().execute((trx) => orderInitial(trx, context, { accountId, from }))
    t.deepEqual(ordered, { kind: 'no-recipient' })
  }
})

test('the mail tells the code and a link to the kiosk at our address, and never the username (R-40)', async (t) => {
  const { db } = await freshDatabase(t)
  const codeId = await orderFor(db, await reporter(db))
  const code = (await codeFor(db, context, codeId)).replaceAll(/(.{4})(?!$)/g, '$1-')
  const mail = await oneTimePasswordMail(db, context, { kind: 'one-time-password', id: codeId })
  t.is(mail?.subject, 'Ditt engångslösenord')
  t.is(mail?.to, 'rut@skola.example')
  for (const part of [mail?.text ?? '', mail?.html ?? '']) {
    t.true(part.includes(code))
    t.true(part.includes('http://localhost:3000/losenordskiosk/andra'))
    t.false(part.includes('rut4711'))
  }
})

test('the reset mail tells the code, how long it lives and what to do if one did not ask', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-29T00:50:00Z')
  await reporter(db)
  const { codeId } = await order(db, context)
  const mail = await oneTimePasswordMail(db, context, { kind: 'one-time-password', id: codeId })
  const code = (await codeFor(db, context, codeId)).replace(/(.{4})/, '$1 ')
  const words = mail?.text.replaceAll(/\s+/g, ' ') ?? ''
  // The clock is turned forward between the order and the end.
  for (const told of [code, 'gäller till kl. 03.20', 'Har du inte beställt det?']) t.true(words.includes(told), told)
  t.false(words.includes('rut4711'))
})

test('a code that is used, replaced, too old, or nobody’s is not mailed', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await reporter(db)
  const letterFor = async (id: string) => await oneTimePasswordMail(db, context, { kind: 'one-time-password', id })
  const replaced = await order(db, context)
  const throttled = await order(db, context)
  await travel(owner, '2 minutes')
  const standing = await order(db, context, 'rut4711', { currentCodeId: replaced.codeId })
  const nobody = await order(db, context, 'finnsinte')
  t.is(await letterFor(replaced.codeId), undefined)
  t.is(await letterFor(throttled.codeId), undefined)
  t.is(await letterFor(nobody.codeId), undefined)
  t.not(await letterFor(standing.codeId), undefined)
  t.deepEqual(await letterFor(standing.codeId), await letterFor(standing.codeId))
  await travel(owner, '31 minutes')
  t.is(await letterFor(standing.codeId), undefined)
})

test('a name that looks like markup or like two lines stays a name in the mail', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const codeId = await orderFor(db, await reporter(db))
  await sql`update person set given_name = '<a href="http://ond.example">Rut</a>'`.execute(owner)
  const mail = await oneTimePasswordMail(db, context, { kind: 'one-time-password', id: codeId })
  t.false(mail?.html.includes('<a href="http://ond.example"'))
})

test('a person with protected identity is not named in the mail', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const codeId = await orderFor(db, await reporter(db))
  await sql`update person set has_protected_identity = true`.execute(owner)
  const mail = await oneTimePasswordMail(db, context, { kind: 'one-time-password', id: codeId })
  t.false(mail?.text.includes('Rut'))
})

const lettersFor = async (owner: Db, codeId: string) => {
  const { rows } = await sql`
    select data->>'kind' as kind, to_char(start_after at time zone 'UTC', 'YYYY-MM-DD') as on
    from pgboss.job where data->>'id' = ${codeId} order by start_after`.execute(owner)
  return rows
}
