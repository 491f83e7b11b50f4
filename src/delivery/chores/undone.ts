import type { Db } from '../../database/database.js'
import { deadLetters, queueLengths } from '../queries.js'
import { choreQueue, undoneChoreQueue } from '../queues.js'
import { textIn, type PostState } from '../undelivered.js'

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
export async function undoneChores(db: Db, { limit = 200 } = {}): Promise<readonly Undone[]> {
  const rows = await deadLetters(db, { queue: undoneChoreQueue, limit })
  return rows.map(({ id, payload, tries, posted_at, given_up_at }) => ({
    id,
    kind: textIn(payload, 'kind') ?? 'unknown',
    about: ['draftId', 'verificationId', 'disposalId'].map((name) => textIn(payload, name)).find(isThere),
    tries,
    begunAt: posted_at,
    givenUpAt: given_up_at,
  }))
}

/** For /metrics. */
export async function choreState(db: Db): Promise<PostState> {
  const { waiting, oldest_seconds, dead } = await queueLengths(db, { queues: [choreQueue], dead: undoneChoreQueue })
  return { waiting, oldestSeconds: oldest_seconds, undelivered: dead }
}

const isThere = (id: string | undefined) => id !== undefined
