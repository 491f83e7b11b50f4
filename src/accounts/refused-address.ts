import type { Trx } from '../database/database.js'
import { markEmailRefused } from './queries.js'

/** A mail server has refused the person's address for good: whoever administers them is told until it is another. */
export async function noteRefusedAddress(trx: Trx, accountId: string): Promise<void> {
  await markEmailRefused(trx, accountId)
}
