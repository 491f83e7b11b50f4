import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { takeTurn } from '../grants/take-turn.js'
import { markWithdrawn } from './permission-requests.queries.js'

/** Takes one's own request back; false when there is none open. */
export async function withdrawRequest(
  trx: Trx,
  input: { readonly requestId: string; readonly accountId: string; readonly from: Origin },
): Promise<boolean> {
  const { requestId, accountId, from } = input
  await takeTurn(trx, accountId)
  const withdrawn = await markWithdrawn(trx, { requestId, accountId })
  if (withdrawn === undefined) return false
  await record(trx, from, {
    kind: 'permission-request-withdrawn',
    by: accountId,
    about: accountId,
    organisation: withdrawn.organisationId,
    details: { request: requestId, service: withdrawn.service },
  })
  return true
}
