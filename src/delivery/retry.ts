import { randomUUID } from 'node:crypto'
import type { Trx } from '../database/database.js'
import { takeDeadLetter } from './delivery.queries.js'
import { queueFor } from './enqueue-mail.js'
import { deadLetterQueue, queueIn } from './queues.js'
import { undeliveredFrom, type Undelivered } from './undelivered.js'

/** Of two who ask at once, one did it. */
export type Retried =
  | { readonly kind: 'taken'; readonly letter: Undelivered }
  /** Somebody else was first, or it was never there. */
  | { readonly kind: 'gone' }

/** Puts a mail that was given up into the queue anew, as the same intention: it is written as things are now. */
export async function sendAnew(trx: Trx, id: string): Promise<Retried> {
  const row = await takeDeadLetter(trx, { queue: deadLetterQueue, id })
  if (row === undefined) return { kind: 'gone' }
  const { payload } = row
  if (typeof payload !== 'object' || payload === null) return { kind: 'gone' }
  const sent = await queueIn(trx).send(queueFor(payload), payload, { id: randomUUID() })
  if (sent === null) throw new Error('The mail did not get into the queue anew.')
  return { kind: 'taken', letter: undeliveredFrom(row) }
}

/** Takes it off the list: somebody has looked at it. */
export async function dismiss(trx: Trx, id: string): Promise<Retried> {
  const row = await takeDeadLetter(trx, { queue: deadLetterQueue, id })
  return row === undefined ? { kind: 'gone' } : { kind: 'taken', letter: undeliveredFrom(row) }
}
