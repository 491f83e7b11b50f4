import type { Db } from '../../database/database.js'
import { textIn } from '../undelivered.js'
import type { Log } from '../../log.js'

/** Work that is too long for a request, as the intention to do it. What it is about lies in the module that does it. */
export interface Jobs {
  /** A confirmed file of people is carried out. */
  readonly 'bulk-adding': { readonly kind: 'bulk-adding'; readonly draftId: string }
  /** The chain of audit events is walked along. */
  readonly 'audit-verifying': { readonly kind: 'audit-verifying'; readonly verificationId: string }
  /** Records that have been kept long enough go. */
  readonly disposing: { readonly kind: 'disposing'; readonly disposalId: string }
}

export type JobKind = keyof Jobs
export type Job = Jobs[JobKind]

/**
 * Does some of it. It may be called again after any part of it, also beside itself, so each part is done once by a
 * guard of its own. `more`: somebody should go on.
 */
export type JobHandler<K extends JobKind> = (db: Db, job: Jobs[K], log: Log) => Promise<'done' | 'more'>

/** Who does which: the app hands it to delivery, which knows no other module. */
export type JobHandlers = { readonly [K in JobKind]: JobHandler<K> }

/** From the queue. @throws TypeError when it is no job of ours */
export function parseJob(payload: unknown): Job {
  const said = (name: string) => textIn(payload, name)
  const [kind, draftId, verificationId, disposalId] = ['kind', 'draftId', 'verificationId', 'disposalId'].map(said)
  if (kind === 'bulk-adding' && draftId !== undefined) return { kind, draftId }
  if (kind === 'audit-verifying' && verificationId !== undefined) return { kind, verificationId }
  if (kind === 'disposing' && disposalId !== undefined) return { kind, disposalId }
  throw new TypeError('What lies in the queue is no job.')
}
