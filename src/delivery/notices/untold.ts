import type { Db } from '../../database/database.js'
import { deadLetters, queueLengths, type DeadLetter } from '../delivery.queries.js'
import { deadNoticeQueue, noticeQueue } from '../queues.js'
import { textIn, type QueueState } from '../undelivered.js'

/** A relying service that was not told of the end of a session, for officers and the command line. */
export interface Untold {
  readonly id: string
  readonly clientId: string | undefined
  readonly accountId: string | undefined
  /** `given up: 500`, `given up: timeout`, `corrupt` … */
  readonly reason: string
  readonly tries: number
  readonly endedAt: Date
  readonly givenUpAt: Date
}

/** The latest first. */
export async function untoldServices(db: Db, { limit = 200 } = {}): Promise<readonly Untold[]> {
  return (await deadLetters(db, { queue: deadNoticeQueue, limit })).map(untoldFrom)
}

export function untoldFrom(row: DeadLetter): Untold {
  return {
    id: row.id,
    clientId: textIn(row.payload, 'clientId'),
    accountId: textIn(row.payload, 'accountId'),
    // Without a reason of ours: its workers died, one after the other, before they could tell one.
    reason: textIn(row.outcome, 'reason') ?? 'interrupted',
    tries: row.tries,
    endedAt: row.posted_at,
    givenUpAt: row.given_up_at,
  }
}

/** For /metrics. */
export async function noticeState(db: Db): Promise<QueueState> {
  const { waiting, oldest_seconds, dead } = await queueLengths(db, { queues: [noticeQueue], dead: deadNoticeQueue })
  return { waiting, oldestSeconds: oldest_seconds, undelivered: dead }
}
