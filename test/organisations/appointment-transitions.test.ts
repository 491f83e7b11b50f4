import test, { type ExecutionContext } from 'ava'
import { recordAll } from '../../src/audit/record.js'
import { administratorsOf } from '../../src/organisations/administrators-of.js'
import { appoint } from '../../src/organisations/appoint.js'
import type { AppointmentEnd } from '../../src/organisations/appointments/appointment.js'
import { appointmentsOf } from '../../src/organisations/appointments/appointments-of.js'
import {
  endAppointment,
  endAppointmentsAt,
  endAppointmentsOf,
  replaceAppointments,
} from '../../src/organisations/end-appointments.js'
import { from, person, school, together } from '../permissions/fixture.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'

/** Ada's appointment, from 10 to 20 March unless told otherwise; it is 15 March. */
async function fixture(t: ExecutionContext, days: { from?: string; to?: string } = {}) {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const organisationId = await school(db)
  const [accountId, by] = [await person(db, 'Ada'), await person(db, 'Karin')]
  const action = { by, from }
  const appointed = await together(db, async (trx) => {
    const { from: validFrom = '2026-03-10', to: validTo = '2026-03-20' } = days
    return await appoint(trx, { accountId, organisationId, validFrom, validTo, from })
  })
  if (appointed.kind !== 'appointed') throw new Error(appointed.kind)
  const { appointmentId } = appointed
  const count = (rows: readonly unknown[]) => rows.length
  const endAt = async (reason: 'closed' | 'merged') =>
    await together(db, async (trx) => {
      const { appointments, events } = await endAppointmentsAt(trx, { organisationId, by, reason })
      await recordAll(trx, from, events)
      return appointments.length
    })
  return {
    db,
    owner,
    state: async () => (await appointmentsOf(db, accountId))[0]?.state,
    row: async () => await owner.selectFrom('appointment').selectAll().executeTakeFirstOrThrow(),
    administers: async () => (await administratorsOf(db, organisationId)).length === 1,
    told: async () =>
      (
        await owner
          .selectFrom('audit_event')
          .where('kind', '=', 'appointment-ended')
          .where('about_id', '=', accountId)
          .select(['actor_id as by', 'details'])
          .execute()
      ).map(({ by: actor, details }) => ({ isByOfficer: actor === by, reason: details['reason'] })),
    end: {
      replaced: async () =>
        count(await together(db, async (trx) => await replaceAppointments(trx, { ...action, organisationId }))),
      ended: async () =>
        count(await together(db, async (trx) => await endAppointment(trx, { ...action, appointmentId }))),
      'ended with the account': async () =>
        count(await together(db, async (trx) => await endAppointmentsOf(trx, { ...action, accountId }))),
      closed: async () => await endAt('closed'),
      merged: async () => await endAt('merged'),
    },
  }
}

type Ending = keyof Awaited<ReturnType<typeof fixture>>['end']

/** What ends it, and the reason that is kept. */
const endings: readonly (readonly [words: string, Ending, reason: AppointmentEnd])[] = [
  ['replaced when a newer assurance replaces it', 'replaced', 'replaced'],
  ['ended when an officer ends it', 'ended', 'ended'],
  ['ended when the account ends', 'ended with the account', 'ended'],
  ['ended when the organisation closes', 'closed', 'closed'],
  ['ended when the organisation goes into another', 'merged', 'merged'],
]

for (const [words, ending, reason] of endings) {
  test(`an appointment that holds is ${words}, at once and with a trace`, async (t) => {
    const { administers, end, state, row, told } = await fixture(t)
    t.true(await administers())
    t.is(await end[ending](), 1)
    t.false(await administers())
    t.is(await state(), 'ended')
    t.is((await row()).end_reason, reason)
    t.deepEqual(await told(), [{ isByOfficer: true, reason }])
  })

  test(`an appointment that has not begun is ${words}, and never begins`, async (t) => {
    const { owner, administers, end, state } = await fixture(t, { from: '2026-03-16' })
    t.is(await state(), 'planned')
    t.is(await end[ending](), 1)
    await stopClockAt(owner, '2026-03-16T12:00:00Z')
    t.false(await administers())
    t.is(await state(), 'ended')
  })

  test(`an appointment whose last day has passed is not ${words}: it is over`, async (t) => {
    const { end, state, row, told } = await fixture(t, { to: '2026-03-14' })
    t.is(await end[ending](), 0)
    t.is(await state(), 'expired')
    t.is((await row()).ended_at, null)
    t.deepEqual(await told(), [])
  })

  test(`an appointment that has ended stays as it ended, and is not ${words}`, async (t) => {
    const { owner, end, row, told } = await fixture(t)
    const first = ending === 'replaced' ? 'ended' : 'replaced'
    await end[first]()
    const before = await row()
    await stopClockAt(owner, '2026-03-16T12:00:00Z')
    t.is(await end[ending](), 0)
    t.deepEqual(await row(), before)
    t.is((await told()).length, 1)
  })
}

test('an appointment holds from the beginning of its first day', async (t) => {
  const { owner, administers, state } = await fixture(t, { from: '2026-03-16' })
  await stopClockAt(owner, '2026-03-15T23:59:59+01:00')
  t.is(await state(), 'planned')
  t.false(await administers())
  await stopClockAt(owner, '2026-03-16T00:00:00+01:00')
  t.is(await state(), 'active')
  t.true(await administers())
})

test('an appointment is ended by a day: it holds to the end of its last day in Stockholm, and no row is written', async (t) => {
  const { owner, administers, state, row } = await fixture(t)
  await stopClockAt(owner, '2026-03-20T23:59:59+01:00')
  t.true(await administers())
  const before = await row()
  await stopClockAt(owner, '2026-03-21T00:00:00+01:00')
  t.false(await administers())
  t.is(await state(), 'expired')
  t.deepEqual(await row(), before)
})
