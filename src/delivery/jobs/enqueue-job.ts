import type { Trx } from '../../database/database.js'
import { jobQueue, queueIn } from '../queues.js'
import type { Job } from './job.js'

/** Puts it into the queue in the caller's transaction: it is begun when that commits, and never when it does not. */
export async function enqueueJob(trx: Trx, job: Job): Promise<void> {
  const id = await queueIn(trx).send(jobQueue, job)
  if (id === null) throw new Error(`The job ${job.kind} did not get into the queue.`)
}
