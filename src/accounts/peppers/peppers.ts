import type { Db, Trx } from '../../database/database.js'
import { seal, sealedAnew, secretOf, unseal, type Key, type KeyRing } from '../../context/keys.js'
import { countByPepper, insertSecret, replacePepper, selectSecrets } from './peppers.queries.js'

/**
 * A password rests on a pepper, which comes from a master secret, until its owner signs in again. So each pepper is
 * kept sealed under the newest secret: the secret that it came from may be dropped, and whoever has not signed in since
 * still can.
 */
export async function keepPeppers(trx: Trx, keys: KeyRing): Promise<void> {
  const inUse = await countByPepper(trx)
  for (const { id, bytes } of keys.all('pepper')) {
    const isFormer = id !== keys.ids[0]
    if (isFormer && !inUse.some(({ secretId }) => secretId === id)) continue
    await insertSecret(trx, { id, sealedPepper: seal(keys, bytes.toString('base64url')), isFormer })
  }
}

/** The order of the secrets, and the peppers of those that are dropped, as far as they can be unsealed. */
export async function learnSecrets(
  db: Db,
  keys: KeyRing,
  { lacksSecrets }: { readonly lacksSecrets: boolean },
): Promise<void> {
  const secrets = await selectSecrets(db, keys.ids[0])
  keys.learn({
    lacksSecrets,
    older: secrets.filter(({ isOlder }) => isOlder).map(({ id }) => id),
    newer: secrets.filter(({ isNewer }) => isNewer).map(({ id }) => id),
    peppers: secrets.flatMap(({ id, sealedPepper }): readonly Key[] =>
      keys.ids.includes(id) || !keys.ids.includes(secretOf(sealedPepper))
        ? []
        : [{ id, bytes: Buffer.from(unseal(keys, sealedPepper), 'base64url') }],
    ),
  })
}

/** How many were sealed anew under the newest secret. */
export async function sealPeppersAnew(trx: Trx, keys: KeyRing): Promise<number> {
  let count = 0
  for (const { id, sealedPepper: from } of await selectSecrets(trx, keys.ids[0])) {
    const to = sealedAnew(keys, from)
    if (to !== undefined && (await replacePepper(trx, { id, from, to }))) count += 1
  }
  return count
}

/** The secret that another node has as its newest, and that this one does not know. */
export async function unknownNewer(db: Db, keys: KeyRing): Promise<string | undefined> {
  const secrets = await selectSecrets(db, keys.ids[0])
  return secrets.find(({ id, isNewer }) => isNewer && !keys.ids.includes(id))?.id
}

/** How many passwords rest on each secret, and under which secret its pepper is kept, if it is. */
export async function passwordsBySecret(db: Db, keys: KeyRing) {
  const secrets = await selectSecrets(db, keys.ids[0])
  return (await countByPepper(db)).map(({ secretId, count }) => {
    const kept = secrets.find(({ id }) => id === secretId)?.sealedPepper
    return { secretId, count, keptUnder: kept === undefined ? undefined : secretOf(kept) }
  })
}
