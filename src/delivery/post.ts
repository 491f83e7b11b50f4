import type { Trx } from '../database/database.js'
import type { Letter } from './letter.js'
import { textIn } from './undelivered.js'
import { codeQueue, letterQueue, putAll, queueIn } from './queues.js'

export interface Posting {
  /** Not before this moment. */
  readonly startAfter?: Date
}

/** Puts a letter into the queue in the caller's transaction: committed with the change, or gone with it. */
export async function post(trx: Trx, letter: Letter, { startAfter }: Posting = {}): Promise<void> {
  const options = startAfter === undefined ? {} : { startAfter }
  const id = await queueIn(trx).send(queueFor(letter, options), letter, options)
  if (id === null) throw new Error(`The letter ${letter.kind} did not get into the queue.`)
}

/** What is to be sent later, nobody waits for; when its day has come it goes with the other letters. */
export function queueFor(letter: unknown, { startAfter }: Posting = {}): string {
  return textIn(letter, 'kind') === 'one-time-password' && startAfter === undefined ? codeQueue : letterQueue
}

/** The same, of many, in one statement. */
export async function postAll(trx: Trx, letters: readonly Letter[]): Promise<void> {
  await putAll(
    trx,
    letterQueue,
    letters.map((letter) => ({ data: letter })),
  )
}
