import { generateKeyPairSync } from 'node:crypto'
import type { Db } from '../../src/database/database.js'
import { seal, type KeyRing } from '../../src/world/keys.js'

/** Gives a house the keys to sign with, made once for all houses of a file: an RSA key takes a second to find. */
export async function giveSigningKeys(owner: Db, keys: KeyRing): Promise<void> {
  made ??= { ES256: privateJwk('ec'), RS256: privateJwk('rsa') }
  const rows = (['ES256', 'RS256'] as const).map((alg) => ({
    kid: `test-${alg}`,
    alg,
    sealed_private_jwk: seal(keys, made?.[alg] ?? ''),
  }))
  await owner
    .insertInto('signing_key')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

let made: Readonly<Record<'ES256' | 'RS256', string>> | undefined

const privateJwk = (type: 'ec' | 'rsa'): string => {
  const pair =
    type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 3072 })
  return JSON.stringify(pair.privateKey.export({ format: 'jwk' }))
}
