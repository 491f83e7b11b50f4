import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import type { AppContext } from '../../context/app-context.js'
import { holdSession } from './sessions.queries.js'
import { endSession, endSessions } from './sessions.js'

/** An officer ends one of somebody's sessions, or all of them (security.md R-62). */
export interface EndAnothers {
  readonly accountId: string
  readonly by: string
  readonly from: Origin
}

export type EndedAnothers = { readonly kind: 'ended' } | { readonly kind: 'not-there' }

export async function endAnothersSession(
  trx: Trx,
  { policy }: Pick<AppContext, 'policy'>,
  { accountId, by, from, uid }: EndAnothers & { readonly uid: string },
): Promise<EndedAnothers> {
  if (!(await holdSession(trx, { uid, accountId }, policy.session))) return { kind: 'not-there' }
  await endSession(trx, { uid, reason: 'ended-by-officer' })
  await record(trx, from, { kind: 'session-ended', by, about: accountId, details: { why: 'ended-by-officer' } })
  return { kind: 'ended' }
}

/** Also those on their way to be opened; how many were live. */
export async function endAnothersSessions(trx: Trx, { accountId, by, from }: EndAnothers): Promise<number> {
  const ended = await endSessions(trx, { accountId, reason: 'ended-by-officer' })
  await record(trx, from, {
    kind: 'sessions-ended',
    by,
    about: accountId,
    details: { why: 'ended-by-officer', ended },
  })
  return ended
}
