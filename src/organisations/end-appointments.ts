import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import type { Origin } from '../world/origin.js'
import { markAppointmentsEnded } from './appointments/queries.js'

export interface EndedAppointment {
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

/** All appointments there, when the organisation closes or goes into another. */
export async function endAppointmentsAt(
  trx: Trx,
  input: Ending & { readonly organisationId: string; readonly reason: 'closed' | 'merged' },
): Promise<readonly EndedAppointment[]> {
  const { organisationId, reason } = input
  return await ended(trx, input, { which: { organisationId }, reason })
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
  what: Pick<Parameters<typeof markAppointmentsEnded>[1], 'which' | 'reason'>,
): Promise<readonly EndedAppointment[]> => {
  const rows = await markAppointmentsEnded(trx, { ...what, by })
  for (const { accountId, organisationId } of rows) {
    await record(trx, from, {
      kind: 'appointment-ended',
      by,
      about: accountId,
      organisation: organisationId,
      details: { reason: what.reason },
    })
  }
  return rows
}
