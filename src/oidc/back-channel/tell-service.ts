import type { TellsService, ToldService } from '../../delivery/notices/notice.js'
import { isSafeAddress } from '../../relying-services/addresses.js'
import { findClient } from '../../relying-services/find.js'
import { logoutToken } from './logout-token.js'

const limitMilliseconds = 5_000

/**
 * Tells a relying service that a session of its own has ended, at exactly the address that an officer registered:
 * nothing that an answer says leads anywhere else, and nothing of it is read but the status (security.md T17, F-33).
 */
export const tellService: TellsService = async (db, world, notice) => {
  // Also one that has been turned off: it is told to let go of everybody.
  const client = await findClient(db, notice.clientId)
  const address = client?.backchannelLogoutUri
  if (client === undefined || address === undefined) return { kind: 'nobody' }
  // Our own address may have moved to https since it was registered.
  if (!isSafeAddress(world, address)) return { kind: 'later', reason: 'unsafe-address' }
  const token = await logoutToken(db, world, { ...notice, alg: client.idTokenSignedResponseAlg })
  return await posted(address, token)
}

const posted = async (address: string, token: string): Promise<ToldService> => {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token }),
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMilliseconds),
    })
    await answer.body?.cancel().catch(() => undefined)
    return [200, 204].includes(answer.status) ? { kind: 'told' } : { kind: 'later', reason: String(answer.status) }
  } catch (error) {
    return { kind: 'later', reason: whyNot(error) }
  }
}

/** `timeout`, `ECONNREFUSED`, `CERT_HAS_EXPIRED` …: the code and never the message. */
const whyNot = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreachable'
}
