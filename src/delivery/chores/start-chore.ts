import type { Trx } from '../../database/database.js'
import { choreQueue, queueIn } from '../queues.js'
import type { Chore } from './chore.js'

/** Puts it into the queue in the caller's transaction: it is begun when that commits, and never when it does not. */
export async function startChore(trx: Trx, chore: Chore): Promise<void> {
  const id = await queueIn(trx).send(choreQueue, chore)
  if (id === null) throw new Error(`The chore ${chore.kind} did not get into the queue.`)
}
