import type { Db, Trx } from '../database/database.js'
import { deleteOld, replaceAllCodes, replaceEveryCode } from './one-time-passwords.queries.js'

/** No one-time password of the account works any longer. */
export async function burnCodes(trx: Trx, accountId: string): Promise<void> {
  await replaceAllCodes(trx, accountId)
}

/** No one-time password of anybody works any longer: what a backup brings back was perhaps used since. */
export async function burnEveryCode(trx: Trx): Promise<number> {
  return await replaceEveryCode(trx)
}

/** Forgets codes that ended long ago, some at a time; tells how many, so that the caller knows when to stop. */
export async function sweepCodes(db: Db, atMost = 1_000): Promise<number> {
  return await deleteOld(db, atMost)
}
