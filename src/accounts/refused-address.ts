import type { Trx } from '../database/database.js'
import { markAddressRefused, markEmailRefused } from './accounts.queries.js'

/** A mail server has refused the person's address for good: whoever administers them is told until it is another. */
export async function noteRefusedAddress(trx: Trx, accountId: string): Promise<void> {
  await markEmailRefused(trx, accountId)
}

/** A letter has come back from where the person lives: told in the same way, until it is another address. */
export async function noteReturnedLetter(trx: Trx, accountId: string): Promise<void> {
  await markAddressRefused(trx, accountId)
}
