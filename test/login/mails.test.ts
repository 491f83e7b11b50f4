import test from 'ava'
import type { Db } from '../../src/database/database.js'
import { accountLockedMail, sessionLimitMail } from '../../src/login/login.mails.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { person } from './fixture.js'

const context = testContext()
const until = '2026-03-02T12:30:00.000Z'

test('the mail about a lock tells until when, in the person’s language', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T12:00:00Z')
  const accountId = await person(db, context, 'anna')
  const mail = await locked(db, accountId)
  t.like(mail, { to: 'anna@example.se', subject: 'Inloggningen är spärrad en stund', about: accountId })
  t.regex(mail?.text.replaceAll(/\s+/g, ' ') ?? '', /spärrad till måndag 2 mars kl\. 13\.30/)
  await owner.updateTable('person').set({ language: 'en' }).execute()
  t.regex((await locked(db, accountId))?.text.replaceAll(/\s+/g, ' ') ?? '', /locked until Monday,? 2 March at 13:30/)
})

test('a lock that has passed is not told of', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await stopClockAt(owner, '2026-03-02T12:30:00Z')
  t.is(await locked(db, accountId), undefined)
})

test('an ended account, and one without an address, get no mail', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T12:00:00Z')
  const accountId = await person(db, context, 'anna')
  await owner.updateTable('person').set({ email: null }).execute()
  t.is(await locked(db, accountId), undefined)
  await owner.updateTable('person').set({ email: 'a@example.se' }).execute()
  await owner.updateTable('account').set({ ended_at: until, end_reason: 'test' }).execute()
  t.is(await locked(db, accountId), undefined)
})

test('a notice has no link that acts, no username, and no name of a person with protected identity', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T12:00:00Z')
  const accountId = await person(db, context, 'xkcd2345')
  await owner.updateTable('person').set({ has_protected_identity: true, email: 'a@example.se' }).execute()
  for (const mail of [await locked(db, accountId), await limited(db, accountId)]) {
    t.deepEqual(
      [...(mail?.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
      [context.issuer],
    )
    t.notRegex(`${mail?.html} ${mail?.text}`, /xkcd2345|Prov/)
  }
})

const locked = async (db: Db, accountId: string) =>
  await accountLockedMail(db, context, { kind: 'account-locked', accountId, until })
const limited = async (db: Db, accountId: string) =>
  await sessionLimitMail(db, context, { kind: 'session-limit', accountId, at: until })
