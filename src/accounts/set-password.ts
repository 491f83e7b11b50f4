import type { Trx } from '../database/database.js'
import type { HashedPassword } from '../context/hashing.js'
import { deletePassword, upsertPassword } from './passwords/passwords.queries.js'
import { holdAccount } from './accounts.queries.js'

/** The account's one password from now on. It was hashed before the transaction began. */
export async function storePassword(trx: Trx, accountId: string, hashed: HashedPassword): Promise<void> {
  await upsertPassword(trx, { accountId, ...hashed })
}

/**
 * The account has no password any longer, and the one that it had lets nobody in. True when there was one. One that is
 * being chosen at this moment is waited for and goes too: an account is held while its password is chosen.
 */
export async function forgetPassword(trx: Trx, accountId: string): Promise<boolean> {
  await holdAccount(trx, accountId)
  return await deletePassword(trx, accountId)
}
