import type { Db } from '../database/database.js'
import { deadLetters, queueLengths, type DeadLetter } from './delivery.queries.js'
import { codeQueue, deadLetterQueue, mailQueue } from './queues.js'

/** A mail that was given up, for officers, the command line and the demo mailbox. It holds no address and no text. */
export interface Undelivered {
  readonly id: string
  /** The kind of mail, or `unknown` for a corrupt one. */
  readonly kind: string
  readonly accountId: string | undefined
  /** `550 5.1.1`, `bad-address`, `corrupt`, `given up: ETIMEDOUT` … */
  readonly reason: string
  readonly tries: number
  readonly postedAt: Date
  readonly givenUpAt: Date
}

/** The latest first. */
export async function undeliveredMails(db: Db, { limit = 200 } = {}): Promise<readonly Undelivered[]> {
  return (await deadLetters(db, { queue: deadLetterQueue, limit })).map(undeliveredFrom)
}

export function undeliveredFrom(row: DeadLetter): Undelivered {
  return {
    id: row.id,
    kind: textIn(row.payload, 'kind') ?? 'unknown',
    accountId: textIn(row.outcome, 'about') ?? textIn(row.payload, 'accountId'),
    // Without a reason of ours: its workers died, one after the other, before they could tell one.
    reason: textIn(row.outcome, 'reason') ?? 'interrupted',
    tries: row.tries,
    postedAt: row.posted_at,
    givenUpAt: row.given_up_at,
  }
}

/** For /metrics. */
export interface QueueState {
  /** Letters not yet sent, those for a later day included. */
  readonly waiting: number
  /** How long the oldest mail that is due has been due. */
  readonly oldestSeconds: number
  readonly undelivered: number
}

export async function mailQueueState(db: Db): Promise<QueueState> {
  const { waiting, oldest_seconds, dead } = await queueLengths(db, {
    queues: [mailQueue, codeQueue],
    dead: deadLetterQueue,
  })
  return { waiting, oldestSeconds: oldest_seconds, undelivered: dead }
}

/** A text in what pg-boss keeps as JSON; undefined when it is not there. */
export function textIn(json: unknown, name: string): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const value = new Map<string, unknown>(Object.entries(json)).get(name)
  return typeof value === 'string' ? value : undefined
}
