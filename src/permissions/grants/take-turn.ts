import type { Trx } from '../../database/database.js'
import { lockGrants } from './grants.queries.js'

/** For several changes in one transaction: whoever else would change what this person holds waits until its end. */
export async function takeTurn(trx: Trx, accountId: string): Promise<void> {
  await lockGrants(trx, accountId)
}
