import type { Counted } from '../../database/counted-by.js'
import type { Db } from '../../database/database.js'
import { deleteOldEndingRequests, selectOldEndingRequests } from './ending-requests.queries.js'

/** Requests to end an account that were decided long ago: how many there are, and how old. */
export async function endingRequestsDecidedBefore(db: Db, before: string): Promise<Counted> {
  return await selectOldEndingRequests(db, before)
}

/** Some of them go; tells how many. */
export async function disposeOfEndingRequests(
  db: Db,
  { before, atMost }: { readonly before: string; readonly atMost: number },
): Promise<number> {
  return await deleteOldEndingRequests(db, before, atMost)
}
