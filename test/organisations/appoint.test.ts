import test from 'ava'
import { createAccount } from '../../src/accounts/create-account.js'
import { fromWithin } from '../../src/context/origin.js'
import type { Db } from '../../src/database/database.js'
import { administratorsOf } from '../../src/organisations/administrators-of.js'
import { appoint } from '../../src/organisations/appoint.js'
import { findOrganisation } from '../../src/organisations/find.js'
import type { NewOrganisation } from '../../src/organisations/organisation.js'
import { registerOrganisation } from '../../src/organisations/register.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'

const from = fromWithin('test')
const school: NewOrganisation = {
  kind: 'school',
  code: '20001',
  name: 'Provskolan',
  reportingMethod: 'web',
  schoolForms: ['komvux'],
}

test('an organisation may have several administrators, told in Swedish order', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const organisationId = await registered(db)
  for (const name of ['Ärla', 'Åsa', 'Bo']) {
    const accountId = await person(db, name)
    t.like(await appointed(db, { accountId, organisationId }), { kind: 'appointed' })
  }
  t.deepEqual(await names(db, organisationId), ['Bo Prov', 'Åsa Prov', 'Ärla Prov'])
})

test('nobody is appointed twice for the same days', async (t) => {
  const { db } = await freshDatabase(t)
  const input = { accountId: await person(db, 'Ada'), organisationId: await registered(db) }
  await appointed(db, { ...input, validTo: '2026-06-30' })
  t.deepEqual(await appointed(db, { ...input, validFrom: '2026-06-30' }), { kind: 'already-appointed' })
  t.like(await appointed(db, { ...input, validFrom: '2026-07-01' }), { kind: 'appointed' })
})

test('nobody is appointed at a closed organisation, or backwards in time', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const input = { accountId: await person(db, 'Ada'), organisationId: await registered(db) }
  t.deepEqual(await appointed(db, { ...input, validTo: '2025-12-31' }), { kind: 'ends-before-it-starts' })
  await owner.updateTable('organisation').set({ closed_at: '2026-01-01' }).execute()
  t.deepEqual(await appointed(db, input), { kind: 'no-such-organisation' })
  t.like(await findOrganisation(db, { kind: 'school', code: '20001' }), { isClosed: true })
})

test('an administrator with protected identity has no name to others', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const organisationId = await registered(db)
  await appointed(db, { accountId: await person(db, 'Ada'), organisationId })
  await owner.updateTable('person').set({ has_protected_identity: true }).execute()
  t.deepEqual(await names(db, organisationId), [undefined])
})

for (const [field, malformed] of [
  ['code', { code: '123' }],
  ['name', { name: 'Två\nrader' }],
  ['postalCode', { street: 'Storgatan 1', postalCode: '123 45', locality: 'Jönköping' }],
  ['postalCode', { street: 'Storgatan 1', locality: 'Jönköping' }],
  ['schoolForms', { schoolForms: [] }],
  ['schoolForms', { schoolForms: ['kommun'] }],
] as const) {
  test(`an organisation with ${JSON.stringify(malformed)} is not registered`, async (t) => {
    const { db } = await freshDatabase(t)
    const outcome = await db
      .transaction()
      .execute(async (trx) => await registerOrganisation(trx, { organisation: { ...school, ...malformed }, from }))
    t.deepEqual(outcome, { kind: 'malformed', fields: [field] })
    t.is(await findOrganisation(db, { kind: 'school', code: '20001' }), undefined)
  })
}

test('a code belongs to one organisation of its kind', async (t) => {
  const { db } = await freshDatabase(t)
  await registered(db)
  const outcome = await db
    .transaction()
    .execute(async (trx) => await registerOrganisation(trx, { organisation: school, from }))
  t.deepEqual(outcome, { kind: 'code-taken' })
})

const registered = async (db: Db) => {
  const outcome = await db
    .transaction()
    .execute(async (trx) => await registerOrganisation(trx, { organisation: school, from }))
  if (outcome.kind !== 'registered') throw new Error(outcome.kind)
  return outcome.organisationId
}

const appointed = async (
  db: Db,
  input: { accountId: string; organisationId: string; validFrom?: string; validTo?: string },
) => await db.transaction().execute(async (trx) => await appoint(trx, { validFrom: '2026-01-01', ...input, from }))

const names = async (db: Db, organisationId: string) =>
  (await administratorsOf(db, organisationId)).map(({ name }) => name)

const person = async (db: Db, givenName: string) => {
  const personalIdentityNumber = `19${String(Math.floor(Math.random() * 1e10)).padStart(10, '0')}`
  const created = await db.transaction().execute(
    async (trx) =>
      await createAccount(trx, {
        person: { personalIdentityNumber, givenName, familyName: 'Prov', email: null },
        from,
      }),
  )
  if (created.kind !== 'created') throw new Error(created.kind)
  return created.accountId
}
