import type { AdapterPayload, JWKS } from 'oidc-provider'
import type { Origin } from '../world/origin.js'
import { record } from '../audit/record.js'
import type { Db, Trx } from '../database/database.js'
import { seal, unseal } from '../world/keys.js'
import type { World } from '../world/world.js'
import { findClient, upsertClient } from './queries.js'
import { ownToolsId } from './tools/register.js'

export type AuthMethod = 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none'

/** A relying service as an officer registers it. */
export interface NewClient {
  readonly id: string
  readonly name: { readonly sv: string; readonly en: string }
  /** Where a person begins: linked to from pages that lead out of a sign-in that cannot go on. */
  readonly homeUri: string
  readonly authMethod: AuthMethod
  readonly secret?: string
  readonly jwks?: JWKS
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[]
  /** Where it is told that a session of its own has ended with ours (OpenID Connect Back-Channel Logout 1.0, 2.2). */
  readonly backchannelLogoutUri?: string
  /** The services whose permissions it is told of, and of which a person needs one to sign in to it. */
  readonly services: readonly string[]
  readonly idTokenSignedResponseAlg?: 'ES256' | 'RS256'
  readonly mayRefresh?: boolean
  readonly from: Origin
  readonly by?: string
}

export type RegisteredClient =
  | { readonly kind: 'registered' }
  | { readonly kind: 'refused-address'; readonly address: string }
  | { readonly kind: 'refused-credentials' }
  /** The name is our own tools'. */
  | { readonly kind: 'refused-name' }

/** Registers a relying service, or changes the one with the same id. */
export async function registerClient(trx: Trx, world: World, client: NewClient): Promise<RegisteredClient> {
  if (client.id === ownToolsId) return { kind: 'refused-name' }
  const { homeUri, redirectUris, postLogoutRedirectUris = [], backchannelLogoutUri } = client
  const toTell = backchannelLogoutUri === undefined ? [] : [backchannelLogoutUri]
  const addresses = [homeUri, ...redirectUris, ...postLogoutRedirectUris, ...toTell]
  const unsafe = addresses.find((address) => !isSafeAddress(world, address))
  if (unsafe !== undefined) return { kind: 'refused-address', address: unsafe }
  if (redirectUris.length === 0) return { kind: 'refused-address', address: '' }
  if (!hasItsCredentials(client)) return { kind: 'refused-credentials' }
  await upsertClient(trx, {
    id: client.id,
    name_sv: client.name.sv,
    name_en: client.name.en,
    home_uri: homeUri,
    auth_method: client.authMethod,
    sealed_secret: client.secret === undefined ? null : seal(world.keys, client.secret),
    jwks: client.jwks === undefined ? null : JSON.stringify(client.jwks),
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...postLogoutRedirectUris],
    backchannel_logout_uri: backchannelLogoutUri ?? null,
    services: [...client.services],
    id_token_signed_response_alg: client.idTokenSignedResponseAlg ?? 'ES256',
    may_refresh: client.mayRefresh ?? false,
  })
  await record(trx, client.from, { kind: 'client-registered', by: client.by, details: { client: client.id } })
  return { kind: 'registered' }
}

/** What our own pages and claims need to know of a relying service. */
export interface RelyingService {
  readonly id: string
  readonly name: { readonly sv: string; readonly en: string }
  readonly homeUri: string
  readonly services: readonly string[]
  readonly isFirstParty: boolean
  /** Asks for no service: who has an account may come, and what they may do there the tool decides. */
  readonly isOwnTool: boolean
  /** The origins where a form of ours may end up when it leads back to the service. */
  readonly origins: readonly string[]
}

export async function relyingService(db: Db, id: string): Promise<RelyingService | undefined> {
  const client = await findClient(db, id)
  if (client === undefined) return undefined
  const addresses = [client.home_uri, ...client.redirect_uris, ...client.post_logout_redirect_uris]
  return {
    id: client.id,
    name: { sv: client.name_sv, en: client.name_en },
    homeUri: client.home_uri,
    services: client.services,
    isFirstParty: client.is_first_party,
    isOwnTool: client.is_own_tool,
    origins: [...new Set(addresses.map((address) => new URL(address).origin))],
  }
}

/** A relying service as the library knows it. */
export async function clientMetadata(db: Db, world: World, id: string): Promise<AdapterPayload | undefined> {
  const client = await findClient(db, id)
  if (client === undefined) return undefined
  return {
    client_id: client.id,
    client_name: client.name_sv,
    application_type: 'web',
    response_modes: ['query', 'form_post'],
    ...whatItIsGiven(client),
    token_endpoint_auth_method: client.auth_method,
    redirect_uris: client.redirect_uris,
    post_logout_redirect_uris: client.post_logout_redirect_uris,
    id_token_signed_response_alg: client.id_token_signed_response_alg,
    // It knows each session by a name of its own, which its id tokens carry.
    ...(client.backchannel_logout_uri !== null && {
      backchannel_logout_uri: client.backchannel_logout_uri,
      backchannel_logout_session_required: true,
    }),
    ...(client.sealed_secret !== null && { client_secret: unseal(world.keys, client.sealed_secret) }),
    ...(client.jwks !== null && { jwks: keysFrom(client.jwks) }),
  }
}

/** A relying service is given a code for its tokens; our own tools are given nothing, and can ask for nothing. */
const whatItIsGiven = (client: {
  readonly is_own_tool: boolean
  readonly may_refresh: boolean
}): Pick<AdapterPayload, 'response_types' | 'grant_types'> =>
  client.is_own_tool
    ? { response_types: ['none'], grant_types: [] }
    : {
        response_types: ['code'],
        grant_types: client.may_refresh ? ['authorization_code', 'refresh_token'] : ['authorization_code'],
      }

const keysFrom = ({ keys }: Readonly<Record<string, unknown>>): JWKS => ({ keys: Array.isArray(keys) ? keys : [] })

/** https, no user in it, no fragment; http to this machine only where we ourselves are on http, as in the demo. */
export function isSafeAddress(world: Pick<World, 'issuer'>, address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password, hash } = new URL(address)
  if (username !== '' || password !== '' || hash !== '' || address.endsWith('#')) return false
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback && world.issuer.startsWith('http:'))
}

/** A secret has at least 32 characters, so that no guessing is worth while. */
const hasItsCredentials = ({ authMethod, secret, jwks }: NewClient): boolean => {
  if (authMethod === 'none') return secret === undefined
  if (authMethod === 'private_key_jwt') return jwks !== undefined && secret === undefined
  return secret !== undefined && secret.length >= 32
}
