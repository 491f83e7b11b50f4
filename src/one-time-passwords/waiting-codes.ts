import type { Db } from '../database/database.js'
import { countLiveBySecret } from './one-time-passwords.queries.js'

/** The codes that may still be typed, by the master secret that each is derived from. */
export async function waitingCodes(
  db: Db,
): Promise<readonly { readonly secretId: string; readonly count: number; readonly until: Date }[]> {
  return await countLiveBySecret(db)
}
