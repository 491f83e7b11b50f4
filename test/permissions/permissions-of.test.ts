import test from 'ava'
import { endGrant } from '../../src/permissions/grants/end-grant.js'
import { permissionsOf } from '../../src/permissions/permissions-of.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { close, from, grant, person, school, together } from './fixture.js'

const services = ['studietider', 'studeranderapportering']

test('a permission tells the organisation, the service and the days, in the words of the contract', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const accountId = await person(db, 'Rut')
  await grant(db, { accountId, organisationId: await school(db) })
  t.deepEqual(await permissionsOf(db, { accountId, services }), [
    {
      organisation: '20001',
      kind: 'school',
      name: 'school 20001',
      service: 'studietider',
      valid_from: '2026-01-01',
      valid_to: null,
    },
  ])
})

for (const [moment, count, tells] of [
  ['2026-02-28T23:59:59+01:00', 0, 'not yet the evening before its first day'],
  ['2026-03-01T00:00:00+01:00', 1, 'from midnight in Stockholm on its first day'],
  ['2026-03-29T23:59:59+02:00', 1, 'until midnight in Stockholm on its last day, when summer time began'],
  ['2026-03-30T00:00:00+02:00', 0, 'no longer from midnight after its last day'],
] as const) {
  test(`a permission from 1 to 29 March holds ${tells} (F-36)`, async (t) => {
    const { db, owner } = await freshDatabase(t)
    const accountId = await person(db, 'Rut')
    await grant(db, {
      accountId,
      organisationId: await school(db),
      validFrom: '2026-03-01',
      validTo: '2026-03-29',
    })
    await stopClockAt(owner, moment)
    t.is((await permissionsOf(db, { accountId, services })).length, count)
  })
}

test('a permission that is ended is gone at once, and its row remains (R-71)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const accountId = await person(db, 'Rut')
  const granted = await grant(db, { accountId, organisationId: await school(db), validTo: '2026-12-31' })
  if (granted.kind !== 'granted') throw new Error(granted.kind)
  const end = async () =>
    await together(db, async (trx) => await endGrant(trx, { grantId: granted.grantId, reason: 'has left', from }))
  t.is((await end()).kind, 'ended')
  t.deepEqual(await permissionsOf(db, { accountId, services }), [])
  const row = await db.selectFrom('grant').selectAll().executeTakeFirstOrThrow()
  t.is(row.valid_to, '2026-12-31')
  t.is(row.end_reason, 'has left')
  t.deepEqual(await end(), { kind: 'not-ended' })
})

test('an organisation that is closed gives no permission', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const accountId = await person(db, 'Rut')
  const organisationId = await school(db)
  await grant(db, { accountId, organisationId })
  await close(owner, organisationId)
  t.deepEqual(await permissionsOf(db, { accountId, services }), [])
})

test('an account that is ended has no permission', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const accountId = await person(db, 'Rut')
  await grant(db, { accountId, organisationId: await school(db) })
  await owner.updateTable('account').set({ ended_at: '2026-03-01', end_reason: 'test' }).execute()
  t.deepEqual(await permissionsOf(db, { accountId, services }), [])
})

test("a relying service is told of its own services only, and of the person's own only", async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const [accountId, other] = [await person(db, 'Rut'), await person(db, 'Olle')]
  const organisationId = await school(db)
  await grant(db, { accountId, organisationId, service: 'studietider' })
  await grant(db, { accountId, organisationId, service: 'studeranderapportering' })
  await grant(db, { accountId: other, organisationId, service: 'studeranderapportering', validFrom: '2026-02-01' })
  const told = await permissionsOf(db, { accountId, services: ['studeranderapportering'] })
  t.deepEqual(
    told.map(({ organisation, service }) => [organisation, service]),
    [['20001', 'studeranderapportering']],
  )
  t.deepEqual(await permissionsOf(db, { accountId, services: [] }), [])
})

test('a school that takes on a new school form keeps its permissions as they are', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const accountId = await person(db, 'Rut')
  const organisationId = await school(db)
  await grant(db, { accountId, organisationId })
  const before = await permissionsOf(db, { accountId, services })
  await owner
    .insertInto('organisation_school_form')
    .values({ organisation_id: organisationId, school_form: 'nationell-yrkesutbildning' })
    .execute()
  t.deepEqual(await permissionsOf(db, { accountId, services }), before)
})
