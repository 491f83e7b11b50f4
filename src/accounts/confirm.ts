import type { Trx } from '../database/database.js'
import type { HashedPassword } from '../context/hashing.js'
import type { Account } from './account.js'
import { lockUnchanged, replaceHash } from './passwords/passwords.queries.js'

/**
 * True when what was compared outside the transaction still holds inside it: the account has not been ended and its
 * password is the one that was compared, though its hash may have been renewed meanwhile. It then stays so until the transaction ends.
 */
export async function stillHolds(trx: Trx, account: Account): Promise<boolean> {
  return await lockUnchanged(trx, { accountId: account.id, chosenAt: account.passwordChosenAt })
}

/** Puts a newer hash of the same password in the old one's place, unless another password came between. */
export async function renewHash(
  trx: Trx,
  input: { readonly accountId: string; readonly old: HashedPassword; readonly renewed: HashedPassword },
): Promise<boolean> {
  return await replaceHash(trx, { accountId: input.accountId, oldHash: input.old.hash, ...input.renewed })
}
