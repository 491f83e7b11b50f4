import { createPrivateKey, generateKeyPair, randomBytes, type JsonWebKey, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'oidc-provider'
import { fromWithin } from '../world/origin.js'
import { record } from '../audit/record.js'
import type { Db } from '../database/database.js'
import { seal, unseal } from '../world/keys.js'
import type { World } from '../world/world.js'
import { findSigningKeys, insertSigningKey } from './queries.js'

/**
 * The keys that id tokens are signed with: ES256, and RS256 for those who know nothing else. Made at the first
 * start and kept sealed in the database, so that every node and every later start signs with the same.
 */
export async function signingKeys(db: Db, world: World): Promise<readonly JWK[]> {
  const present = await findSigningKeys(db)
  const missing = (['ES256', 'RS256'] as const).filter((alg) => !present.some((key) => key.alg === alg))
  for (const alg of missing) await createKey(db, world, alg)
  const keys = missing.length === 0 ? present : await findSigningKeys(db)
  return keys.map((key) => opened(world, key))
}

/** The key in use for one algorithm, for what we sign ourselves. */
export async function signingKey(
  db: Db,
  world: World,
  alg: 'ES256' | 'RS256',
): Promise<{ readonly kid: string; readonly key: KeyObject }> {
  const sealed = (await findSigningKeys(db)).find((key) => key.alg === alg)
  if (sealed === undefined) throw new Error(`There is no key for ${alg}.`)
  const jwk: JsonWebKey = JSON.parse(unseal(world.keys, sealed.sealedPrivateJwk))
  return { kid: sealed.kid, key: createPrivateKey({ key: jwk, format: 'jwk' }) }
}

const opened = (
  world: World,
  { kid, alg, sealedPrivateJwk }: Awaited<ReturnType<typeof findSigningKeys>>[number],
): JWK => {
  const privateJwk: JWK = JSON.parse(unseal(world.keys, sealedPrivateJwk))
  return { ...privateJwk, kid, alg, use: 'sig' }
}

/** Two nodes that start at once make one each; the database keeps the first. */
const createKey = async (db: Db, world: World, alg: 'ES256' | 'RS256'): Promise<void> => {
  const privateKey = alg === 'ES256' ? await ellipticKey() : await rsaKey()
  const kid = randomBytes(12).toString('base64url')
  const sealed = seal(world.keys, JSON.stringify(privateKey.export({ format: 'jwk' })))
  await db.transaction().execute(async (trx) => {
    const isOurs = await insertSigningKey(trx, { kid, alg, sealed_private_jwk: sealed })
    if (isOurs) await record(trx, fromWithin('start'), { kind: 'signing-keys-created', details: { kid, alg } })
  })
}

const generate = promisify(generateKeyPair)
const ellipticKey = async (): Promise<KeyObject> => (await generate('ec', { namedCurve: 'P-256' })).privateKey
const rsaKey = async (): Promise<KeyObject> => (await generate('rsa', { modulusLength: 3072 })).privateKey
