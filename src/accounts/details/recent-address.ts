import type { Db, Trx } from '../../database/database.js'
import { markTold, selectIsHeld } from './account-details.queries.js'

/**
 * Nobody alone takes another's place (product.md, rule 14): an officer or an administrator whose address somebody else
 * has changed gets no one-time password at the new address before a day has passed and the notice to the former one
 * has left, or has been given up.
 */
export async function isAddressHeld(db: Db, accountId: string): Promise<boolean> {
  return await selectIsHeld(db, accountId)
}

/** What became of the notice to the former address is known. */
export async function noteFormerAddressTold(trx: Trx, id: string): Promise<void> {
  await markTold(trx, id)
}
