import type { Trx } from '../../database/database.js'
import { postNotices } from '../../delivery/notices/post-notices.js'
import {
  takeRelyingSessions,
  takeRelyingSessionsAt,
  takeRelyingSessionsFor,
  upsertRelyingSession,
  type Loss,
  type RelyingSession,
} from './relying-sessions.queries.js'

export { findSessionUid } from './relying-sessions.queries.js'

/**
 * A session of ours is used with relying services, each of which opens one of its own on it and knows ours by a name
 * of its own, the `sid` (OpenID Connect Back-Channel Logout 1.0, 2.1). When ours ends, for whatever reason, each of them
 * is told, by a row in the transaction of the end (product.md, rule 10; security.md R-88, F-13). A session that only
 * falls idle with us tells nobody: the person may be hard at work with a service.
 *
 * The names are kept here as they were given out. The provider keeps them in its session, which it saves as a whole, so
 * that of two services opened at once one may be lost there.
 */
export async function rememberRelyingSession(trx: Trx, given: RelyingSession): Promise<void> {
  await upsertRelyingSession(trx, given)
}

export interface TellServices {
  readonly uids: readonly string[]
  /** Only this one: the person leaves it, and stays with us. */
  readonly clientId?: string
}

export async function tellServices(trx: Trx, ended: TellServices): Promise<void> {
  if (ended.uids.length === 0) return
  await tell(trx, await takeRelyingSessions(trx, ended))
}

/**
 * What somebody may do with these services has become less, though they stay signed in with us: the relying services
 * that ask for any of them are told to let go, and learn at the next sign-in what holds now (security.md T16).
 */
export async function tellServicesOfLoss(
  trx: Trx,
  lost: { readonly accountId: string; readonly services: readonly string[] },
): Promise<void> {
  const { accountId } = lost
  await tellServicesOfLosses(
    trx,
    lost.services.map((service) => ({ accountId, service })),
  )
}

/** The same, of many people's. */
export async function tellServicesOfLosses(trx: Trx, losses: readonly Loss[]): Promise<void> {
  if (losses.length > 0) await tell(trx, await takeRelyingSessionsFor(trx, losses))
}

/** A relying service that is turned off is told to let go of everybody; how many they are. */
export async function tellServicesOfTheirEnd(trx: Trx, clientId: string): Promise<number> {
  const left = await takeRelyingSessionsAt(trx, clientId)
  await tell(trx, left)
  return left.length
}

const tell = async (trx: Trx, left: readonly RelyingSession[]): Promise<void> =>
  await postNotices(
    trx,
    left.map(({ clientId, accountId, sid }) => ({ clientId, accountId, sid })),
  )
