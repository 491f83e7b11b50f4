import type { AuditEvent } from '../../audit/event.js'
import type { Trx } from '../../database/database.js'
import { markAllDecidedAt } from './assurances.queries.js'

/** Nobody is appointed at an organisation that has closed: what waits for it is decided with it. */
export async function rejectAssurancesAt(
  trx: Trx,
  input: { readonly organisationId: string; readonly by: string; readonly reason: string },
): Promise<readonly AuditEvent[]> {
  const { organisationId: organisation, by } = input
  return (await markAllDecidedAt(trx, input)).map(({ id: assurance, decision }) => {
    return { kind: `assurance-${decision}`, by, organisation, details: { assurance } } as const
  })
}
