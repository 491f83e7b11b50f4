import type { Db } from '../database/database.js'
import { unseal } from '../context/keys.js'
import type { AppContext } from '../context/app-context.js'
import type { Client, KeySet, PublicKey } from './client.js'
import { selectClient, selectClients, selectSecrets, type ClientRow } from './relying-services.queries.js'

/** On or off; undefined when nobody has registered it. */
export async function findClient(db: Db, id: string): Promise<Client | undefined> {
  const row = await selectClient(db, id)
  return row && clientOf(row)
}

/** Read anew each time, so that a change holds at the next request on every node. */
export async function liveClient(db: Db, id: string): Promise<Client | undefined> {
  const client = await findClient(db, id)
  return client?.disabledAt === undefined ? client : undefined
}

/** Everybody's but our own tools, by name. */
export async function allClients(db: Db): Promise<readonly Client[]> {
  return (await selectClients(db)).map(clientOf)
}

export interface Secrets {
  readonly secret: string
  /** The one before it, as long as it works too. */
  readonly former: string | undefined
}

/** For the provider, which compares; undefined for a client that has none, or is turned off. */
export async function secretsOf(db: Db, context: Pick<AppContext, 'keys'>, id: string): Promise<Secrets | undefined> {
  const sealed = await selectSecrets(db, id)
  if (!sealed?.sealedSecret) return undefined
  const { sealedSecret, formerSealedSecret } = sealed
  const former = formerSealedSecret === null ? undefined : unseal(context.keys, formerSealedSecret)
  return { secret: unseal(context.keys, sealedSecret), former }
}

export const clientOf = (row: ClientRow): Client => {
  const { nameSv, nameEn, jwks, backchannelLogoutUri, secretMadeAt, formerSecretEndsAt, disabledAt, ...same } = row
  return {
    ...same,
    name: { sv: nameSv, en: nameEn },
    publicKeys: jwks === null ? undefined : keysFrom(jwks),
    backchannelLogoutUri: backchannelLogoutUri ?? undefined,
    secretMadeAt: secretMadeAt ?? undefined,
    formerSecretEndsAt: formerSecretEndsAt ?? undefined,
    disabledAt: disabledAt ?? undefined,
  }
}

const keysFrom = ({ keys }: Readonly<Record<string, unknown>>): KeySet => ({
  keys: Array.isArray(keys) ? keys.filter(isPublicKey) : [],
})

const isPublicKey = (told: unknown): told is PublicKey =>
  typeof told === 'object' && told !== null && 'kty' in told && typeof told.kty === 'string'
