import type { Db } from '../../database/database.js'
import { readChore, type ChoreLog, type Doers } from './chore.js'
import { startChore } from './start-chore.js'

/** Does some of a chore; what is left of it waits in the queue like any other. */
export async function doChore(
  db: Db,
  { payload, doers, log }: { readonly payload: unknown; readonly doers: Doers; readonly log: ChoreLog },
): Promise<void> {
  const chore = readChore(payload)
  const left = await doers[chore.kind](db, chore, log)
  if (left === 'more') await db.transaction().execute(async (trx) => await startChore(trx, chore))
}
