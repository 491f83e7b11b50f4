import type { Trx } from '../database/database.js'
import type { Letter } from './letter.js'
import { letterQueue, putAll, queueIn } from './queues.js'

export interface Posting {
  /** Not before this moment. */
  readonly startAfter?: Date
}

/** Puts a letter into the queue in the caller's transaction: committed with the change, or gone with it. */
export async function post(trx: Trx, letter: Letter, { startAfter }: Posting = {}): Promise<void> {
  const id = await queueIn(trx).send(letterQueue, letter, startAfter === undefined ? {} : { startAfter })
  if (id === null) throw new Error(`The letter ${letter.kind} did not get into the queue.`)
}

/** The same, of many, in one statement. */
export async function postAll(trx: Trx, letters: readonly Letter[]): Promise<void> {
  await putAll(
    trx,
    letterQueue,
    letters.map((letter) => ({ data: letter })),
  )
}
