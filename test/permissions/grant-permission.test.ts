import test from 'ava'
import { sql } from 'kysely'
import { endGrant } from '../../src/permissions/grants/end-grant.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { administrator, close, from, grant, municipality, person, school, together } from './fixture.js'

const march = '2026-03-15T12:00:00Z'

test('an administrator grants what is local at the own organisation, and it leaves a trace', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const organisationId = await school(db)
  const [by, accountId] = [await administrator(db, organisationId), await person(db, 'Rut')]
  const granted = await grant(db, { accountId, organisationId, by })
  t.is(granted.kind, 'granted')
  const [event] = await audited(owner)
  t.like(event, { result: 'done', actor_id: by, about_id: accountId, organisation_id: organisationId })
  t.deepEqual(event?.details, { service: 'studietider', validFrom: '2026-01-01', validTo: null })
})

test('nobody grants to themselves (R-69)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const organisationId = await school(db)
  const by = await administrator(db, organisationId)
  t.is((await grant(db, { accountId: by, organisationId, by })).kind, 'to-themselves')
  t.is(await countGrants(owner), 0)
  t.like((await audited(owner))[0], { result: 'refused' })
})

test('the database itself refuses a grant to oneself', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, 'Rut')
  const organisationId = await school(db)
  const values = {
    account_id: accountId,
    organisation_id: organisationId,
    service: 'studietider',
    valid_from: '2026-01-01',
    granted_by: accountId,
  }
  await t.throwsAsync(owner.insertInto('grant').values(values).execute(), { message: /nobody_grants_to_themselves/ })
})

for (const [validFrom, validTo, kind] of [
  ['2026-04-30', '2026-08-31', 'overlaps'],
  ['2025-01-01', undefined, 'overlaps'],
  ['2026-05-01', '2026-08-31', 'granted'],
  ['2025-01-01', '2025-12-31', 'granted'],
] as const) {
  test(`beside a grant from January to April, one from ${validFrom} to ${validTo ?? 'no day'}: ${kind}`, async (t) => {
    const { db, owner } = await freshDatabase(t)
    await stopClockAt(owner, march)
    const organisationId = await school(db)
    const accountId = await person(db, 'Rut')
    await grant(db, { accountId, organisationId, validTo: '2026-04-30' })
    const second = { accountId, organisationId, validFrom, ...(validTo !== undefined && { validTo }) }
    t.is((await grant(db, second)).kind, kind)
  })
}

test('twenty grants of the same at once become one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const organisationId = await school(db)
  const accountId = await person(db, 'Rut')
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, async () => await grant(db, { accountId, organisationId })),
  )
  t.is(outcomes.filter(({ kind }) => kind === 'granted').length, 1)
  t.is(outcomes.filter(({ kind }) => kind === 'overlaps').length, 19)
  t.is(await countGrants(owner), 1)
})

test('a grant that was ended makes room for a new one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const organisationId = await school(db)
  const accountId = await person(db, 'Rut')
  const first = await grant(db, { accountId, organisationId })
  if (first.kind !== 'granted') throw new Error(first.kind)
  await together(db, async (trx) => await endGrant(trx, { grantId: first.grantId, reason: 'mistake', from }))
  t.is((await grant(db, { accountId, organisationId })).kind, 'granted')
  t.is(await countGrants(owner), 2)
})

test('a municipality’s service is not offered at a school, nor a school’s at a municipality', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const accountId = await person(db, 'Rut')
  const atSchool = { accountId, organisationId: await school(db), service: 'studiestartsstod-budget' }
  const atMunicipality = { accountId, organisationId: await municipality(db), service: 'studietider' }
  t.is((await grant(db, atSchool)).kind, 'not-offered')
  t.is((await grant(db, atMunicipality)).kind, 'not-offered')
  t.is((await grant(db, { ...atSchool, service: 'invented' })).kind, 'not-offered')
})

test('an administrator grants nothing at another organisation (R-69)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const [own, other] = [await school(db), await school(db, { code: '20002' })]
  const [by, accountId] = [await administrator(db, own), await person(db, 'Rut')]
  t.is((await grant(db, { accountId, organisationId: other, by })).kind, 'not-theirs')
})

test('an administrator ends nothing at another organisation', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const [own, other] = [await school(db), await school(db, { code: '20002' })]
  const [by, theirs] = [await administrator(db, own), await administrator(db, other)]
  const granted = await grant(db, { accountId: await person(db, 'Rut'), organisationId: other })
  if (granted.kind !== 'granted') throw new Error(granted.kind)
  const end = async (who: string) =>
    await together(db, async (trx) => await endGrant(trx, { grantId: granted.grantId, reason: 'left', by: who, from }))
  t.deepEqual(await end(by), { kind: 'not-ended' })
  t.is((await end(theirs)).kind, 'ended')
})

test('nothing is granted at a closed organisation, to an ended account, or backwards in time', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const [open, closed] = [await school(db), await school(db, { code: '20002' })]
  const accountId = await person(db, 'Rut')
  await close(owner, closed)
  t.is((await grant(db, { accountId, organisationId: closed })).kind, 'no-such-organisation')
  const backwards = { accountId, organisationId: open, validFrom: '2026-05-01', validTo: '2026-04-30' }
  t.is((await grant(db, backwards)).kind, 'ends-before-it-starts')
  await owner.updateTable('account').set({ ended_at: '2026-03-01', end_reason: 'test' }).execute()
  t.is((await grant(db, { accountId, organisationId: open })).kind, 'no-such-account')
  t.is(await countGrants(owner), 0)
})

const countGrants = async (owner: Parameters<typeof stopClockAt>[0]) => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from "grant"`.execute(owner)
  return rows[0]?.count
}

const audited = async (owner: Parameters<typeof stopClockAt>[0]) =>
  await owner.selectFrom('audit_event').selectAll().where('kind', '=', 'permission-granted').orderBy('seq').execute()
