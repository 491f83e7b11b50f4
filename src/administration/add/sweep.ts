import type { Db } from '../../database/database.js'
import { deleteOldDrafts } from './add-person.queries.js'

/** What was typed and never saved is forgotten after some days. */
export async function sweepDrafts(db: Db, days: number): Promise<number> {
  return await deleteOldDrafts(db, days)
}
