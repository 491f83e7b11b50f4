import type { Trx } from '../database/database.js'
import type { HashedPassword } from '../world/hashing.js'
import { upsertPassword } from './passwords/queries.js'

/** The account's one password from now on. It was hashed before the transaction began. */
export async function storePassword(trx: Trx, accountId: string, hashed: HashedPassword): Promise<void> {
  await upsertPassword(trx, { accountId, ...hashed })
}
