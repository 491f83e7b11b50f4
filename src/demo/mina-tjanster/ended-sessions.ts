import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose'
import { Unreachable } from './unreachable.js'

/** What Portvakt says of itself (discovery), as far as its logout tokens need it. */
export interface Sayer {
  readonly issuer: string
  readonly jwksUri: string
  readonly clientId: string
}

const event = 'http://schemas.openid.net/event/backchannel-logout'

/**
 * The name of the session that a logout token ends (OpenID Connect Back-Channel Logout 1.0, 2.6); undefined for
 * anything else than a logout token of Portvakt's for us. That the same one comes twice does no harm: ended is ended.
 * @throws Unreachable when Portvakt's keys cannot be had
 */
export function readsLogoutTokens({
  issuer,
  jwksUri,
  clientId,
}: Sayer): (token: string) => Promise<string | undefined> {
  const keys = createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 5_000 })
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: clientId,
        typ: 'logout+jwt',
        algorithms: ['ES256'],
        requiredClaims: ['iat', 'exp', 'jti', 'sub'],
        clockTolerance: 5,
      })
      return sidOf(payload)
    } catch (error) {
      if (isRefusal(error)) return undefined
      throw new Unreachable('the keys', { cause: error })
    }
  }
}

const sidOf = ({ sid, events, nonce }: JWTPayload): string | undefined => {
  const isEnd = typeof events === 'object' && events !== null && Object.hasOwn(events, event)
  return isEnd && nonce === undefined && typeof sid === 'string' ? sid : undefined
}

/** The token is wrong; every other error says something about the way to the keys. */
const isRefusal = (error: unknown): boolean =>
  error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)

/**
 * Sessions live sealed in their browsers, so those that have ended are remembered until no browser can have one any
 * more. A restart forgets them: then Portvakt's answer at the next page says the same.
 */
export interface EndedSessions {
  readonly add: (sid: string) => void
  readonly has: (sid: string | undefined) => boolean
}

const day = 24 * 60 * 60 * 1000

export function endedSessions(now: () => number = Date.now): EndedSessions {
  const until = new Map<string, number>()
  return {
    add: (sid) => {
      for (const [old, end] of until) if (end <= now()) until.delete(old)
      until.set(sid, now() + day)
    },
    has: (sid) => sid !== undefined && (until.get(sid) ?? 0) > now(),
  }
}
