import { createPrivateKey, generateKeyPair, randomBytes, type JsonWebKey, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'oidc-provider'
import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import { seal, unseal } from '../../context/keys.js'
import { fromWithin } from '../../context/origin.js'
import type { AppContext } from '../../context/app-context.js'
import { findSigningKeys, insertSigningKey, type Algorithm } from './signing-keys.queries.js'

export const algorithms = ['ES256', 'RS256'] as const satisfies readonly Algorithm[]

/**
 * The keys that id tokens are signed with: ES256, and RS256 for those who know nothing else. Made at the first
 * start and kept sealed in the database, so that every node and every later start signs with the same.
 */
export async function signingKeys(db: Db, context: AppContext): Promise<readonly JWK[]> {
  const present = await findSigningKeys(db)
  const missing = algorithms.filter((alg) => !present.some((key) => key.alg === alg))
  for (const alg of missing) await createKey(db, context, alg)
  const keys = missing.length === 0 ? present : await findSigningKeys(db)
  return keys.map((key) => opened(context, key))
}

/** Names those that are published, and in their order which signs: another name means that the keys have changed. */
export async function nameOfKeys(db: Db): Promise<string> {
  return (await findSigningKeys(db)).map(({ kid }) => kid).join(' ')
}

/** The key in use for one algorithm, for what we sign ourselves. */
export async function signingKey(
  db: Db,
  context: AppContext,
  alg: Algorithm,
): Promise<{ readonly kid: string; readonly key: KeyObject }> {
  const sealed = (await findSigningKeys(db)).find((key) => key.alg === alg)
  if (sealed === undefined) throw new Error(`There is no key for ${alg}.`)
  const jwk: JsonWebKey = JSON.parse(unseal(context.keys, sealed.sealedPrivateJwk))
  return { kid: sealed.kid, key: createPrivateKey({ key: jwk, format: 'jwk' }) }
}

export interface SealedKey {
  readonly kid: string
  readonly alg: Algorithm
  readonly sealed_private_jwk: string
}

/** Made before the transaction that stores it: an RSA key takes a second to find. */
export async function makeKey(context: Pick<AppContext, 'keys'>, alg: Algorithm): Promise<SealedKey> {
  const privateKey = alg === 'ES256' ? await ellipticKey() : await rsaKey()
  const kid = randomBytes(12).toString('base64url')
  return { kid, alg, sealed_private_jwk: seal(context.keys, JSON.stringify(privateKey.export({ format: 'jwk' }))) }
}

const opened = (
  context: AppContext,
  { kid, alg, sealedPrivateJwk }: Awaited<ReturnType<typeof findSigningKeys>>[number],
): JWK => {
  const privateJwk: JWK = JSON.parse(unseal(context.keys, sealedPrivateJwk))
  return { ...privateJwk, kid, alg, use: 'sig' }
}

/** Two nodes that start at once make one each; the database keeps the first. */
const createKey = async (db: Db, context: AppContext, alg: Algorithm): Promise<void> => {
  const key = await makeKey(context, alg)
  await db.transaction().execute(async (trx) => {
    const isOurs = await insertSigningKey(trx, key)
    if (isOurs) await record(trx, fromWithin('start'), { kind: 'signing-keys-created', details: { kid: key.kid, alg } })
  })
}

const generate = promisify(generateKeyPair)
const ellipticKey = async (): Promise<KeyObject> => (await generate('ec', { namedCurve: 'P-256' })).privateKey
const rsaKey = async (): Promise<KeyObject> => (await generate('rsa', { modulusLength: 3072 })).privateKey
