import type { Configuration } from 'oidc-provider'
import type { Db } from '../database/database.js'
import type { AppContext } from '../context/app-context.js'
import { claimsByScope, findsAccount, scopes } from './claims.js'
import { servicesOfClient } from './clients.js'
import { grantsAsAgreed } from './consent.js'
import { cookies } from './cookies.js'
import { discovery } from './discovery.js'
import { showsErrors } from './errors.js'
import { features } from './features.js'
import { signingKeys } from './keys/signing-keys.js'
import { lifetimes } from './lifetimes.js'
import { promptsOf } from './policy.js'
import { refusesLongAssertions, tolerance } from './assertions.js'
import { adapterOn } from './storage/adapter.js'

interface Built {
  readonly db: Db
  readonly context: AppContext
}

/** What the library is built of: our storage, our pages, our keys, and the few things that it is let do. */
export const configuration = async ({ db, context }: Built): Promise<Configuration> => ({
  adapter: adapterOn(db, context),
  jwks: { keys: [...(await signingKeys(db, context))] },
  enabledJWA: { idTokenSigningAlgValues: ['ES256', 'RS256'], clientAuthSigningAlgValues: ['ES256', 'RS256'] },
  clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  extraClientMetadata: { properties: [servicesOfClient] },
  scopes,
  claims: claimsByScope,
  // Permissions stand in the id token too: a service that asks once at sign-in needs no second call.
  conformIdTokenClaims: false,
  // `none` is for our own tools alone: their registration allows it, and no other does.
  responseTypes: ['code', 'none'],
  pkce: { required: () => true },
  allowOmittingSingleRegisteredRedirectUri: false,
  acceptQueryParamAccessTokens: false,
  clockTolerance: tolerance,
  // Every key set is registered whole: the library has nothing to fetch.
  fetch: async () => await Promise.reject(new Error('The provider fetches nothing.')),
  assertJwtClientAuthClaimsAndHeader: refusesLongAssertions(db, context),
  clientBasedCORS: () => false,
  expiresWithSession: () => true,
  issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  features: features(db),
  findAccount: findsAccount(db),
  loadExistingGrant: grantsAsAgreed(db),
  interactions: { policy: promptsOf(db), url: (_ctx, { uid }) => `/login/${uid}` },
  cookies: cookies(context),
  ttl: lifetimes(context.policy),
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
