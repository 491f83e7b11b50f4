import { readFile } from 'node:fs/promises'
import type { Db } from '../../src/database/database.js'
import { seal, type KeyRing } from '../../src/context/keys.js'

type KeyPairs = Readonly<Record<'ES256' | 'RS256', Readonly<Record<string, string>>>>

/** Gives an app the keys to sign with: a committed pair of each algorithm, since an RSA key takes a second to find. */
export async function giveSigningKeys(owner: Db, keys: KeyRing): Promise<void> {
  pairs ??= readPairs()
  const { ES256, RS256 } = await pairs
  const rows = Object.entries({ ES256, RS256 }).map(([alg, jwk]) => ({
    kid: `test-${alg}`,
    alg: alg as keyof KeyPairs,
    sealed_private_jwk: seal(keys, JSON.stringify(jwk)),
  }))
  await owner
    .insertInto('signing_key')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

let pairs: Promise<KeyPairs> | undefined

const readPairs = async (): Promise<KeyPairs> =>
  JSON.parse(await readFile(new URL('../../../test/fixtures/signing-keys.json', import.meta.url), 'utf8')) as KeyPairs
