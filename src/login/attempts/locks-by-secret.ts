import type { Db } from '../../database/database.js'
import type { KeyRing } from '../../context/keys.js'
import { countLocksBySecret } from './attempts.queries.js'

/** The locks that end early when a master secret is dropped, since nobody has tried the name under the newest one. */
export async function locksBySecret(
  db: Db,
  { ids }: KeyRing,
): Promise<readonly { readonly secretId: string; readonly count: number; readonly until: Date }[]> {
  return await countLocksBySecret(db, ids)
}
