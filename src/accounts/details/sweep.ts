import type { Db } from '../../database/database.js'
import { deleteFormerEmails } from './queries.js'

/** Forgets addresses that have been told of their change, some at a time; tells how many. */
export async function sweepFormerEmails(db: Db, atMost = 1_000): Promise<number> {
  return await deleteFormerEmails(db, atMost)
}
