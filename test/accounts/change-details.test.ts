import test, { type ExecutionContext } from 'ava'
import { changeDetails, detailsOf, mayChangeDetails } from '../../src/accounts/details/change-details.js'
import type { Details } from '../../src/accounts/details/details.js'
import { appoint } from '../../src/organisations/appoint.js'
import { endGrantsAt } from '../../src/permissions/grants/end-grant.js'
import { freshDatabase } from '../support/database.js'
import { administrator, close, from, grant, person, school, together } from '../permissions/fixture.js'

const details: Details = {
  givenName: 'Ruth',
  familyName: 'Prov',
  email: 'ruth@prov.example',
  street: 'Storgatan 1',
  postalCode: '55318',
  locality: 'Jönköping',
  country: 'SE',
}

async function fixture(t: ExecutionContext) {
  const { db, owner } = await freshDatabase(t)
  const organisationId = await school(db)
  const elsewhere = await school(db, { code: '20002' })
  const by = await administrator(db, organisationId)
  const accountId = await person(db, 'Rut')
  const granted = await grant(db, { accountId, organisationId, by })
  if (granted.kind !== 'granted') throw new Error(granted.kind)
  const change = async (given: { readonly version?: number; readonly details?: Details; readonly by?: string } = {}) =>
    await together(
      db,
      async (trx) => await changeDetails(trx, { accountId, by, version: 1, details, organisationId, from, ...given }),
    )
  const isTheirs = async () => await mayChangeDetails(db, { accountId, by })
  return { db, owner, organisationId, elsewhere, by, accountId, change, isTheirs }
}

test('the details of a person who is theirs alone are changed, and the change is counted and audited', async (t) => {
  const { db, owner, accountId, by, organisationId, change } = await fixture(t)
  t.deepEqual(await change(), { kind: 'changed' })
  t.deepEqual(await detailsOf(db, accountId), { ...details, version: 2 })
  t.deepEqual(await change({ version: 2 }), { kind: 'unchanged' })
  const [event, ...more] = await owner
    .selectFrom('audit_event')
    .select(['actor_id', 'about_id', 'organisation_id', 'details'])
    .where('kind', '=', 'details-changed')
    .execute()
  t.deepEqual(more, [])
  t.deepEqual(event, {
    actor_id: by,
    about_id: accountId,
    organisation_id: organisationId,
    details: { fields: 'givenName email street postalCode locality' },
  })
})

test('of two who change the same, the second is told what it is now, and nothing is lost', async (t) => {
  const { db, accountId, change } = await fixture(t)
  t.deepEqual(await change(), { kind: 'changed' })
  const now = { ...details, version: 2 }
  t.deepEqual(await change({ details: { ...details, givenName: 'Rutger' } }), { kind: 'changed-meanwhile', now })
  t.deepEqual(await detailsOf(db, accountId), now)
})

test('of twenty at once one changes', async (t) => {
  const { change } = await fixture(t)
  const names = Array.from({ length: 20 }, (_, place) => `Rut ${place}`)
  const kinds = await Promise.all(
    names.map(async (givenName) => (await change({ details: { ...details, givenName } })).kind),
  )
  t.is(kinds.filter((kind) => kind === 'changed').length, 1)
  t.is(kinds.filter((kind) => kind === 'changed-meanwhile').length, 19)
})

test('a person whom another school relies on is not theirs to change, now or later', async (t) => {
  const { db, accountId, elsewhere, change, isTheirs } = await fixture(t)
  await grant(db, { accountId, organisationId: elsewhere, validFrom: '2090-01-01' })
  t.false(await isTheirs())
  t.deepEqual(await change(), { kind: 'not-theirs' })
  const their = await administrator(db, elsewhere)
  await together(
    db,
    async (trx) =>
      await endGrantsAt(trx, { accountId, organisationId: elsewhere, by: their, reason: 'has left', from }),
  )
  t.true(await isTheirs(), 'what has ended there holds nobody back')
  t.deepEqual(await change(), { kind: 'changed' })
})

test('nobody changes an administrator’s details, an officer’s, their own, a protected person’s or an ended account’s', async (t) => {
  const { db, owner, accountId, by, elsewhere, organisationId, change, isTheirs } = await fixture(t)
  await owner.updateTable('person').set({ has_protected_identity: true }).execute()
  t.deepEqual(await change(), { kind: 'not-theirs' }, 'protected')
  await owner.updateTable('person').set({ has_protected_identity: false }).execute()
  await owner.insertInto('officer').values({ account_id: accountId }).execute()
  t.deepEqual(await change(), { kind: 'not-theirs' }, 'an officer')
  await owner.deleteFrom('officer').execute()
  await owner.insertInto('officer').values({ account_id: accountId, ended_at: '2026-01-31' }).execute()
  t.deepEqual(await change(), { kind: 'not-theirs' }, 'who was an officer')
  await owner.deleteFrom('officer').execute()
  await together(
    db,
    async (trx) => await appoint(trx, { accountId, organisationId: elsewhere, validFrom: '2090-01-01', from }),
  )
  t.deepEqual(await change(), { kind: 'not-theirs' }, 'an administrator to be')
  await owner.deleteFrom('appointment').where('account_id', '=', accountId).execute()
  await owner
    .updateTable('account')
    .set({ ended_at: '2026-01-01', end_reason: 'test' })
    .where('id', '=', accountId)
    .execute()
  t.deepEqual(await change(), { kind: 'not-theirs' }, 'ended')
  await owner.updateTable('account').set({ ended_at: null, end_reason: null }).where('id', '=', accountId).execute()
  t.true(await isTheirs())
  t.false(await mayChangeDetails(db, { accountId: by, by }), 'their own')
  await close(owner, organisationId)
  t.deepEqual(await change(), { kind: 'not-theirs' }, 'the school has closed')
})

test('whoever administers another school changes nothing', async (t) => {
  const { db, elsewhere, change } = await fixture(t)
  const stranger = await administrator(db, elsewhere)
  t.deepEqual(await change({ by: stranger }), { kind: 'not-theirs' })
})
