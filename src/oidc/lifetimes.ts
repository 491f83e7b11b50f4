import type { Configuration } from 'oidc-provider'
import type { Policy } from '../../config/policy.js'

/** How long each artefact may live, in seconds. A session ends earlier when it is idle: the database sees to that. */
export function lifetimes({ tokens, session }: Policy): NonNullable<Configuration['ttl']> {
  const sessionSeconds = session.absoluteHours * 3600
  return {
    AccessToken: tokens.accessTokenMinutes * 60,
    AuthorizationCode: tokens.authorizationCodeSeconds,
    IdToken: tokens.idTokenMinutes * 60,
    Interaction: tokens.interactionMinutes * 60,
    Grant: sessionSeconds,
    Session: sessionSeconds,
    // Rotation does not prolong: the whole family ends when its first token would have.
    RefreshToken: (_ctx, token) => Math.max(1, tokens.refreshTokenHours * 3600 - token.totalLifetime()),
  }
}
