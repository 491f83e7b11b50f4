import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import type { AppContext } from '../../context/app-context.js'
import { networkPart } from '../../values/network.js'
import { holdSession, selectSessionsOf } from './sessions.queries.js'
import { endSession, endSessions } from './sessions.js'

/** A person's own sessions: they see them and end them (security.md R-62). */
export interface OwnSession {
  readonly uid: string
  readonly signedInAt: Date
  readonly lastSeenAt: Date
  /** The beginning of the address; undefined when there is none. */
  readonly network: string | undefined
}

export async function sessionsOf(
  db: Db,
  { policy }: Pick<AppContext, 'policy'>,
  accountId: string,
): Promise<readonly OwnSession[]> {
  const found = await selectSessionsOf(db, accountId, policy.session)
  return found.flatMap(({ uid, signedInAt, lastSeenAt, source }) =>
    signedInAt === null ? [] : [{ uid, signedInAt, lastSeenAt, network: networkPart(source ?? '') }],
  )
}

export type EndedOwnSession =
  | { readonly kind: 'ended' }
  /** Ended before, not there, or somebody else's: they look the same. */
  | { readonly kind: 'not-there' }

export interface EndOwnSession {
  readonly accountId: string
  readonly uid: string
  /** The session that the person sits in. */
  readonly here: string
  readonly from: Origin
}

export async function endOwnSession(
  db: Db,
  { policy }: Pick<AppContext, 'policy'>,
  { accountId, uid, here, from }: EndOwnSession,
): Promise<EndedOwnSession> {
  return await db.transaction().execute(async (trx) => {
    if (!(await holdSession(trx, { uid, accountId }, policy.session))) return { kind: 'not-there' }
    await endSession(trx, { uid, reason: 'signed-out' })
    const who = { by: accountId, about: accountId }
    if (uid === here) await record(trx, from, { kind: 'signed-out', ...who })
    else await record(trx, from, { kind: 'session-ended', ...who, details: { why: 'signed-out-elsewhere' } })
    return { kind: 'ended' }
  })
}

/** Everywhere, here too; how many there were. */
export async function endOwnSessions(
  db: Db,
  { accountId, from }: { readonly accountId: string; readonly from: Origin },
): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const ended = await endSessions(trx, { accountId, reason: 'signed-out' })
    await record(trx, from, {
      kind: 'sessions-ended',
      by: accountId,
      about: accountId,
      details: { why: 'signed-out', ended },
    })
    return ended
  })
}
