import { services } from '../../config/services.js'
import { fromWithin } from '../context/origin.js'
import type { Db, Trx } from '../database/database.js'
import { installClient, type InstalledClient } from '../relying-services/install.js'
import { keyedDigest, unseal, type KeyRing } from '../context/keys.js'
import type { AppContext } from '../context/app-context.js'
import { demoClient, waitForTurn } from './demo.queries.js'

export const relyingServiceId = 'mina-tjanster'
/** Where people reach the demo's relying service. */
export function relyingServiceAddress(port = 3001): string {
  return `http://localhost:${port}`
}

/** On this machine's own http address it can be registered only where we ourselves are on http: else it stays away. */
export function mayRunBeside(issuer: string): boolean {
  return issuer.startsWith('http:')
}

/**
 * The same at every start, so that neither the database nor the other process needs to be told of it by a file; and the
 * same at nodes that know the same master secrets, whichever is their newest.
 */
export function relyingServiceSecret(keys: KeyRing): string {
  const [key = keys.newest('demo')] = keys.all('demo').toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return keyedDigest(key, relyingServiceId).toString('base64url')
}

/** Registers the relying service when it is not there, or when its address or the master secret has changed. */
export async function keepRegistered(db: Db, context: AppContext, input: { readonly address: string }): Promise<void> {
  const client = described(context.keys, input.address)
  await db.transaction().execute(async (trx) => {
    await waitForTurn(trx)
    if (await isRegistered(trx, context, client)) return
    const outcome = await installClient(trx, context, client)
    if (outcome.kind !== 'registered') throw new Error(`The demo's relying service was not registered: ${outcome.kind}`)
  })
}

const described = (keys: KeyRing, address: string) =>
  ({
    id: relyingServiceId,
    name: { sv: 'Mina tjänster', en: 'My services' },
    homeUri: `${address}/`,
    authMethod: 'client_secret_basic' as const,
    secret: relyingServiceSecret(keys),
    redirectUris: [`${address}/callback`],
    postLogoutRedirectUris: [`${address}/utloggad`],
    backchannelLogoutUri: `${address}/backchannel-logout`,
    services: Object.keys(services),
    from: fromWithin('demo'),
  }) satisfies InstalledClient

type Described = ReturnType<typeof described>

const isRegistered = async (trx: Trx, context: AppContext, client: Described): Promise<boolean> => {
  const row = await demoClient(trx, client.id)
  if (row === undefined || row.sealed_secret === null) return false
  const isThere =
    row.redirect_uris.join(' ') === client.redirectUris.join(' ') &&
    row.backchannel_logout_uri === client.backchannelLogoutUri
  return isThere && holds(context, row.sealed_secret, client.secret)
}

/** False also when it was sealed under a master secret that is gone. */
const holds = (context: AppContext, sealed: string, secret: string): boolean => {
  const isOurs = context.keys.withId('stored-secret', sealed.split('.')[0] ?? '') !== undefined
  return isOurs && unseal(context.keys, sealed) === secret
}
