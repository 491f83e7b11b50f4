import type { Db, Trx } from '../database/database.js'
import { sealedAnew, secretOf, type KeyRing } from '../context/keys.js'
import { replaceSealed, selectEverySecret, type SealedColumn } from './relying-services.queries.js'

/** How many client secrets were sealed anew under the newest master secret. */
export async function sealSecretsAnew(trx: Trx, keys: KeyRing): Promise<number> {
  let count = 0
  for (const { id, sealed, former } of await selectEverySecret(trx)) {
    const held: readonly (readonly [SealedColumn, string | null])[] = [
      ['sealed_secret', sealed],
      ['former_sealed_secret', former],
    ]
    for (const [column, from] of held) {
      const to = from === null ? undefined : sealedAnew(keys, from)
      if (from !== null && to !== undefined && (await replaceSealed(trx, { id, from, to, column }))) count += 1
    }
  }
  return count
}

/** Which master secret each client secret needs that may still be shown to us. */
export async function secretsOfClients(db: Db): Promise<readonly string[]> {
  const held = await selectEverySecret(db)
  return held.flatMap(({ sealed, former, isFormerInUse }) =>
    [sealed, isFormerInUse ? former : null].flatMap((text) => (text === null ? [] : [secretOf(text)])),
  )
}
