import type { AdapterPayload } from 'oidc-provider'
import type { Db } from '../database/database.js'
import { needsSecret, type Client } from '../relying-services/client.js'
import { findClient, liveClient } from '../relying-services/find.js'

/** What our own pages and claims need to know of a relying service. */
export interface RelyingService extends Pick<
  Client,
  'id' | 'name' | 'homeUri' | 'services' | 'isFirstParty' | 'isOwnTool'
> {
  /** The origins where a form of ours may end up when it leads back to the service. */
  readonly origins: readonly string[]
}

export async function relyingService(db: Db, id: string): Promise<RelyingService | undefined> {
  const client = await liveClient(db, id)
  return client && { ...client, origins: originsOf(client) }
}

/** Undefined unless it is registered and turned off, which a person who comes from it is told. */
export async function turnedOffService(db: Db, id: string): Promise<Client | undefined> {
  const client = await findClient(db, id)
  return client?.disabledAt === undefined ? undefined : client
}

/** The library keeps by this name which services a client asks for, as it read them at the beginning of the request. */
export const servicesOfClient = 'services'

/** A relying service as the library knows it, asked for anew at each request. */
export async function clientMetadata(db: Db, id: string): Promise<AdapterPayload | undefined> {
  const client = await liveClient(db, id)
  if (client === undefined) return undefined
  return {
    client_id: client.id,
    client_name: client.name.sv,
    application_type: 'web',
    response_modes: ['query', 'form_post'],
    ...whatItIsGiven(client),
    [servicesOfClient]: [...client.services],
    token_endpoint_auth_method: client.authMethod,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    id_token_signed_response_alg: client.idTokenSignedResponseAlg,
    // It knows each session by a name of its own, which its id tokens carry.
    ...(client.backchannelLogoutUri !== undefined && {
      backchannel_logout_uri: client.backchannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
    ...(needsSecret(client.authMethod) && { client_secret: 'compared in secrets.ts' }),
    ...(client.publicKeys !== undefined && { jwks: { keys: [...client.publicKeys.keys] } }),
  }
}

/** A relying service is given a code for its tokens; our own tools are given nothing, and can ask for nothing. */
const whatItIsGiven = ({ isOwnTool, mayRefresh }: Client): Pick<AdapterPayload, 'response_types' | 'grant_types'> =>
  isOwnTool
    ? { response_types: ['none'], grant_types: [] }
    : {
        response_types: ['code'],
        grant_types: mayRefresh ? ['authorization_code', 'refresh_token'] : ['authorization_code'],
      }

const originsOf = ({ homeUri, redirectUris, postLogoutRedirectUris }: Client): readonly string[] => {
  const addresses = [homeUri, ...redirectUris, ...postLogoutRedirectUris]
  return [...new Set(addresses.map((address) => new URL(address).origin))]
}
