import type { TellsService, ToldService } from '../../delivery/notices/notice.js'
import { calledAddressFault } from '../../relying-services/addresses.js'
import { findClient } from '../../relying-services/find.js'
import type { Called } from '../../relying-services/inside.js'
import { logoutToken } from './logout-token.js'
import { postOutside } from './post-outside.js'

/**
 * Tells a relying service that a session of its own has ended, at exactly the address that an officer registered:
 * nothing that an answer says leads anywhere else, and nothing of it is read but the status (security.md T17, F-33).
 */
export const tellService: TellsService = async (db, context, notice) => {
  // Also one that has been turned off: it is told to let go of everybody.
  const client = await findClient(db, notice.clientId)
  const address = client?.backchannelLogoutUri
  if (client === undefined || address === undefined) return { kind: 'nobody' }
  // Our own address may have moved to https, or the agency's own network changed, since it was registered.
  if (calledAddressFault(context, address) !== undefined) return { kind: 'later', reason: 'unsafe-address' }
  const token = await logoutToken(db, context, { ...notice, alg: client.idTokenSignedResponseAlg })
  return await posted(context, address, token)
}

const posted = async (called: Called, address: string, token: string): Promise<ToldService> => {
  try {
    const status = await postOutside(called, address, new URLSearchParams({ logout_token: token }))
    return [200, 204].includes(status) ? { kind: 'told' } : { kind: 'later', reason: String(status) }
  } catch (error) {
    return { kind: 'later', reason: whyNot(error) }
  }
}

/** `timeout`, `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `inside-address` …: the code and never the message. */
const whyNot = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'AbortError') return 'timeout'
  return 'code' in error ? String(error.code) : 'unreachable'
}
