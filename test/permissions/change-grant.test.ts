import test, { type ExecutionContext } from 'ava'
import type { Db } from '../../src/database/database.js'
import { changeGrant, pauseGrant, resumeGrant } from '../../src/permissions/grants/change-grant.js'
import { endGrant, endGrantsAt } from '../../src/permissions/grants/end-grant.js'
import { grantsOf } from '../../src/permissions/grants/grants-of.js'
import { permissionsOf } from '../../src/permissions/permissions-of.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { administrator, from, grant, person, school, together } from './fixture.js'

const act = 'aaaaaaaa-0000-4000-8000-000000000001'
const services = ['studietider', 'studeranderapportering']

/** A school with an administrator and a reporter whose permission runs from 1 January, on 15 March. */
async function fixture(t: ExecutionContext, days: { validFrom?: string; validTo?: string } = {}) {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const organisationId = await school(db)
  const by = await administrator(db, organisationId)
  const accountId = await person(db, 'Rut')
  const granted = await grant(db, { accountId, organisationId, by, ...days })
  if (granted.kind !== 'granted') throw new Error(granted.kind)
  const on = { by, from, act }
  return { db, owner, organisationId, by, accountId, grantId: granted.grantId, on }
}

const holds = async (db: Db, accountId: string) => (await permissionsOf(db, { accountId, services })).length > 0
const parental = (first: string, last: string) => ({ from: first, to: last, reason: 'parental-leave' as const })

test('other days make a new row, and the old one tells what it was', async (t) => {
  const { db, owner, by, accountId, grantId, on } = await fixture(t)
  const changed = await together(
    db,
    async (trx) => await changeGrant(trx, { ...on, grantId, validFrom: '2026-01-01', validTo: '2026-06-30' }),
  )
  t.like(changed, { kind: 'changed', accountId, service: 'studietider' })
  const rows = await owner.selectFrom('grant').selectAll().orderBy('granted_at').execute()
  t.like(rows[0], { id: grantId, valid_to: null, end_reason: 'changed', ended_by: by })
  t.like(rows[1], {
    replaces: grantId,
    valid_from: '2026-01-01',
    valid_to: '2026-06-30',
    granted_by: by,
    ended_at: null,
  })
  t.deepEqual(
    (await grantsOf(db, accountId)).map((held) => held.grant),
    [{ state: 'active', since: '2026-01-01', until: '2026-06-30' }],
  )
})

test('of two administrators who change the same grant, the second is told, and nothing is lost or doubled (R-72)', async (t) => {
  const { db, organisationId, grantId, accountId, on } = await fixture(t)
  const other = await administrator(db, organisationId)
  const change = async (by: string, validTo: string) =>
    await together(db, async (trx) => await changeGrant(trx, { ...on, by, grantId, validFrom: '2026-01-01', validTo }))
  const outcomes = await Promise.all([change(on.by, '2026-06-30'), change(other, '2026-09-30')])
  t.deepEqual(outcomes.map(({ kind }) => kind).toSorted(), ['changed', 'changed-meanwhile'])
  t.is((await grantsOf(db, accountId)).length, 1)
})

for (const [days, kind] of [
  [{ validFrom: '2026-02-01' }, 'already-started'],
  [{ validFrom: '2026-01-01', validTo: '2026-03-14' }, 'in-the-past'],
  [{ validFrom: '2026-01-01', validTo: '2025-12-31' }, 'ends-before-it-starts'],
  [{ validFrom: '2026-01-01' }, 'unchanged'],
  [{ validFrom: '2026-01-01', validTo: '2026-03-15' }, 'changed'],
] as const) {
  test(`a permission since January, changed in March to ${JSON.stringify(days)}: ${kind}`, async (t) => {
    const { db, owner, grantId, on } = await fixture(t)
    const outcome = await together(db, async (trx) => await changeGrant(trx, { ...on, grantId, ...days }))
    t.is(outcome.kind, kind)
    const { length } = await owner.selectFrom('grant').select('id').execute()
    t.is(length, kind === 'changed' ? 2 : 1)
  })
}

test('a planned one may start on another day, but not on one that has passed', async (t) => {
  const { db, grantId, on } = await fixture(t, { validFrom: '2026-05-01' })
  const start = async (validFrom: string) =>
    await together(db, async (trx) => await changeGrant(trx, { ...on, grantId, validFrom }))
  t.is((await start('2026-03-01')).kind, 'in-the-past')
  t.is((await start('2026-03-15')).kind, 'changed')
})

test('other days that another grant of the same service has are refused, and both stay', async (t) => {
  const { db, owner, accountId, organisationId, by, grantId, on } = await fixture(t, { validTo: '2026-04-30' })
  await grant(db, { accountId, organisationId, by, validFrom: '2026-06-01' })
  const outcome = await together(
    db,
    async (trx) => await changeGrant(trx, { ...on, grantId, validFrom: '2026-01-01', validTo: '2026-07-01' }),
  )
  t.is(outcome.kind, 'overlaps')
  const live = await owner.selectFrom('grant').select('id').where('ended_at', 'is', null).execute()
  t.is(live.length, 2)
})

test('a pause rests the permission on its days and on no others, by the calendar in Stockholm', async (t) => {
  const { db, owner, accountId, grantId, on } = await fixture(t)
  const pause = parental('2026-04-01', '2026-08-31')
  t.is((await together(db, async (trx) => await pauseGrant(trx, { ...on, grantId, pause }))).kind, 'changed')
  for (const [moment, isHeld] of [
    ['2026-03-31T21:59:59Z', true],
    ['2026-03-31T22:00:00Z', false],
    ['2026-08-31T21:59:59Z', false],
    ['2026-08-31T22:00:00Z', true],
  ] as const) {
    await stopClockAt(owner, moment)
    t.is(await holds(db, accountId), isHeld, moment)
  }
})

for (const [pause, kind] of [
  [parental('2026-03-14', '2026-04-01'), 'in-the-past'],
  [parental('2026-04-02', '2026-04-01'), 'ends-before-it-starts'],
  [parental('2026-06-01', '2026-07-01'), 'pause-outside'],
  [parental('2026-03-15', '2026-06-30'), 'changed'],
] as const) {
  test(`a pause from ${pause.from} to ${pause.to} of a permission to 30 June: ${kind}`, async (t) => {
    const { db, grantId, on } = await fixture(t, { validTo: '2026-06-30' })
    t.is((await together(db, async (trx) => await pauseGrant(trx, { ...on, grantId, pause }))).kind, kind)
  })
}

test('a paused permission is taken up again today, and the days that it rested stay told', async (t) => {
  const { db, owner, accountId, grantId, on } = await fixture(t)
  const paused = await together(
    db,
    async (trx) => await pauseGrant(trx, { ...on, grantId, pause: parental('2026-03-15', '2026-08-31') }),
  )
  if (paused.kind !== 'changed') throw new Error(paused.kind)
  await stopClockAt(owner, '2026-05-10T12:00:00Z')
  const resumed = await together(db, async (trx) => await resumeGrant(trx, { ...on, grantId: paused.grantId }))
  if (resumed.kind !== 'changed') throw new Error(resumed.kind)
  t.true(await holds(db, accountId))
  const row = await owner.selectFrom('grant').selectAll().where('id', '=', resumed.grantId).executeTakeFirstOrThrow()
  t.like(row, { paused_from: '2026-03-15', paused_to: '2026-05-09', pause_reason: 'parental-leave' })
  t.is(
    (await together(db, async (trx) => await resumeGrant(trx, { ...on, grantId: resumed.grantId }))).kind,
    'no-pause',
  )
})

test('a pause that began today is gone without a trace in the days, when it is taken up again today', async (t) => {
  const { db, accountId, grantId, on } = await fixture(t)
  const paused = await together(
    db,
    async (trx) => await pauseGrant(trx, { ...on, grantId, pause: parental('2026-03-15', '2026-08-31') }),
  )
  if (paused.kind !== 'changed') throw new Error(paused.kind)
  t.is((await together(db, async (trx) => await resumeGrant(trx, { ...on, grantId: paused.grantId }))).kind, 'changed')
  t.deepEqual(
    (await grantsOf(db, accountId)).map((held) => held.grant),
    [{ state: 'active', since: '2026-01-01' }],
  )
})

test('nobody changes, pauses or ends what is their own', async (t) => {
  const { db, owner, organisationId } = await fixture(t)
  const [by, other] = [await administrator(db, organisationId), await administrator(db, organisationId)]
  const granted = await grant(db, { accountId: by, organisationId, by: other })
  if (granted.kind !== 'granted') throw new Error(granted.kind)
  const own = { by, from, act, grantId: granted.grantId }
  const pause = parental('2026-04-01', '2026-08-31')
  t.is(
    (
      await together(
        db,
        async (trx) => await changeGrant(trx, { ...own, validFrom: '2026-01-01', validTo: '2026-06-30' }),
      )
    ).kind,
    'to-themselves',
  )
  t.is((await together(db, async (trx) => await pauseGrant(trx, { ...own, pause }))).kind, 'to-themselves')
  t.is((await together(db, async (trx) => await endGrant(trx, { ...own, reason: 'ended' }))).kind, 'not-ended')
  t.deepEqual(
    await together(
      db,
      async (trx) => await endGrantsAt(trx, { by, from, reason: 'left', accountId: by, organisationId }),
    ),
    [],
  )
  t.is((await owner.selectFrom('grant').select('id').where('ended_at', 'is not', null).execute()).length, 0)
})

test('another school’s grant and one that is not there look the same', async (t) => {
  const { db, grantId, on } = await fixture(t)
  const stranger = await administrator(db, await school(db, { code: '20002' }))
  for (const theirs of [
    { ...on, by: stranger, grantId },
    { ...on, grantId: 'aaaaaaaa-0000-4000-8000-00000000dead' },
  ]) {
    const days = { validFrom: '2026-01-01', validTo: '2026-06-30' }
    t.deepEqual(await together(db, async (trx) => await changeGrant(trx, { ...theirs, ...days })), {
      kind: 'not-there',
    })
    t.deepEqual(await together(db, async (trx) => await endGrant(trx, { ...theirs, reason: 'x' })), {
      kind: 'not-ended',
    })
  }
})

test('what the agency gives is not the school’s to change, but who has left has left', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const organisationId = await school(db, { forms: ['gymnasieskola'] })
  const [by, accountId] = [await administrator(db, organisationId), await person(db, 'Rut')]
  const given = await grant(db, { accountId, organisationId, service: 'studeranderapportering' })
  if (given.kind !== 'granted') throw new Error(given.kind)
  t.is(
    (await together(db, async (trx) => await endGrant(trx, { grantId: given.grantId, by, from, reason: 'ended' })))
      .kind,
    'not-ended',
  )
  await grant(db, { accountId, organisationId, by })
  const ended = await together(
    db,
    async (trx) => await endGrantsAt(trx, { accountId, organisationId, by, from, reason: 'left' }),
  )
  t.deepEqual([...ended].toSorted(), ['studeranderapportering', 'studietider'])
  t.false(await holds(db, accountId))
})

test('who has left one school keeps what they have at another', async (t) => {
  const { db, accountId, organisationId, by } = await fixture(t)
  const elsewhere = await school(db, { code: '20002' })
  await grant(db, { accountId, organisationId: elsewhere })
  await together(db, async (trx) => await endGrantsAt(trx, { accountId, organisationId, by, from, reason: 'left' }))
  t.deepEqual(
    (await permissionsOf(db, { accountId, services })).map(({ organisation }) => organisation),
    ['20002'],
  )
})

test('the database itself refuses a pause outside its grant, or without a reason', async (t) => {
  const { owner, grantId } = await fixture(t, { validTo: '2026-06-30' })
  const set = async (values: object) => await owner.updateTable('grant').set(values).where('id', '=', grantId).execute()
  await t.throwsAsync(set({ paused_from: '2026-06-01', paused_to: '2026-07-01', pause_reason: 'leave' }), {
    message: /a_pause_lies_within_its_grant/,
  })
  await t.throwsAsync(set({ paused_from: '2026-06-01', paused_to: '2026-06-02' }), {
    message: /a_pause_has_two_days_and_a_reason/,
  })
})

test('of twenty who grant the same at once one does, and of twenty who end it one does (R-72)', async (t) => {
  const { db, owner, accountId, organisationId, by } = await fixture(t)
  const wanted = { accountId, organisationId, by, service: 'studeranderapportering' }
  const twenty = async <T extends { kind: string }>(act: () => Promise<T>) =>
    (await Promise.all(Array.from({ length: 20 }, act))).map(({ kind }) => kind)
  const granted = await twenty(async () => await grant(db, wanted))
  t.deepEqual([...granted].toSorted(), ['granted', ...Array.from({ length: 19 }, () => 'overlaps')])
  const { id: grantId } = await owner
    .selectFrom('grant')
    .select('id')
    .where('service', '=', 'studeranderapportering')
    .executeTakeFirstOrThrow()
  const ended = await twenty(
    async () => await together(db, async (trx) => await endGrant(trx, { grantId, by, from, reason: 'ended' })),
  )
  t.deepEqual([...ended].toSorted(), ['ended', ...Array.from({ length: 19 }, () => 'not-ended')])
  const changes = await owner
    .selectFrom('permission_change')
    .select('kind')
    .where('grant_id', '=', grantId)
    .orderBy('id')
    .execute()
  t.deepEqual(
    changes.map(({ kind }) => kind),
    ['granted', 'ended'],
  )
})
