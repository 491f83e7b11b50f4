import type { Db } from '../../database/database.js'
import { assertNever } from '../../assert-never.js'
import { parseJob, type Job, type JobHandlers } from './job.js'
import { enqueueJob } from './enqueue-job.js'
import type { Log } from '../../log.js'

/** Does some of a job; what is left of it waits in the queue like any other. */
export async function runJob(
  db: Db,
  { payload, handlers, log }: { readonly payload: unknown; readonly handlers: JobHandlers; readonly log: Log },
): Promise<void> {
  const job = parseJob(payload)
  const left = await some(db, job, { handlers, log })
  if (left === 'more') await db.transaction().execute(async (trx) => await enqueueJob(trx, job))
}

/** Each kind by who does it. */
const some = async (db: Db, job: Job, { handlers, log }: { readonly handlers: JobHandlers; readonly log: Log }) => {
  switch (job.kind) {
    case 'bulk-adding':
      return await handlers[job.kind](db, job, log)
    case 'audit-verifying':
      return await handlers[job.kind](db, job, log)
    case 'disposing':
      return await handlers[job.kind](db, job, log)
    default:
      return assertNever(job)
  }
}
