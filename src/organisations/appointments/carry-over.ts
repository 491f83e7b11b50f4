import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { carryAppointments } from './appointments.queries.js'

/** Somebody administers the same organisations before and after, on the same assurances, with another account. */
export async function carryAppointmentsOver(
  trx: Trx,
  { accountId, to, by, from }: { readonly accountId: string; readonly to: string; readonly by: string; from: Origin },
): Promise<void> {
  for (const { organisationId: organisation, validFrom, validTo } of await carryAppointments(trx, {
    accountId,
    to,
    by,
  })) {
    await (validFrom === null
      ? record(trx, from, {
          kind: 'appointment-ended',
          by,
          about: accountId,
          organisation,
          details: { reason: 'merged' },
        })
      : record(trx, from, {
          kind: 'appointment-started',
          by,
          about: to,
          organisation,
          details: { validFrom, validTo, carriedFrom: accountId },
        }))
  }
}
