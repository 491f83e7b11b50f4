import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { markDeclinedOf } from './permission-requests.queries.js'

/** Nobody answers what an ended account has asked for: it is declined with the account, and nobody is told. */
export async function declineRequestsOf(
  trx: Trx,
  input: { readonly accountId: string; readonly by: string; readonly reason: string; readonly from: Origin },
): Promise<void> {
  for (const { id, organisationId, service } of await markDeclinedOf(trx, input)) {
    await record(trx, input.from, {
      kind: 'permission-request-answered',
      by: input.by,
      about: input.accountId,
      organisation: organisationId,
      details: { request: id, service, answer: 'declined' },
    })
  }
}
