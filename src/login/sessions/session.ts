/**
 * A session is the provider's, kept in our table so that it ends when we say so: idle too long, too old, signed out,
 * a new password, one session too many (security.md 1.3, R-55 to R-63). Ended is for good: nothing revives its row,
 * and nothing opens another in its place but a sign-in made afterwards. Every token is bound to its session.
 */

/** `replaced`: the browser got a new identifier for the same session, as it does at every sign-in. */
export type EndReason =
  | 'replaced'
  | 'signed-out'
  | 'password-changed'
  | 'too-many-sessions'
  | 'account-ended'
  | 'restored'
  | 'ended-by-officer'
  | 'access-reset'

export interface Session {
  readonly uid: string
  readonly accountId: string | null
  readonly payload: Readonly<Record<string, unknown>>
  readonly openedAt: Date
  readonly signedInAt: Date | null
}

/** By the digest of the browser's identifier, or by the name that tokens know the session by. */
export type WhichSession = { readonly idHash: Buffer } | { readonly uid: string }

/** What such a name looks like: whatever else a form says is nobody's session. */
export const sessionUid = /^[\w-]{1,64}$/

/** The identifier's cookie; __Host- binds it to this host and to https. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-portvakt_session' : 'portvakt_session'
}
