import type { Db } from '../../database/database.js'
import { deleteFormerEmails } from './account-details.queries.js'

/** Forgets addresses that have been told of their change, some at a time; tells how many. */
export async function sweepFormerEmails(
  db: Db,
  { days, atMost = 1_000 }: { readonly days: number; readonly atMost?: number },
): Promise<number> {
  return await deleteFormerEmails(db, { days, atMost })
}
