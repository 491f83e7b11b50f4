import type { Counted } from '../database/counted-by.js'
import type { Db } from '../database/database.js'
import { emptyReasons } from './endings/account-endings.queries.js'
import { deletePassword } from './passwords/passwords.queries.js'
import { emptyLongEnded, selectLongEnded } from './accounts.queries.js'

/** Accounts that ended long ago, whose person is still known; and how many reasons are kept for their endings. */
export async function accountsEndedBefore(db: Db, before: string): Promise<Counted> {
  return await selectLongEnded(db, before)
}

/** Name, number, addresses, username, password and reasons go; the account and what it did stay. Tells how many. */
export async function disposeOfEndedAccounts(
  db: Db,
  { before, atMost }: { readonly before: string; readonly atMost: number },
): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const emptied = await emptyLongEnded(trx, before, atMost)
    for (const accountId of emptied) await deletePassword(trx, accountId)
    await emptyReasons(trx, emptied)
    return emptied.length
  })
}
