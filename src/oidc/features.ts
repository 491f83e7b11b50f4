import type { Configuration } from 'oidc-provider'
import type { Db } from '../database/database.js'
import { findsAccount } from './claims.js'
import { askToLogOut, loggedOut } from './oidc.pages.js'

/** Every feature of the library, on or off, and why: this list is the security profile. */
export function features(db: Db): NonNullable<Configuration['features']> {
  const accountOf = findsAccount(db)
  return {
    // On: what a relying service needs, each of them tried by our tests.
    userinfo: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: askToLogOut(db), postLogoutSuccessSource: loggedOut(db) },
    revocation: {
      // A client gives back what is its own. Another's token is treated as unknown (RFC 7009, 2.1).
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    introspection: {
      // For services that must know at once: their own tokens, and never of an account that has ended or may do nothing there.
      enabled: true,
      allowedPolicy: async (ctx, client, token) => {
        if (client.clientAuthMethod === 'none' || token.clientId !== client.clientId) return false
        if (!('accountId' in token)) return false
        const account = await accountOf(ctx, token.accountId, token)
        ctx.oidc.entity('Account', account)
        return account !== undefined
      },
    },
    // For the session's name in id tokens. What the library would send itself is not sent: see back-channel/leaving.ts.
    backchannelLogout: { enabled: true },

    // Off: grants that let somebody in without our sign-in page.
    deviceFlow: { enabled: false },
    ciba: { enabled: false },
    clientCredentials: { enabled: false },
    // Off: clients that nobody at the agency has registered.
    registration: { enabled: false },
    registrationManagement: { enabled: false },
    clientIdMetadataDocument: { enabled: false },
    rpMetadataChoices: { enabled: false },
    // Off: other ways to send the request or its answer. Code with PKCE over TLS is the one way.
    requestObjects: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    claimsParameter: { enabled: false },
    jwtResponseModes: { enabled: false },
    webMessageResponseMode: { enabled: false },
    resourceIndicators: { enabled: false },
    richAuthorizationRequests: { enabled: false },
    fapi: { enabled: false, profile: undefined },
    // Off: other proofs of a client or a token than those we support people with.
    dPoP: { enabled: false },
    mTLS: { enabled: false },
    attestClientAuth: { enabled: false },
    // Off: claims are plain JSON over TLS, and access tokens are opaque.
    jwtUserinfo: { enabled: false },
    jwtIntrospection: { enabled: false },
    encryption: { enabled: false },
    externalSigningSupport: { enabled: false },
    openid4vci: { enabled: false },
    // Off: a sign-in that takes any password.
    devInteractions: { enabled: false },
  }
}
