import type { Db, Trx } from '../../database/database.js'
import { sealedAnew, secretOf, type KeyRing } from '../../context/keys.js'
import { replaceSealedKey, selectSealedKeys } from './signing-keys.queries.js'

/** How many signing keys were sealed anew under the newest master secret. */
export async function sealKeysAnew(trx: Trx, keys: KeyRing): Promise<number> {
  let count = 0
  for (const { kid, sealed: from } of await selectSealedKeys(trx)) {
    const to = sealedAnew(keys, from)
    if (to !== undefined && (await replaceSealedKey(trx, { kid, from, to }))) count += 1
  }
  return count
}

/** Which master secret each published signing key needs. */
export async function secretsOfKeys(db: Db): Promise<readonly string[]> {
  const sealed = await selectSealedKeys(db)
  return sealed.filter(({ isPublished }) => isPublished).map((key) => secretOf(key.sealed))
}
