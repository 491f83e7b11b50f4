import type { Trx } from '../database/database.js'
import type { MailJob } from './mail-job.js'
import { textIn } from './undelivered.js'
import { codeQueue, mailQueue, putAll, queueIn } from './queues.js'

export interface EnqueueOptions {
  /** Not before this moment. */
  readonly startAfter?: Date
}

/** Puts a mail into the queue in the caller's transaction: committed with the change, or gone with it. */
export async function enqueueMail(trx: Trx, job: MailJob, { startAfter }: EnqueueOptions = {}): Promise<void> {
  const options = startAfter === undefined ? {} : { startAfter }
  const id = await queueIn(trx).send(queueFor(job, options), job, options)
  if (id === null) throw new Error(`The letter ${job.kind} did not get into the queue.`)
}

/** What is to be sent later, nobody waits for; when its day has come it goes with the other mails. */
export function queueFor(job: unknown, { startAfter }: EnqueueOptions = {}): string {
  return textIn(job, 'kind') === 'one-time-password' && startAfter === undefined ? codeQueue : mailQueue
}

/** The same, of many, in one statement. */
export async function enqueueMails(trx: Trx, mails: readonly MailJob[]): Promise<void> {
  await putAll(
    trx,
    mailQueue,
    mails.map((job) => ({ data: job })),
  )
}
