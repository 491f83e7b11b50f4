import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { changeDetails, detailsOf } from '../../src/accounts/details/change-details.js'
import { changeNumber } from '../../src/accounts/change-number.js'
import { endOfficer } from '../../src/accounts/officers/end-officer.js'
import { orderAgain } from '../../src/one-time-passwords/order-again.js'
import { endAccount, reopenAccount } from '../../src/officers/accounts/actions/ending/end-account.js'
import { mergeAccounts } from '../../src/officers/accounts/actions/merging/merge-accounts.js'
import { createAccount } from '../../src/accounts/create-account.js'
import { decideAssurance } from '../../src/organisations/assurances/decide-assurance.js'
import { order } from '../one-time-passwords/reporter.js'
import { accountIdOf, wordsOf } from '../own-account/client.js'
import { from, together } from '../permissions/fixture.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { accountPage } from './accounts/officer.js'
import { registeredAssurance } from './assurance-fixture.js'

/** Two officers and a third, `c`, who was made one by the operator. */
async function threeOfficers(t: ExecutionContext, given: Parameters<typeof startTestApp>[1] = {}) {
  const app = await startTestApp(t, given)
  const [a, b] = [await accountIdOf(app, 'handlaggare1'), await accountIdOf(app, 'handlaggare2')]
  const c = await accountIdOf(app, 'utan10001')
  await app.owner.insertInto('officer').values({ account_id: c }).execute()
  return { app, a, b, c }
}

const changeEmail = async ({ db }: TestApp, input: { accountId: string; by: string; second?: string }, email: string) =>
  await together(db, async (trx) => {
    const now = await detailsOf(trx, input.accountId)
    if (now === undefined) throw new Error('nobody')
    const { version, ...details } = now
    return await changeDetails(trx, { ...input, as: 'officer', version, details: { ...details, email }, from })
  })

const codesFor = async ({ owner }: TestApp, accountId: string) =>
  await owner.selectFrom('one_time_password').select('id').where('account_id', '=', accountId).execute()

test('an officer who wants to be two cannot change the other officer’s address, and the page says why (R-74)', async (t) => {
  const { app, a, b } = await threeOfficers(t)
  t.deepEqual(await changeEmail(app, { accountId: b, by: a }, 'a@ond.example'), { kind: 'not-theirs' })
  t.deepEqual(await changeEmail(app, { accountId: b, by: a, second: a }, 'a@ond.example'), { kind: 'not-theirs' })
  const browser = await accountPage(t, app, 'handlaggare2')
  for (const path of ['uppgifter', 'personnummer', 'avsluta']) {
    await browser.open(`/handlaggning/konton/${b}/${path}`)
    t.true(wordsOf(browser).includes('Ingen handläggare ändrar det ensam.'), path)
  }
})

test('an officer’s address, number, ending and reopening take a second officer, who is another person', async (t) => {
  const { app, a, b, c } = await threeOfficers(t)
  const actions = {
    number: async (second?: string) =>
      await together(app.db, async (trx) =>
        changeNumber(trx, { accountId: b, by: a, second, number: '199107309800', from }),
      ),
    end: async (second?: string) =>
      await together(app.db, async (trx) => endAccount(trx, { accountId: b, by: a, second, reason: 'Slutar.', from })),
    reopen: async (second?: string) =>
      await together(app.db, async (trx) => reopenAccount(trx, { accountId: b, by: a, second, reason: 'Åter.', from })),
  }
  t.deepEqual(await actions.number(), { kind: 'not-changed' })
  t.deepEqual(await actions.end(), { kind: 'not-ended' })
  t.deepEqual(await actions.end(a), { kind: 'not-ended' }, 'not oneself once more')
  t.deepEqual(await actions.end(await accountIdOf(app, 'rapport10001')), { kind: 'not-ended' }, 'no officer')
  t.deepEqual(await actions.number(c), { kind: 'changed' })
  t.deepEqual(await actions.end(c), { kind: 'ended' })
  t.deepEqual(await actions.reopen(), { kind: 'not-reopened' }, 'who was an officer is opened by two')
  t.deepEqual(await actions.reopen(c), { kind: 'reopened' })
})

test('the last officer cannot be ended, and two who are ended at once leave one', async (t) => {
  const { app, a, b, c } = await threeOfficers(t)
  await together(app.db, async (trx) => endOfficer(trx, { accountId: c, from }))
  const ends = await Promise.allSettled(
    [a, b].map(async (accountId) => await together(app.db, async (trx) => endOfficer(trx, { accountId, from }))),
  )
  t.is(ends.filter(({ status }) => status === 'fulfilled').length, 1)
  const left = await app.owner.selectFrom('officer').select('account_id').where('ended_at', 'is', null).execute()
  t.is(left.length, 1)
  const [{ account_id: last } = { account_id: '' }] = left
  const outcome = await together(app.db, async (trx) =>
    endAccount(trx, { accountId: last, by: c, reason: 'Slutar.', from }),
  )
  t.deepEqual(outcome, { kind: 'last-officer' })
})

test('an officer who has ended stays ended: the service’s role cannot undo it', async (t) => {
  const { app, a, c } = await threeOfficers(t)
  await together(app.db, async (trx) => endOfficer(trx, { accountId: c, by: a, from }))
  await t.throwsAsync(
    async () => await app.db.updateTable('officer').set({ ended_at: null }).where('account_id', '=', c).execute(),
    { message: /stays ended|permission denied/ },
  )
})

test('an administrator whose address an officer changed gets no code there until a day has passed and the old address has its mail', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  const [a, marie] = [await accountIdOf(app, 'handlaggare1'), await accountIdOf(app, 'admin10001')]
  t.deepEqual(await changeEmail(app, { accountId: marie, by: a }, 'a@ond.example'), { kind: 'changed' })
  const again = async () =>
    (await together(app.db, async (trx) => orderAgain(trx, app.context, { accountId: marie, by: a, from }))).kind
  await order(app.db, app.context, 'admin10001')
  t.deepEqual(await codesFor(app, marie), [])
  t.is(await again(), 'address-held')
  await travel(app.owner, '25 hours')
  await order(app.db, app.context, 'admin10001')
  t.is(await again(), 'address-held', 'a day, but nothing has gone to the old address')
  t.deepEqual(await codesFor(app, marie), [])
  await app.owner
    .updateTable('former_email')
    .set({ told_at: sql<Date>`portvakt_now()` })
    .execute()
  t.is(await again(), 'ordered')
  await travel(app.owner, '2 minutes')
  await order(app.db, app.context, 'admin10001')
  t.is((await codesFor(app, marie)).length, 2)
})

test('an address given to an administrator who had none waits a day too', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  const [a, marie] = [await accountIdOf(app, 'handlaggare1'), await accountIdOf(app, 'admin10001')]
  await app.owner
    .updateTable('person')
    .set({ email: null })
    .where('id', '=', (row) => row.selectFrom('account').select('person_id').where('id', '=', marie))
    .execute()
  t.deepEqual(await changeEmail(app, { accountId: marie, by: a }, 'a@ond.example'), { kind: 'changed' })
  await order(app.db, app.context, 'admin10001')
  t.deepEqual(await codesFor(app, marie), [])
  await travel(app.owner, '25 hours')
  await order(app.db, app.context, 'admin10001')
  t.is((await codesFor(app, marie)).length, 1)
})

test('the notice to the old address is noted when it has left, and a reporter’s code waits for nothing', async (t) => {
  const app = await startTestApp(t)
  const a = await accountIdOf(app, 'handlaggare1')
  const amir = await accountIdOf(app, 'rapport10001')
  await changeEmail(app, { accountId: amir, by: a }, 'amir@ny.example')
  await order(app.db, app.context, 'rapport10001')
  t.is((await codesFor(app, amir)).length, 1)
  await app.nextMail('amir.haddad@vatterbygden.example', 'Din e-postadress är ändrad')
  for (;;) {
    const { told_at } = await app.owner.selectFrom('former_email').select('told_at').executeTakeFirstOrThrow()
    if (told_at !== null) break
    await new Promise((resolve) => void setTimeout(resolve, 50))
  }
  t.pass()
})

test('a code that was ordered before the address was changed is not sent to the new one', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  const [a, marie] = [await accountIdOf(app, 'handlaggare1'), await accountIdOf(app, 'admin10001')]
  await order(app.db, app.context, 'admin10001')
  const [code] = await codesFor(app, marie)
  const { oneTimePasswordMail } = await import('../../src/one-time-passwords/one-time-passwords.mails.js')
  const letter = { kind: 'one-time-password', id: code?.id ?? '' } as const
  t.not(await oneTimePasswordMail(app.db, app.context, letter), undefined)
  await changeEmail(app, { accountId: marie, by: a }, 'a@ond.example')
  t.is(await oneTimePasswordMail(app.db, app.context, letter), undefined)
})

test('two accounts of one person are one officer: who registered a paper with the one does not approve it with the other', async (t) => {
  const { app, a, b, c } = await threeOfficers(t)
  const assuranceId = await registeredAssurance(app)
  const decide = async (by: string) =>
    (await together(app.db, async (trx) => decideAssurance(trx, { assuranceId, by, decision: 'approved', from }))).kind
  await app.owner
    .updateTable('account')
    .set({ ended_at: '2026-01-01', end_reason: 'merged', merged_into: c })
    .where('id', '=', b)
    .execute()
  t.is(await decide(c), 'needs-another-officer')
  await app.owner
    .updateTable('account')
    .set({ ended_at: null, end_reason: null, merged_into: null })
    .where('id', '=', b)
    .execute()
  const numberOf = async (id: string) =>
    await app.owner
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .where('account.id', '=', id)
      .select(['person.id', 'personal_identity_number as number'])
      .executeTakeFirstOrThrow()
  const [theirs, registrars] = [await numberOf(c), await numberOf(b)]
  await app.owner.insertInto('former_number').values({ person_id: theirs.id, number: registrars.number }).execute()
  t.is(await decide(c), 'needs-another-officer', 'a number that they had before')
  t.is(await decide(a), 'decided')
})

test('an officer decides nothing that they have signed, or that appoints a number they have had', async (t) => {
  const { app, a, c } = await threeOfficers(t)
  const assuranceId = await registeredAssurance(app)
  const decide = async (by: string) =>
    (await together(app.db, async (trx) => decideAssurance(trx, { assuranceId, by, decision: 'approved', from }))).kind
  const nameOf = await app.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('account.id', '=', a)
    .select(['person.id', 'given_name', 'family_name'])
    .$narrowType<{ given_name: string; family_name: string }>()
    .executeTakeFirstOrThrow()
  const signatory = async (signatory_name: string) =>
    await app.owner.updateTable('assurance').set({ signatory_name }).where('id', '=', assuranceId).execute()
  await signatory(`${nameOf.given_name.toUpperCase()}  ${nameOf.family_name}`)
  t.is(await decide(a), 'needs-another-officer')
  await signatory(`${nameOf.given_name}-${nameOf.family_name.normalize('NFD').replaceAll(/\p{M}/gu, '')}`)
  t.is(await decide(a), 'needs-another-officer', 'a hyphen and a missing ring tell nobody apart')
  await signatory('Berit Ask')
  const { number } = await app.owner
    .selectFrom('assurance')
    .select('personal_identity_number as number')
    .where('id', '=', assuranceId)
    .executeTakeFirstOrThrow()
  await app.owner.insertInto('former_number').values({ person_id: nameOf.id, number }).execute()
  t.is(await decide(a), 'needs-another-officer')
  t.is(await decide(c), 'decided')
})

test('an appointment does not go on with another account by one officer’s merging', async (t) => {
  const { app, a, c } = await threeOfficers(t)
  const marie = await accountIdOf(app, 'admin10001')
  const person = {
    personalIdentityNumber: '198204779832',
    givenName: 'Bulvan',
    familyName: 'Prov',
    email: 'a@ond.example',
  }
  const straw = await together(app.db, async (trx) => await createAccount(trx, { person, username: 'bulvan', from }))
  if (straw.kind !== 'created') throw new Error(straw.kind)
  const merge = async (second?: string) =>
    await together(app.db, async (trx) =>
      mergeAccounts(trx, { accountId: marie, to: straw.accountId, by: a, second, from }),
    )
  t.deepEqual(await merge(), { kind: 'administrator' })
  t.deepEqual(await merge(c), { kind: 'merged' })
})
