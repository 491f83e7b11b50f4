import type { Db } from '../../database/database.js'
import { assertNever } from '../../assert-never.js'
import { readChore, type Chore, type ChoreLog, type Doers } from './chore.js'
import { startChore } from './start-chore.js'

/** Does some of a chore; what is left of it waits in the queue like any other. */
export async function doChore(
  db: Db,
  { payload, doers, log }: { readonly payload: unknown; readonly doers: Doers; readonly log: ChoreLog },
): Promise<void> {
  const chore = readChore(payload)
  const left = await some(db, chore, { doers, log })
  if (left === 'more') await db.transaction().execute(async (trx) => await startChore(trx, chore))
}

/** Each kind by who does it. */
const some = async (db: Db, chore: Chore, { doers, log }: { readonly doers: Doers; readonly log: ChoreLog }) => {
  switch (chore.kind) {
    case 'bulk-adding':
      return await doers[chore.kind](db, chore, log)
    case 'audit-verifying':
      return await doers[chore.kind](db, chore, log)
    case 'disposing':
      return await doers[chore.kind](db, chore, log)
    default:
      return assertNever(chore)
  }
}
