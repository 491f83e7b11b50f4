import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../world/origin.js'
import { markOfficerEnded } from './queries.js'

/** Somebody works for the agency no longer. A reopened account does not make them an officer again. */
export async function endOfficer(
  trx: Trx,
  input: { readonly accountId: string; readonly by: string; readonly from: Origin },
): Promise<void> {
  if (!(await markOfficerEnded(trx, input))) return
  await record(trx, input.from, { kind: 'officer-ended', by: input.by, about: input.accountId })
}
