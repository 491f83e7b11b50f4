import type { AuditEvent } from '../audit/event.js'
import { recordAll } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'
import type { AppointmentEnd } from './appointments/appointment.js'
import { insertSuccessors, markAppointmentsEnded, type WhichAppointments } from './appointments/appointments.queries.js'

export interface EndedAppointment {
  readonly id: string
  readonly accountId: string
  readonly organisationId: string
  readonly validFrom: string
  readonly validTo: string | null
}

interface Ending {
  readonly by: string
  readonly from: Origin
}

/** When a newer assurance takes the place of all appointments there, or of one person's (rule 3). */
export async function replaceAppointments(
  trx: Trx,
  input: Ending & { readonly organisationId: string; readonly accountId?: string },
): Promise<readonly EndedAppointment[]> {
  const { organisationId, accountId } = input
  const which = { organisationId, ...(accountId !== undefined && { accountId }) }
  return await ended(trx, input, { which, reason: 'replaced' })
}

/** When an officer ends it; none when it had ended before. */
export async function endAppointment(
  trx: Trx,
  input: Ending & { readonly appointmentId: string },
): Promise<readonly EndedAppointment[]> {
  return await ended(trx, input, { which: { appointmentId: input.appointmentId }, reason: 'ended' })
}

/** All appointments there, when the organisation closes or goes into another. What is to be recorded is for the caller. */
export async function endAppointmentsAt(
  trx: Trx,
  { organisationId, reason, by }: { readonly organisationId: string; readonly reason: 'closed' | 'merged'; by: string },
): Promise<{ readonly appointments: readonly EndedAppointment[]; readonly events: readonly AuditEvent[] }> {
  const appointments = await markAppointmentsEnded(trx, { which: { organisationId }, reason, by })
  return { appointments, events: endingsOf(appointments, { reason, by }) }
}

/** What ended with one organisation goes on at this one, but for who is appointed there on one of those days already. */
export async function appointSuccessors(
  trx: Trx,
  input: { readonly organisationId: string; readonly appointmentIds: readonly string[]; readonly by: string },
): Promise<readonly AuditEvent[]> {
  const { organisationId: organisation, by } = input
  return (await insertSuccessors(trx, input)).map(({ accountId: about, validFrom, validTo }) => {
    return { kind: 'appointment-started', by, about, organisation, details: { validFrom, validTo } } as const
  })
}

/** When the person's account ends: all of theirs, everywhere. */
export async function endAppointmentsOf(
  trx: Trx,
  input: Ending & { readonly accountId: string },
): Promise<readonly EndedAppointment[]> {
  return await ended(trx, input, { which: { accountId: input.accountId }, reason: 'ended' })
}

const ended = async (
  trx: Trx,
  { by, from }: Ending,
  { which, reason }: { readonly which: WhichAppointments; readonly reason: AppointmentEnd },
): Promise<readonly EndedAppointment[]> => {
  const appointments = await markAppointmentsEnded(trx, { which, reason, by })
  await recordAll(trx, from, endingsOf(appointments, { reason, by }))
  return appointments
}

const endingsOf = (
  appointments: readonly EndedAppointment[],
  { reason, by }: { readonly reason: AppointmentEnd; readonly by: string },
): readonly AuditEvent[] =>
  appointments.map(({ accountId: about, organisationId: organisation }) => {
    return { kind: 'appointment-ended', by, about, organisation, details: { reason } } as const
  })
