import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { changeNumber } from '../../src/accounts/change-number.js'
import { createAccount } from '../../src/accounts/create-account.js'
import { changeDetails, detailsOf } from '../../src/accounts/details/change-details.js'
import { endAccount, reopenAccount } from '../../src/officers/accounts/actions/ending/end-account.js'
import { orderInitial } from '../../src/one-time-passwords/order.js'
import { orderUsernameLetter } from '../../src/username-letters/order-letter.js'
import { postLetters } from '../../src/username-letters/post-letters.js'
import { atChoosing, choose, newPassword, order, prove } from '../kiosk/client.js'
import { accountIdOf, audited, sessionsIn, signedInAs, wordsOf } from '../own-account/client.js'
import { from, together } from '../permissions/fixture.js'
import { openBrowser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { approve, organisationIn, registered, stina } from './approving.js'

/** Amir reports and administers nothing: his account stands for one that somebody else has prepared. */
const amir = {
  ...stina,
  personalIdentityNumber: '198204179835',
  givenName: 'Amir',
  familyName: 'Haddad',
  email: 'amir@skolan.example',
  street: 'Rektorsvägen 2',
}

const marie = {
  ...stina,
  personalIdentityNumber: '197506029805',
  givenName: 'Marie',
  familyName: 'Lindblad',
  email: 'marie@annan.example',
}

const hasPassword = async (app: TestApp, username: string) =>
  (
    await app.owner
      .selectFrom('password')
      .where('account_id', '=', await accountIdOf(app, username))
      .select('hash')
      .execute()
  ).length === 1

const addressOf = async ({ db }: TestApp, accountId: string) => {
  const details = await detailsOf(db, accountId)
  return [details?.email, details?.street]
}

/** One officer alone changes where the account's mails go. */
async function changeAddress(app: TestApp, username: string, email: string): Promise<void> {
  const [accountId, by] = [await accountIdOf(app, username), await accountIdOf(app, 'handlaggare1')]
  const outcome = await together(app.db, async (trx) => {
    const { version, ...details } = (await detailsOf(trx, accountId)) ?? { version: 0, ...noDetails }
    return await changeDetails(trx, { accountId, by, as: 'officer', version, details: { ...details, email }, from })
  })
  if (outcome.kind !== 'changed') throw new Error(outcome.kind)
}

const noDetails = {
  givenName: '',
  familyName: '',
  email: null,
  street: null,
  postalCode: null,
  locality: null,
  country: 'SE',
}

test('an account with another address loses its password when an assurance makes it an administrator’s, and gets the paper’s addresses', async (t) => {
  const app = await startTestApp(t)
  const [accountId, by] = [await accountIdOf(app, 'rapport10001'), await accountIdOf(app, 'handlaggare2')]
  const id = await registered(app, { appointed: amir })
  t.like(await approve(app, id), { kind: 'approved', accountId, isNew: false })
  t.false(await hasPassword(app, 'rapport10001'))
  t.deepEqual(await addressOf(app, accountId), ['amir@skolan.example', 'Rektorsvägen 2'])
  await app.nextMail('amir.haddad@vatterbygden.example', 'Din e-postadress är ändrad')
  const { text } = await app.nextMail('amir@skolan.example', 'Ditt lösenord gäller inte längre')
  t.regex(text, /kan någon annan ha lagt\s+upp\s+kontot\s+och\s+valt\s+lösenordet/)
  t.deepEqual(await audited(app, 'access-reset'), [
    { by, about: accountId, details: { why: 'assurance', assurance: id, hadPassword: true, sessions: 0 } },
  ])
  t.like(await audited(app, 'details-changed'), [{ by, about: accountId, details: { fields: 'email street' } }])
  t.is(await prove(openBrowser(t, app.home), 'rapport10001', 'Vintern kom tidigt 2026'), 422)
})

test('an account whose address one officer has changed to the paper’s beforehand loses its password all the same', async (t) => {
  const app = await startTestApp(t)
  await changeAddress(app, 'rapport10001', amir.email)
  t.like(await approve(app, await registered(app, { appointed: amir })), { kind: 'approved' })
  t.false(await hasPassword(app, 'rapport10001'))
  t.is((await audited(app, 'access-reset')).length, 1)
})

test('a session of the account ends when the assurance is approved', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await approve(app, await registered(app, { appointed: amir }))
  t.deepEqual(await sessionsIn(app, 'rapport10001'), [])
  await browser.open('/konto')
  t.is(browser.heading(), 'Logga in till Portvakt')
  t.like(await audited(app, 'access-reset'), [{ details: { sessions: 1 } }])
})

test('a one-time password that waits, initial or reset, dies when the assurance is approved', async (t) => {
  const app = await startTestApp(t)
  const accountId = await accountIdOf(app, 'rapport10001')
  await order(openBrowser(t, app.home), 'rapport10001')
  await together(app.db, async (trx) => await orderInitial(trx, app.context, { accountId, from }))
  await approve(app, await registered(app, { appointed: amir }))
  const codes = await app.owner
    .selectFrom('one_time_password')
    .where('account_id', '=', accountId)
    .select(['purpose', sql<boolean>`replaced_at is not null`.as('isDead')])
    .orderBy('purpose')
    .execute()
  t.deepEqual(codes, [
    { purpose: 'initial', isDead: true },
    { purpose: 'reset', isDead: true },
  ])
})

test('a browser that has proved itself in the kiosk chooses no password after the approval', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  await approve(app, await registered(app, { appointed: amir }))
  await choose(browser, newPassword)
  t.false(await hasPassword(app, 'rapport10001'))
})

test('the person gets a letter at the paper’s address and a one-time password in the paper’s mailbox, whatever letters went before', async (t) => {
  const app = await startTestApp(t)
  const accountId = await accountIdOf(app, 'rapport10001')
  await together(app.db, async (trx) => await orderUsernameLetter(trx, { accountId, from }))
  await app.owner
    .updateTable('username_letter')
    .set({ printed_at: sql<Date>`portvakt_now()` })
    .where('account_id', '=', accountId)
    .execute()
  await approve(app, await registered(app, { appointed: amir }))
  const waiting = await app.owner
    .selectFrom('username_letter')
    .where('account_id', '=', accountId)
    .where('posted_at', 'is', null)
    .select(['id', 'printed_at'])
    .execute()
  t.is(waiting.length, 1)
  t.is(waiting[0]?.printed_at, null, 'what was printed with another address is printed anew')
  await app.nextMail('amir.haddad@vatterbygden.example', 'Din e-postadress är ändrad')
  await together(
    app.db,
    async (trx) => await postLetters(trx, app.context, { letterIds: waiting.map(({ id }) => id), from }),
  )
  const code = await app.owner
    .selectFrom('one_time_password')
    .where('account_id', '=', accountId)
    .where('replaced_at', 'is', null)
    .select('purpose')
    .execute()
  t.deepEqual(code, [{ purpose: 'initial' }])
})

test('somebody who has only a one-time password so far gets the paper’s address and no mail about a password', async (t) => {
  const app = await startTestApp(t)
  const accountId = await accountIdOf(app, 'utan10001')
  const oskar = { ...amir, personalIdentityNumber: '199107309859', givenName: 'Oskar', familyName: 'Brandt' }
  await app.owner.deleteFrom('password').where('account_id', '=', accountId).execute()
  await approve(app, await registered(app, { appointed: oskar }))
  t.is((await addressOf(app, accountId))[0], amir.email)
  t.like(await audited(app, 'access-reset'), [{ details: { hadPassword: false } }])
})

/** A paper for somebody who administers 10001 already, at 10002. */
const elsewhere = async (app: TestApp) =>
  await registered(app, { appointed: marie, organisationId: await organisationIn(app, '10002') })

test('an administrator elsewhere keeps password, sessions and address, and the officer reads that the addresses differ', async (t) => {
  const app = await startTestApp(t)
  await signedInAs(t, app, 'admin10001')
  const id = await elsewhere(app)
  const johan = await signedInAs(t, app, 'handlaggare2')
  await johan.open(`/handlaggning/forsakringar/${id}`)
  t.regex(wordsOf(johan), /redan är behörighetsadministratör.*ändras inte av försäkran/)
  t.true(wordsOf(johan).includes('en annan e-postadress än försäkran: marie.lindblad@vatterbygden.example. Den ändras'))
  t.like(await approve(app, id), { kind: 'approved' })
  t.true(await hasPassword(app, 'admin10001'))
  t.is((await sessionsIn(app, 'admin10001')).length, 1)
  t.deepEqual((await addressOf(app, await accountIdOf(app, 'admin10001')))[0], 'marie.lindblad@vatterbygden.example')
  t.deepEqual(await audited(app, 'access-reset'), [])
})

test('an appointment that is over vouches for nobody', async (t) => {
  const app = await startTestApp(t)
  const accountId = await accountIdOf(app, 'admin10001')
  const id = await elsewhere(app)
  await app.owner
    .updateTable('appointment')
    .set({ valid_to: '2026-01-31' })
    .where('account_id', '=', accountId)
    .execute()
  await approve(app, id)
  t.false(await hasPassword(app, 'admin10001'))
})

test('an administrator whose number one officer has changed is not approved for the new number', async (t) => {
  const app = await startTestApp(t)
  const [accountId, by] = [await accountIdOf(app, 'admin10001'), await accountIdOf(app, 'handlaggare1')]
  const number = stina.personalIdentityNumber
  await together(app.db, async (trx) => await changeNumber(trx, { accountId, by, number, from }))
  const id = await registered(app, {
    appointed: { ...marie, personalIdentityNumber: number },
    organisationId: await organisationIn(app, '10002'),
  })
  t.deepEqual(await approve(app, id), { kind: 'number-changed' })
  const johan = await signedInAs(t, app, 'handlaggare2')
  await johan.open(`/handlaggning/forsakringar/${id}`)
  t.is(await johan.press('Godkänn'), 422)
  t.true(wordsOf(johan).includes('Avsluta det uppdraget först, eller avvisa försäkran.'))
  t.deepEqual(await audited(app, 'assurance-approved'), [])
})

test('an administrator appointed by an assurance that bore the same number is vouched for, though the number was another once', async (t) => {
  const app = await startTestApp(t)
  const [accountId, by] = [await accountIdOf(app, 'rapport10001'), await accountIdOf(app, 'handlaggare1')]
  const number = stina.personalIdentityNumber
  await together(app.db, async (trx) => await changeNumber(trx, { accountId, by, number, from }))
  const appointed = { ...amir, personalIdentityNumber: number }
  t.like(await approve(app, await registered(app, { appointed })), { kind: 'approved', accountId })
  const again = await registered(app, { appointed, organisationId: await organisationIn(app, '10002') })
  t.like(await approve(app, again), { kind: 'approved', accountId })
  t.is((await audited(app, 'access-reset')).length, 1, 'the first one only')
})

for (const [what, ended] of [
  ['is an officer', null],
  ['was an officer', '2026-01-31'],
] as const) {
  test(`somebody who ${what} keeps password and address, and the officer reads why`, async (t) => {
    const app = await startTestApp(t)
    const accountId = await accountIdOf(app, 'rapport10001')
    await app.owner.insertInto('officer').values({ account_id: accountId, ended_at: ended }).execute()
    const id = await registered(app, { appointed: amir })
    const johan = await signedInAs(t, app, 'handlaggare2')
    await johan.open(`/handlaggning/forsakringar/${id}`)
    t.true(wordsOf(johan).includes('Kontot är eller har varit en handläggares.'))
    t.like(await approve(app, id), { kind: 'approved' })
    t.true(await hasPassword(app, 'rapport10001'))
    t.is((await addressOf(app, accountId))[0], 'amir.haddad@vatterbygden.example')
  })
}

test('an account that was ended and reopened with another’s mailbox gets the paper’s address at the approval', async (t) => {
  const app = await startTestApp(t)
  const [accountId, by] = [await accountIdOf(app, 'rapport10001'), await accountIdOf(app, 'handlaggare1')]
  const id = await registered(app, { appointed: amir })
  const act = { accountId, by, reason: 'Prov.', from }
  await together(app.db, async (trx) => await endAccount(trx, act))
  t.deepEqual(await approve(app, id), { kind: 'account-ended' })
  await together(app.db, async (trx) => await reopenAccount(trx, act))
  await changeAddress(app, 'rapport10001', 'ond@ond.example')
  t.like(await approve(app, id), { kind: 'approved' })
  t.is((await addressOf(app, accountId))[0], amir.email)
})

test('an assurance with the number of a merged account resets the account that goes on', async (t) => {
  const app = await startTestApp(t)
  const to = await accountIdOf(app, 'rapport10001')
  const person = { ...stina, personalIdentityNumber: '198204779832', email: null }
  const old = await together(app.db, async (trx) => await createAccount(trx, { person, username: 'gammal', from }))
  if (old.kind !== 'created') throw new Error(old.kind)
  await app.owner
    .updateTable('account')
    .set({ ended_at: '2026-01-01', end_reason: 'merged', merged_into: to })
    .where('id', '=', old.accountId)
    .execute()
  const appointed = { ...amir, personalIdentityNumber: person.personalIdentityNumber }
  t.like(await approve(app, await registered(app, { appointed })), { kind: 'approved', accountId: to })
  t.false(await hasPassword(app, 'rapport10001'))
})

test('the officer who approves reads what becomes of a known account, and which address it has', async (t) => {
  const app = await startTestApp(t)
  const id = await registered(app, { appointed: amir })
  const johan = await signedInAs(t, app, 'handlaggare2')
  await johan.open(`/handlaggning/forsakringar/${id}`)
  t.regex(wordsOf(johan), /tas kontots lösenord bort, och kontot loggas ut överallt/)
  t.true(wordsOf(johan).includes('annan e-postadress än försäkran: amir.haddad@vatterbygden.example.'))
  await hideIdentity(t, app)
  await johan.open(`/handlaggning/forsakringar/${id}`)
  t.true(wordsOf(johan).includes('Kontot har en annan e-postadress än försäkran.'))
  t.false(johan.html().includes('amir.haddad@'), 'of a protected identity, no address until it is asked for')
})

const hideIdentity = async (t: ExecutionContext, { owner }: TestApp) => {
  const { numUpdatedRows } = await owner
    .updateTable('person')
    .set({ has_protected_identity: true })
    .where('personal_identity_number', '=', amir.personalIdentityNumber)
    .executeTakeFirstOrThrow()
  t.is(Number(numUpdatedRows), 1)
}

test('a one-time password waits a day when the approval has changed the address', async (t) => {
  const app = await startTestApp(t)
  const accountId = await accountIdOf(app, 'rapport10001')
  await approve(app, await registered(app, { appointed: amir }))
  const codes = async () =>
    (await app.owner.selectFrom('one_time_password').where('account_id', '=', accountId).select('id').execute()).length
  await order(openBrowser(t, app.home), 'rapport10001')
  t.is(await codes(), 0)
  await app.nextMail('amir.haddad@vatterbygden.example', 'Din e-postadress är ändrad')
  await travel(app.owner, '25 hours')
  await app.owner
    .updateTable('former_email')
    .set({ told_at: sql<Date>`portvakt_now()` })
    .execute()
  await order(openBrowser(t, app.home), 'rapport10001')
  t.is(await codes(), 1)
})
