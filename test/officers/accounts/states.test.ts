import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { changeDetails } from '../../../src/accounts/details/change-details.js'
import { changeNumber } from '../../../src/accounts/change-number.js'
import { protectIdentity } from '../../../src/accounts/protect-identity.js'
import { reserveAttempt } from '../../../src/login/attempts/attempts.js'
import { unlock } from '../../../src/login/attempts/unlock.js'
import { nameKeysOf } from '../../../src/accounts/username.js'
import { endAccount, reopenAccount } from '../../../src/officers/accounts/actions/ending/end-account.js'
import { from, together } from '../../permissions/fixture.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { travel } from '../../support/clock.js'
import { startTestApp } from '../../support/app.js'
import { accountPage, act, rowOf } from './officer.js'

/**
 * What an officer does about rapport10001, each action as its use case answers; the table is in
 * src/accounts/account.ts.
 */
async function fixture(t: ExecutionContext) {
  const app = await startTestApp(t, { isWorkerOff: true })
  const { db, context } = app
  const accountId = await accountIdOf(app, 'rapport10001')
  const by = await accountIdOf(app, 'handlaggare1')
  const action = { accountId, username: 'rapport10001', by, from, reason: 'Prov.' }
  const own = { ...action, accountId: by, username: 'handlaggare1' }
  const kindOf = async (verb: Parameters<typeof together<{ readonly kind: string }>>[1]) =>
    (await together(db, verb)).kind
  const actions = (whose: typeof action) => ({
    end: async () => await kindOf(async (trx) => await endAccount(trx, whose)),
    reopen: async () => await kindOf(async (trx) => await reopenAccount(trx, whose)),
    unlock: async () => await kindOf(async (trx) => await unlock(trx, context, whose)),
    protect: async (isProtected: boolean) =>
      await kindOf(async (trx) => await protectIdentity(trx, { ...whose, isProtected })),
    number: async (number: string) => await kindOf(async (trx) => await changeNumber(trx, { ...whose, number })),
    email: async (email: string, version = 1) =>
      await kindOf(
        async (trx) => await changeDetails(trx, { ...whose, as: 'officer', version, details: { ...amir, email } }),
      ),
  })
  const lock = async () => {
    for (let wrong = 0; wrong < 4; wrong += 1) await reserveAttempt(db, context, nameKeysOf(context, action.username))
  }
  return { app, accountId, action, lock, theirs: actions(action), own: actions(own) }
}

const amir = {
  givenName: 'Amir',
  familyName: 'Haddad',
  email: 'amir.haddad@vatterbygden.example',
  street: null,
  postalCode: null,
  locality: null,
  country: 'SE',
}
const free = '199107309800'

test('living to ended: once, and an ended account is ended by nobody again', async (t) => {
  const { app, theirs } = await fixture(t)
  t.is(await theirs.end(), 'ended')
  const { ended_at: at } = await rowOf(app, 'rapport10001')
  t.not(at, null)
  await travel(app.owner, '1 hour')
  t.is(await theirs.end(), 'not-ended')
  t.deepEqual((await rowOf(app, 'rapport10001')).ended_at, at)
  t.is((await audited(app, 'account-ended')).length, 1)
})

test('living to ended: of two officers at once, one ends it', async (t) => {
  const { app, theirs } = await fixture(t)
  t.deepEqual((await Promise.all([theirs.end(), theirs.end()])).toSorted(), ['ended', 'not-ended'])
  t.is((await audited(app, 'account-ended')).length, 1)
})

test('ended to living: once, and a living account is not reopened', async (t) => {
  const { app, theirs } = await fixture(t)
  t.is(await theirs.reopen(), 'not-reopened')
  await theirs.end()
  t.is(await theirs.reopen(), 'reopened')
  t.is(await theirs.reopen(), 'not-reopened')
  t.like(await rowOf(app, 'rapport10001'), { ended_at: null, end_reason: null })
  t.is((await audited(app, 'account-reopened')).length, 1)
})

test('ended: details and number are not changed until it is reopened', async (t) => {
  const { theirs } = await fixture(t)
  await theirs.end()
  t.is(await theirs.number(free), 'not-changed')
  t.is(await theirs.email('ny@skola.example'), 'not-theirs')
  await theirs.reopen()
  t.is(await theirs.number(free), 'changed')
})

test('merged: it is neither reopened, ended again, nor given another number', async (t) => {
  const { app, accountId, theirs } = await fixture(t)
  await theirs.end()
  const to = await accountIdOf(app, 'rapport10002')
  await app.owner.updateTable('account').set({ merged_into: to }).where('id', '=', accountId).execute()
  t.is(await theirs.reopen(), 'not-reopened')
  t.is(await theirs.end(), 'not-ended')
  t.is(await theirs.number(free), 'not-changed')
})

test('locked to unlocked: once, and a name that is not locked is not unlocked', async (t) => {
  const { app, lock, theirs } = await fixture(t)
  t.is(await theirs.unlock(), 'not-locked')
  await lock()
  t.is(await theirs.unlock(), 'unlocked')
  t.is(await theirs.unlock(), 'not-locked')
  t.is((await audited(app, 'account-unlocked')).length, 1)
})

test('locked to unlocked: by itself when thirty minutes have passed, and then nobody unlocks it', async (t) => {
  const { app, lock, theirs } = await fixture(t)
  await lock()
  await travel(app.owner, '30 minutes 1 second')
  t.is(await theirs.unlock(), 'not-locked')
})

test('protected and unprotected: each once, and what was so already leaves no trace', async (t) => {
  const { app, theirs } = await fixture(t)
  t.is(await theirs.protect(false), 'unchanged')
  t.is(await theirs.protect(true), 'changed')
  t.is(await theirs.protect(true), 'unchanged')
  t.true((await rowOf(app, 'rapport10001')).has_protected_identity)
  t.is(await theirs.protect(false), 'changed')
  t.is(await theirs.protect(false), 'unchanged')
  t.is((await audited(app, 'identity-protected')).length, 1)
  t.is((await audited(app, 'identity-unprotected')).length, 1)
})

test('a changed e-mail address: the old one is kept to be told, and who saves over another’s change saves nothing', async (t) => {
  const { app, theirs } = await fixture(t)
  const { email } = await rowOf(app, 'rapport10001')
  t.is(await theirs.email('ny@skola.example'), 'changed')
  t.is(await theirs.email('annan@skola.example'), 'changed-meanwhile')
  t.is((await rowOf(app, 'rapport10001')).email, 'ny@skola.example')
  const former = await app.owner.selectFrom('former_email').select('email').execute()
  t.deepEqual(former, [{ email: email ?? '' }])
})

test('an officer does none of it about their own account', async (t) => {
  const { app, own } = await fixture(t)
  const before = await rowOf(app, 'handlaggare1')
  t.is(await own.end(), 'not-ended')
  t.is(await own.protect(true), 'unchanged')
  t.is(await own.number(free), 'not-changed')
  t.is(await own.email('jag@myndigheten.example'), 'not-theirs')
  await app.owner
    .updateTable('account')
    .set({ ended_at: new Date(), end_reason: 'Prov.' })
    .where('username', '=', 'handlaggare1')
    .execute()
  t.is(await own.reopen(), 'not-reopened')
  await app.owner
    .updateTable('account')
    .set({ ended_at: null, end_reason: null })
    .where('username', '=', 'handlaggare1')
    .execute()
  t.deepEqual(await rowOf(app, 'handlaggare1'), before)
})

test('whoever works for no agency does nothing about an account', async (t) => {
  const { app, accountId } = await fixture(t)
  const administrator = await signedInAs(t, app, 'admin10001')
  const body = new URLSearchParams({ token: administrator.formToken(), reason: 'Prov.' })
  for (const path of ['las-upp', 'logga-ut', 'skydda', 'avsluta', 'oppna', 'personnummer', 'uppgifter', 'sla-ihop']) {
    const answer = await administrator.send(`/handlaggning/konton/${accountId}/${path}`, { method: 'POST', body })
    t.is(answer.status, 403, path)
  }
  t.is((await rowOf(app, 'rapport10001')).ended_at, null)
})

for (const path of ['avsluta', 'oppna', 'sla-ihop', 'personnummer', 'ta-bort-skydd'] as const) {
  test(`who signed in more than ten minutes ago does not get past the step-up of ${path}`, async (t) => {
    const { app, accountId } = await fixture(t)
    const browser = await accountPage(t, app, 'rapport10001')
    const words = { reason: 'Prov.', other: 'rapport10002', number: free }
    const body = new URLSearchParams({ token: browser.formToken(), ...words })
    t.is((await browser.send(`/handlaggning/konton/${accountId}/${path}`)).status, 200, 'just signed in')
    await travel(app.owner, '10 minutes 1 second')
    const answer = await browser.send(`/handlaggning/konton/${accountId}/${path}`, { method: 'POST', body })
    t.is(answer.status, 303)
    t.regex(answer.headers.get('location') ?? '', /logga-in/)
    t.is((await rowOf(app, 'rapport10001')).ended_at, null)
  })
}

test('two officers who give the same number to two people: one has it, the other is told that it is taken', async (t) => {
  const { app, action } = await fixture(t)
  const browser = await accountPage(t, app, 'rapport10002', { as: 'handlaggare2' })
  let press: Promise<number> = Promise.resolve(0)
  await app.db.transaction().execute(async (trx) => {
    t.is((await changeNumber(trx, { ...action, number: free })).kind, 'changed')
    press = act(browser, 'Ändra personnummer', 'Spara', { 'Nytt personnummer eller samordningsnummer': free })
    await sql`select pg_sleep(0.5)`.execute(trx)
  })
  t.is(await press, 422)
  t.true(wordsOf(browser).includes('Numret har ett annat konto.'))
  t.is((await rowOf(app, 'rapport10001')).personal_identity_number, free)
  t.not((await rowOf(app, 'rapport10002')).personal_identity_number, free)
  t.is((await audited(app, 'number-changed')).length, 1)
})
