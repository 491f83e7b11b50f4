import type { Db, Trx } from '../../database/database.js'
import { deadLetters, queueLengths, takeDeadLetter } from '../delivery.queries.js'
import { jobQueue, failedJobQueue } from '../queues.js'
import { textIn, type QueueState } from '../undelivered.js'
import { parseJob } from './job.js'
import { enqueueJob } from './enqueue-job.js'

/** Work that failed at every try for a day, or whose workers died. It lies there for a year. */
export interface Undone {
  readonly id: string
  readonly kind: string
  /** The id of the file, the walk or the disposal. */
  readonly about: string | undefined
  readonly tries: number
  readonly begunAt: Date
  readonly givenUpAt: Date
}

/** The latest first. */
export async function failedJobs(db: Db, { limit = 200 } = {}): Promise<readonly Undone[]> {
  const rows = await deadLetters(db, { queue: failedJobQueue, limit })
  return rows.map(({ id, payload, tries, posted_at, given_up_at }) => ({
    id,
    kind: textIn(payload, 'kind') ?? 'unknown',
    about: ['draftId', 'verificationId', 'disposalId'].map((name) => textIn(payload, name)).find(isThere),
    tries,
    begunAt: posted_at,
    givenUpAt: given_up_at,
  }))
}

/** Puts it back among what waits, with all its tries; false when it does not lie there, or somebody else has done so. */
export async function retryChore(trx: Trx, id: string): Promise<boolean> {
  const undone = await takeDeadLetter(trx, { queue: failedJobQueue, id })
  if (undone === undefined) return false
  await enqueueJob(trx, parseJob(undone.payload))
  return true
}

/** For /metrics. */
export async function jobQueueState(db: Db): Promise<QueueState> {
  const { waiting, oldest_seconds, dead } = await queueLengths(db, { queues: [jobQueue], dead: failedJobQueue })
  return { waiting, oldestSeconds: oldest_seconds, undelivered: dead }
}

const isThere = (id: string | undefined) => id !== undefined
