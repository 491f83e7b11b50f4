import type { Db } from '../../database/database.js'
import { deleteOldDrafts } from './queries.js'

/** What was typed and never saved is forgotten after a day. */
export async function sweepDrafts(db: Db): Promise<number> {
  return await deleteOldDrafts(db)
}
