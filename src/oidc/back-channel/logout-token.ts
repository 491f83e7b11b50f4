import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Db } from '../../database/database.js'
import type { LogoutNotice } from '../../delivery/notices/notice.js'
import type { AppContext } from '../../context/app-context.js'
import { signingKey } from '../keys/signing-keys.js'
import { secondsNow } from '../oidc.queries.js'

const seconds = 120

/**
 * OpenID Connect Back-Channel Logout 1.0, 2.4: who must forget whose session. Made anew at each try, so that it never
 * lives longer than two minutes; never a nonce, so that it cannot pass for an id token.
 */
export async function logoutToken(
  db: Db,
  context: AppContext,
  { clientId, accountId, sid, alg }: LogoutNotice & { readonly alg: 'ES256' | 'RS256' },
): Promise<string> {
  const { kid, key } = await signingKey(db, context, alg)
  const now = await secondsNow(db)
  return await new SignJWT({ sid, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })
    .setProtectedHeader({ alg, kid, typ: 'logout+jwt' })
    .setIssuer(context.issuer)
    .setSubject(accountId)
    .setAudience(clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .setJti(randomUUID())
    .sign(key)
}
