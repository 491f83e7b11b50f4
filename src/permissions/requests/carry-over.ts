import type { Trx } from '../../database/database.js'
import { moveRequests } from './permission-requests.queries.js'

/** What the person has asked for with one account is asked for with the other. */
export async function carryRequestsOver(
  trx: Trx,
  whose: { readonly accountId: string; readonly to: string },
): Promise<void> {
  await moveRequests(trx, whose)
}
