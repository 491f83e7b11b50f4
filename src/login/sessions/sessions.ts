import type { Db, Trx } from '../../database/database.js'
import type { AppContext } from '../../context/app-context.js'
import { tellServices } from '../relying-sessions/relying-sessions.js'
import {
  refuseEarlierSignIns,
  databaseTime,
  markAllEnded,
  markEnded,
  markEveryEnded,
  markOldestEnded,
  noteSignIn,
  selectSession,
  lockSessions,
  upsertSession,
} from './sessions.queries.js'
import type { EndReason, Session, WhichSession } from './session.js'

export interface SaveSession {
  readonly idHash: Buffer
  readonly uid: string
  readonly accountId?: string | undefined
  /** As the provider wants it back; its `loginTs` tells when the person proved who they are. */
  readonly payload: Readonly<Record<string, unknown>>
  readonly source?: string | undefined
}

/** False when it was ended meanwhile: an ended session is never revived, whoever saves it once more. */
export async function saveSession(db: Db, input: SaveSession): Promise<boolean> {
  const { accountId = null, source = null, idHash, uid, payload } = input
  const { loginTs } = payload
  const provedAt = typeof loginTs === 'number' ? loginTs : null
  return await db.transaction().execute(async (trx) => {
    await lockSessions(trx, uid)
    if (accountId !== null) await lockSessions(trx, accountId)
    return await upsertSession(trx, { idHash, uid, accountId, provedAt, payload, source })
  })
}

/** Undefined when there is none, it was ended, was idle too long or is too old, by the database's clock. */
export async function findSession(
  db: Db,
  context: Pick<AppContext, 'policy'>,
  which: WhichSession,
): Promise<Session | undefined> {
  return await selectSession(db, which, context.policy.session)
}

/**
 * Whose it was, null when nobody had signed in; undefined when there was nothing to end. The services that it was used
 * with are told, unless it goes on under another name.
 */
export async function endSession(
  trx: Trx,
  input: WhichSession & { readonly reason: EndReason },
): Promise<string | null | undefined> {
  const ended = await markEnded(trx, input, input.reason)
  if (ended !== undefined && input.reason !== 'replaced') await tellServices(trx, { uids: [ended.uid] })
  return ended?.accountId
}

export interface EndSessions {
  readonly accountId: string
  /** The session of the person who does this, which stays. */
  readonly exceptIdHash?: Buffer | undefined
  readonly reason: EndReason
}

/** Ends an account's sessions, and those on their way to be opened, and tells the services; how many were live. */
export async function endSessions(trx: Trx, input: EndSessions): Promise<number> {
  await lockSessions(trx, input.accountId)
  await refuseEarlierSignIns(trx, input.accountId)
  const ended = await markAllEnded(trx, input)
  await tellServices(trx, { uids: ended.map(({ uid }) => uid) })
  return ended.filter(({ wasLive }) => wasLive).length
}

/** Ends everybody's sessions and tells the services: what a backup brings back was perhaps ended since. */
export async function endEverySession(trx: Trx): Promise<number> {
  const uids = await markEveryEnded(trx, 'restored')
  await tellServices(trx, { uids })
  return uids.length
}

/**
 * Somebody signs in, which is noted; before one more is opened, the oldest beyond what a person may have are ended. The
 * moment is the new one's beginning.
 */
export async function makeRoom(
  trx: Trx,
  { policy }: Pick<AppContext, 'policy'>,
  accountId: string,
): Promise<{ readonly at: Date; readonly ended: number }> {
  const limits = policy.session
  await lockSessions(trx, accountId)
  const at = await databaseTime(trx)
  await noteSignIn(trx, accountId)
  const uids = await markOldestEnded(trx, { accountId, keep: limits.perPerson - 1, limits })
  await tellServices(trx, { uids })
  return { at, ended: uids.length }
}
