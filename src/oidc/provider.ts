import OidcProvider, { type Configuration } from 'oidc-provider'
import type { Db } from '../database/database.js'
import type { World } from '../world/world.js'
import { adapterOn } from './storage/adapter.js'
import { tellsFromTheQueue } from './back-channel/leaving.js'
import { claimsByScope, findsAccount, scopes } from './claims.js'
import { grantsToOurOwn } from './consent.js'
import { cookies } from './cookies.js'
import { discovery } from './discovery.js'
import { answersFrom, isProviders } from './endpoints/routes.js'
import { logsRefusals, showsErrors, type Log } from './errors.js'
import { features } from './features.js'
import { interactionsOf } from './interaction.js'
import { signingKeys } from './keys.js'
import { lifetimes } from './lifetimes.js'
import { promptsOf } from './policy.js'
import { loginRoutes } from './routes.js'
import { comparesSecrets } from './secrets.js'
import { registerOwnTools } from '../relying-services/own-tools.js'

export interface ProviderParts {
  readonly db: Db
  readonly world: World
  readonly log: Log
}

/** OpenID Connect for relying services: authorization code with PKCE, and nothing else; and sign-in to our own tools. */
export async function openProvider(parts: ProviderParts) {
  const { db, world, log } = parts
  await registerOwnTools(db, world)
  const provider = new OidcProvider(world.issuer, await configuration(parts))
  // The front door wrote the forwarding headers itself; no client did.
  provider.proxy = true
  logsRefusals(provider, log)
  tellsFromTheQueue(provider, db, log)
  comparesSecrets(provider, db, world)
  const interactions = interactionsOf(provider, db)
  return {
    handles: isProviders,
    answer: answersFrom(provider, db),
    routes: loginRoutes({ db, world, interactions }),
  }
}

const configuration = async ({ db, world }: ProviderParts): Promise<Configuration> => ({
  adapter: adapterOn(db, world),
  jwks: { keys: [...(await signingKeys(db, world))] },
  enabledJWA: { idTokenSigningAlgValues: ['ES256', 'RS256'], clientAuthSigningAlgValues: ['ES256', 'RS256'] },
  clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  scopes,
  claims: claimsByScope,
  // Permissions stand in the id token too: a service that asks once at sign-in needs no second call.
  conformIdTokenClaims: false,
  // `none` is for our own tools alone: their registration allows it, and no other does.
  responseTypes: ['code', 'none'],
  pkce: { required: () => true },
  allowOmittingSingleRegisteredRedirectUri: false,
  acceptQueryParamAccessTokens: false,
  clockTolerance: 5,
  clientBasedCORS: () => false,
  expiresWithSession: () => true,
  issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  features: features(db),
  findAccount: findsAccount(db),
  loadExistingGrant: grantsToOurOwn(db),
  interactions: { policy: promptsOf(db), url: (_ctx, { uid }) => `/login/${uid}` },
  cookies: cookies(world),
  ttl: lifetimes(world.policy),
  renderError: showsErrors(db),
  discovery,
  routes: {
    authorization: '/oidc/auth',
    token: '/oidc/token',
    userinfo: '/oidc/userinfo',
    jwks: '/oidc/jwks',
    introspection: '/oidc/introspect',
    revocation: '/oidc/revoke',
    end_session: '/oidc/logout',
  },
})
