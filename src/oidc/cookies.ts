import type { Configuration } from 'oidc-provider'
import { sessionCookieName } from '../login/sessions/session.js'
import type { AppContext } from '../context/app-context.js'

/** Signed with keys that rotate; Secure and prefixed wherever we are on https (RFC 6265bis, 4.1.3). */
export function cookies(context: AppContext): NonNullable<Configuration['cookies']> {
  const secure = context.issuer.startsWith('https:')
  const options = { httpOnly: true, sameSite: 'lax', secure, signed: true, overwrite: true } as const
  // These two live below one path each, which __Host- does not allow.
  const prefix = secure ? '__Secure-' : ''
  return {
    names: {
      session: sessionCookieName(secure),
      interaction: `${prefix}portvakt_interaction`,
      resume: `${prefix}portvakt_resume`,
    },
    long: { ...options, path: '/' },
    short: options,
    keys: context.keys.all('cookie').map(({ bytes }) => bytes.toString('base64url')),
  }
}
