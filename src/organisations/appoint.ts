import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { insertAppointment } from './appointments/appointments.queries.js'
import { isOpen } from './organisations.queries.js'

export type Appointed =
  | { readonly kind: 'appointed'; readonly appointmentId: string }
  | { readonly kind: 'already-appointed' }
  | { readonly kind: 'no-such-organisation' }
  | { readonly kind: 'ends-before-it-starts' }

/** Makes somebody permission administrator of an organisation, from the first day to the last, both included. */
export async function appoint(
  trx: Trx,
  input: {
    readonly accountId: string
    readonly organisationId: string
    readonly validFrom: string
    readonly validTo?: string
    /** What it rests on (rule 3). */
    readonly assuranceId?: string
    readonly by?: string
    readonly from: Origin
  },
): Promise<Appointed> {
  const { accountId, organisationId, validFrom, validTo, assuranceId } = input
  if (validTo !== undefined && validTo < validFrom) return { kind: 'ends-before-it-starts' }
  const appointmentId = await insertAppointment(trx, { accountId, organisationId, validFrom, validTo, assuranceId })
  if (appointmentId === undefined) {
    return { kind: (await isOpen(trx, organisationId)) ? 'already-appointed' : 'no-such-organisation' }
  }
  await record(trx, input.from, {
    kind: 'appointment-started',
    by: input.by,
    about: accountId,
    organisation: organisationId,
    details: { validFrom, validTo: validTo ?? null },
  })
  return { kind: 'appointed', appointmentId }
}
