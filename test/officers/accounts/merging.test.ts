import test from 'ava'
import { sql } from 'kysely'
import { createAccount } from '../../../src/accounts/create-account.js'
import { findByNumber } from '../../../src/accounts/find.js'
import { mergeAccounts } from '../../../src/officers/accounts/actions/merging/merge-accounts.js'
import { grantsOf } from '../../../src/permissions/grants/grants-of.js'
import { accountIdOf, audited, sessionsIn, signedInAs, wordsOf } from '../../own-account/client.js'
import { from, together } from '../../permissions/fixture.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { endingRequestIn } from './ending-request.js'
import { accountPage, act, rowOf } from './officer.js'

const coordination = '198204779832'
const ordinary = '198204179835'

/** rapport10001 has the personnummer; `gammal` is the same person with a samordningsnummer, and holds what is given. */
async function twoOf(t: Parameters<typeof startTestApp>[0]) {
  const app = await startTestApp(t)
  const person = {
    personalIdentityNumber: coordination,
    givenName: 'Amir',
    familyName: 'Hadad',
    email: 'amir@gammal.example',
  }
  const created = await together(app.db, async (trx) => await createAccount(trx, { person, username: 'gammal', from }))
  if (created.kind !== 'created') throw new Error(created.kind)
  const organisation = async (code: string) =>
    (await app.owner.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id
  const hold = async (code: string, service: string, days: readonly [string, string | null], username = 'gammal') => {
    const values = {
      account_id: await accountIdOf(app, username),
      organisation_id: await organisation(code),
      service,
      valid_from: days[0],
      valid_to: days[1],
    }
    return (await app.owner.insertInto('grant').values(values).returning('id').executeTakeFirstOrThrow()).id
  }
  return { app, hold, organisation, gammal: created.accountId, rapport: await accountIdOf(app, 'rapport10001') }
}

const merge = async (app: TestApp, accountId: string, to: string, by = 'handlaggare1') =>
  await mergeBy(app, { accountId, to, by: await accountIdOf(app, by) })

const mergeBy = async (
  { db }: TestApp,
  input: { readonly accountId: string; readonly to: string; readonly by: string; readonly second?: string },
) => await together(db, async (trx) => await mergeAccounts(trx, { ...input, from }))

const live = async (app: TestApp, accountId: string) =>
  (await grantsOf(app.db, accountId))
    .filter(({ grant }) => grant.state !== 'ended' && grant.state !== 'expired')
    .map(({ organisation, service }) => `${organisation.code} ${service.code}`)

test('the account with the personnummer goes on with all that the other had, and the other’s username stops working', async (t) => {
  const { app, hold, gammal, rapport } = await twoOf(t)
  await hold('10002', 'studietider', ['2026-01-01', null])
  const before = await live(app, rapport)
  t.deepEqual(await merge(app, gammal, rapport), { kind: 'merged' })
  t.deepEqual((await live(app, rapport)).toSorted(), [...before, '10002 studietider'].toSorted())
  t.like(await rowOf(app, 'gammal'), { merged_into: rapport, personal_identity_number: coordination })
  t.like(await rowOf(app, 'rapport10001'), { ended_at: null, personal_identity_number: ordinary })
  t.not((await rowOf(app, 'gammal')).ended_at, null)
  t.deepEqual(await live(app, gammal), [])
})

test('the account with the samordningsnummer goes on with the personnummer, and the other has the old number', async (t) => {
  const { app, gammal, rapport } = await twoOf(t)
  const before = await live(app, rapport)
  await signedInAs(t, app, 'rapport10001')
  t.deepEqual(await merge(app, rapport, gammal), { kind: 'merged' })
  t.like(await rowOf(app, 'gammal'), { ended_at: null, personal_identity_number: ordinary })
  t.like(await rowOf(app, 'rapport10001'), { merged_into: gammal, personal_identity_number: coordination })
  t.deepEqual(await live(app, gammal), before)
  t.deepEqual(await sessionsIn(app, 'rapport10001'), [])
  t.is((await audited(app, 'number-changed')).length, 1)
})

test('whoever is looked for or added by the old number is found with the account that goes on', async (t) => {
  const { app, gammal, rapport } = await twoOf(t)
  await merge(app, gammal, rapport)
  t.deepEqual(await findByNumber(app.db, coordination), { accountId: rapport, isEnded: false })
  const person = { personalIdentityNumber: coordination, givenName: 'A', familyName: 'H', email: null }
  const again = await together(app.db, async (trx) => await createAccount(trx, { person, from }))
  t.like(again, { kind: 'known', accountId: rapport, username: 'rapport10001' })
})

test('of the same permission on overlapping days, each day is held once and none is lost', async (t) => {
  const { app, hold, organisation, gammal, rapport } = await twoOf(t)
  await hold('10002', 'studietider', ['2026-01-01', null])
  await hold('10002', 'studietider', ['2027-01-01', '2027-12-31'], 'rapport10001')
  await merge(app, gammal, rapport)
  const rows = await app.owner
    .selectFrom('grant')
    .where('account_id', '=', rapport)
    .where('organisation_id', '=', await organisation('10002'))
    .where('ended_at', 'is', null)
    .select(['valid_from', 'valid_to'])
    .orderBy('valid_from')
    .execute()
  t.deepEqual(rows, [
    { valid_from: '2026-01-01', valid_to: '2026-12-31' },
    { valid_from: '2027-01-01', valid_to: '2027-12-31' },
    { valid_from: '2028-01-01', valid_to: null },
  ])
})

test('a pause goes with the permission, and the old grant stays as it was', async (t) => {
  const { app, hold, gammal, rapport } = await twoOf(t)
  const id = await hold('10002', 'studietider', ['2026-01-01', null])
  const pause = { paused_from: '2030-01-01', paused_to: '2030-06-30', pause_reason: 'leave' } as const
  await app.owner.updateTable('grant').set(pause).where('id', '=', id).execute()
  await merge(app, gammal, rapport)
  const row = await app.owner.selectFrom('grant').selectAll().where('replaces', '=', id).executeTakeFirstOrThrow()
  t.like(row, { account_id: rapport, valid_from: '2026-01-01', ...pause })
  const old = await app.owner.selectFrom('grant').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  t.like(old, { account_id: gammal, valid_from: '2026-01-01', end_reason: 'merged' })
})

test('what was over stays in the history of the account that goes on', async (t) => {
  const { app, hold, gammal, rapport } = await twoOf(t)
  const id = await hold('10002', 'studietider', ['2025-01-01', null])
  const over = { ended_at: new Date('2025-06-01T10:00:00Z'), end_reason: 'has left' }
  await app.owner.updateTable('grant').set(over).where('id', '=', id).execute()
  await together(app.db, async (trx) => {
    const { record } = await import('../../../src/audit/record.js')
    await record(trx, from, { kind: 'password-set', about: gammal })
  })
  await merge(app, gammal, rapport)
  t.true((await grantsOf(app.db, rapport)).some(({ grantId }) => grantId === id))
  const browser = await accountPage(t, app, 'rapport10001')
  await browser.follow('Visa hela historiken')
  t.true(wordsOf(browser).includes('Amir Hadad valde ett nytt lösenord.'))
})

test('with a second officer’s word appointments go on on their assurances, and the person administers with the account that goes on', async (t) => {
  const { app, organisation, gammal, rapport } = await twoOf(t)
  const values = { account_id: gammal, organisation_id: await organisation('10003'), valid_from: '2026-01-01' }
  await app.owner.insertInto('appointment').values(values).execute()
  t.deepEqual(await merge(app, gammal, rapport), { kind: 'administrator' })
  const [by, second] = [await accountIdOf(app, 'handlaggare1'), await accountIdOf(app, 'handlaggare2')]
  t.deepEqual(await mergeBy(app, { accountId: gammal, to: rapport, by, second }), { kind: 'merged' })
  const rows = await app.owner
    .selectFrom('appointment')
    .where('account_id', 'in', [gammal, rapport])
    .select(['account_id', 'valid_from', sql<boolean>`ended_at is null`.as('holds')])
    .orderBy('ended_at', (order) => order.asc().nullsFirst())
    .execute()
  t.deepEqual(rows, [
    { account_id: rapport, valid_from: '2026-01-01', holds: true },
    { account_id: gammal, valid_from: '2026-01-01', holds: false },
  ])
  const browser = await signedInAs(t, app, 'rapport10001')
  t.is(await browser.open('/behorigheter'), 200)
})

test('open requests go on with the person', async (t) => {
  const { app, organisation, gammal, rapport } = await twoOf(t)
  await endingRequestIn(app, 'gammal')
  const asked = { account_id: gammal, organisation_id: await organisation('10002'), service: 'studietider', words: '' }
  await app.owner.insertInto('permission_request').values(asked).execute()
  await merge(app, gammal, rapport)
  const permission = await app.owner.selectFrom('permission_request').select(['account_id', 'answer']).execute()
  t.deepEqual(permission, [{ account_id: rapport, answer: null }])
  const ending = await app.owner.selectFrom('ending_request').select(['account_id', 'decision']).execute()
  t.deepEqual(ending, [{ account_id: rapport, decision: null }])
})

test('the person is told at both addresses', async (t) => {
  const { app, gammal, rapport } = await twoOf(t)
  await merge(app, gammal, rapport)
  for (const to of ['amir@gammal.example', 'amir.haddad@vatterbygden.example']) {
    t.truthy(await app.nextMail(to, 'Dina två konton har blivit ett'))
  }
})

test('what was protected of either is protected of the one', async (t) => {
  const { app, gammal, rapport } = await twoOf(t)
  await sql`update person set has_protected_identity = true where family_name = 'Hadad'`.execute(app.owner)
  await merge(app, gammal, rapport)
  t.true((await rowOf(app, 'rapport10001')).has_protected_identity)
})

test('two that nothing says are one person, an officer’s, one’s own, and a merged one do not become one', async (t) => {
  const { app, gammal, rapport } = await twoOf(t)
  const [other, officer] = [await accountIdOf(app, 'rapport10002'), await accountIdOf(app, 'handlaggare2')]
  t.deepEqual(await merge(app, other, rapport), { kind: 'numbers' })
  t.deepEqual(await merge(app, gammal, gammal), { kind: 'same' })
  t.deepEqual(await merge(app, gammal, officer), { kind: 'officer' })
  t.deepEqual(await merge(app, gammal, officer, 'handlaggare2'), { kind: 'own' })
  t.deepEqual(await merge(app, gammal, 'aaaaaaaa-0000-4000-8000-00000000dead'), { kind: 'not-there' })
  t.deepEqual(await merge(app, gammal, rapport), { kind: 'merged' })
  t.deepEqual(await merge(app, gammal, rapport), { kind: 'ended' })
  t.deepEqual(await merge(app, rapport, gammal), { kind: 'ended' })
})

test('an account that was an officer’s is merged by no officer alone, whichever goes on', async (t) => {
  const { app, gammal, rapport } = await twoOf(t)
  const [by, second] = [await accountIdOf(app, 'handlaggare1'), await accountIdOf(app, 'handlaggare2')]
  await app.owner.insertInto('officer').values({ account_id: gammal, ended_at: '2026-01-31' }).execute()
  t.deepEqual(await mergeBy(app, { accountId: gammal, to: rapport, by }), { kind: 'officer' })
  t.deepEqual(await mergeBy(app, { accountId: rapport, to: gammal, by }), { kind: 'officer' })
  t.deepEqual(await mergeBy(app, { accountId: gammal, to: rapport, by, second }), { kind: 'merged' })
})

test('an officer merges two accounts on their pages, and chooses which goes on', async (t) => {
  const { app, gammal } = await twoOf(t)
  const browser = await accountPage(t, app, 'rapport10001')
  await browser.follow('Slå ihop med ett annat konto')
  browser.fill('Det andra kontots användarnamn eller hela nummer', 'finnsinte')
  t.is(await browser.press('Fortsätt'), 422)
  browser.fill('Det andra kontots användarnamn eller hela nummer', '820477-9832')
  t.is(await browser.press('Fortsätt'), 200)
  t.is(browser.heading(), 'Vilket konto ska vara kvar?')
  t.is(await browser.press('Slå ihop kontona'), 422)
  browser.tick('Amir Hadad, gammal')
  t.is(await browser.press('Slå ihop kontona'), 200)
  t.true(wordsOf(browser).includes('Kontona är sammanslagna.'))
  t.is((await rowOf(app, 'rapport10001')).merged_into, gammal)
  await browser.open(`/handlaggning/konton/${await accountIdOf(app, 'rapport10001')}`)
  t.true(wordsOf(browser).includes('Det här kontot har slagits ihop med ett annat'))
})

test('a merged account is not reopened', async (t) => {
  const { app, gammal, rapport } = await twoOf(t)
  await merge(app, gammal, rapport)
  const browser = await accountPage(t, app, 'gammal')
  await browser.open(`${browser.path()}/oppna`)
  browser.fill('Varför?', 'Fel.')
  t.is(await browser.press('Öppna kontot'), 422)
  t.not((await rowOf(app, 'gammal')).ended_at, null)
})

test('a number is changed when it is nobody’s, and only to a whole number', async (t) => {
  const { app } = await twoOf(t)
  const browser = await accountPage(t, app, 'rapport10002')
  const typed = (number: string) => ({ 'Nytt personnummer eller samordningsnummer': number })
  t.is(await act(browser, 'Ändra personnummer', 'Spara', typed('820417-983')), 422)
  await accountPage(t, app, 'rapport10002')
  await browser.open(`/handlaggning/konton/${await accountIdOf(app, 'rapport10002')}`)
  t.is(await act(browser, 'Ändra personnummer', 'Spara', typed('820417-9835')), 422)
  t.true(browser.errors().join(' ').includes('slå ihop kontona'))
  await browser.open(`/handlaggning/konton/${await accountIdOf(app, 'rapport10002')}`)
  t.is(await act(browser, 'Ändra personnummer', 'Spara', typed('19910730-9800')), 200)
  t.is((await rowOf(app, 'rapport10002')).personal_identity_number, '199107309800')
})
