import type { Counted } from '../../database/counted-by.js'
import type { Db } from '../../database/database.js'
import { deleteOldRequests, selectOldRequests } from './permission-requests.queries.js'

/** Requests for a permission that were answered long ago: how many there are, and how old. */
export async function requestsAnsweredBefore(db: Db, before: string): Promise<Counted> {
  return await selectOldRequests(db, before)
}

/** Some of them go; tells how many. */
export async function disposeOfRequests(
  db: Db,
  { before, atMost }: { readonly before: string; readonly atMost: number },
): Promise<number> {
  return await deleteOldRequests(db, before, atMost)
}
