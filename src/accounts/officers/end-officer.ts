import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { holdOfficers, markOfficerEnded, selectIsLastOfficer } from './officers.queries.js'

/**
 * Somebody works for the agency no longer. A reopened account does not make them an officer again. Without `by` it is
 * the operator's command that ends it.
 */
export async function endOfficer(
  trx: Trx,
  { accountId, by, from }: { readonly accountId: string; readonly by?: string; readonly from: Origin },
): Promise<{ readonly kind: 'ended' | 'not-ended' }> {
  if (!(await markOfficerEnded(trx, { accountId, by }))) return { kind: 'not-ended' }
  await record(trx, from, { kind: 'officer-ended', by, about: accountId })
  return { kind: 'ended' }
}

/** Whether the agency would be without officers; nobody else ends one before the end of the transaction. */
export async function isLastOfficer(trx: Trx, accountId: string): Promise<boolean> {
  await holdOfficers(trx)
  return await selectIsLastOfficer(trx, accountId)
}
