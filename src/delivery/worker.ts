import type { JobResult, JobWithMetadata, PgBoss, WorkOptions } from 'pg-boss'
import type pg from 'pg'
import type { Db } from '../database/database.js'
import type { AppContext } from '../context/app-context.js'
import type { JobHandlers } from './jobs/job.js'
import { runJob } from './jobs/run-job.js'
import type { TellsService } from './notices/notice.js'
import { notify } from './notices/notify.js'
import { giveBackLost } from './delivery.queries.js'
import { jobQueue, codeQueue, mailQueue, noticeQueue, queueOn } from './queues.js'
import { sendMail, type Sending, type Sent } from './send.js'
import type { Log } from '../log.js'

export interface WorkerDeps extends Sending {
  readonly tellService: TellsService
  readonly handlers: JobHandlers
  /** A few connections for the queue alone, in the service's role. */
  readonly pool: pg.Pool
  readonly log: Log
  readonly pace?: Partial<Pace>
}

export interface Pace {
  /** Mails, and notices, sent at once by this process: one that hangs does not hold up the others. */
  readonly workers: number
  /** How often each worker looks for a mail; after a long stop the queue is drained at this rate. */
  readonly lookSeconds: number
  readonly supervisionSeconds: number
}

export interface Worker {
  /** Takes no more mails, finishes those at hand, and closes the transport. */
  readonly close: (options?: { readonly withinMilliseconds?: number }) => Promise<void>
}

const usual: Pace = { workers: 4, lookSeconds: 1, supervisionSeconds: 5 }

/** Starts sending what lies in the queues. A database that goes away is waited for. */
export async function startWorker(db: Db, context: AppContext, deps: WorkerDeps): Promise<Worker> {
  const { workers, lookSeconds, supervisionSeconds } = { ...usual, ...deps.pace }
  const queue = queueOn(deps.pool, { supervisionSeconds })
  queue.on('error', (error) => deps.log.error({ err: error }, 'the queues cannot be reached'))
  await queue.start()
  const work = async (name: string, attempt: Attempt, options: WorkOptions = {}) =>
    await queue.work(
      name,
      { localConcurrency: workers, pollingIntervalSeconds: lookSeconds, ...options, ...oneByOne },
      async (jobs: JobWithMetadata<unknown>[]) =>
        await Promise.all(jobs.map(async (job) => resultOf(job, await attempt(db, context, { deps, job })))),
    )
  await work(mailQueue, tryMail)
  await work(codeQueue, tryMail, { pollingIntervalSeconds: Math.min(lookSeconds, soon) })
  // A service that answers nobody keeps only half of the workers waiting.
  await work(noticeQueue, tryNotice, { localGroupConcurrency: Math.ceil(workers / 2) })
  // One at a time in each process: a long one leaves the database to those who wait for a page.
  await work(jobQueue, tryJob, { localConcurrency: 1 })
  const stopGiving = givesBackLost(db, { log: deps.log, everySeconds: supervisionSeconds })
  return {
    close: async ({ withinMilliseconds = 20_000 } = {}) => {
      await stopGiving()
      await close(queue, { deps, withinMilliseconds })
    },
  }
}

/** Seconds between two looks of a worker for a one-time password. */
const soon = 0.5

const oneByOne = { includeMetadata: true, perJobResults: true } as const

interface Tried {
  readonly deps: WorkerDeps
  readonly job: JobWithMetadata<unknown>
}

type Attempt = (db: Db, context: AppContext, tried: Tried) => Promise<Sent>

const tryMail: Attempt = async (db, context, { deps, job }) => {
  const sent = await sendMail(db, context, {
    ...deps,
    payload: job.data,
    messageId: messageIdOf(job.id, context.issuer),
    isLast: isLast(job),
  }).catch((error: unknown): Sent => {
    deps.log.error({ job: job.id, err: error }, 'a mail could not be written')
    return { kind: 'later', reason: 'not-written' }
  })
  deps.log.info({ job: job.id, ...sent }, 'a mail was tried')
  return sent
}

const tryNotice: Attempt = async (db, context, { deps, job }) => {
  const { tellService, tell } = deps
  const sent = await notify(db, context, { payload: job.data, isLast: isLast(job), tellService, tell }).catch(
    (error: unknown): Sent => {
      deps.log.error({ job: job.id, err: error }, 'a relying service could not be told')
      return { kind: 'later', reason: 'not-sent' }
    },
  )
  deps.log.info({ job: job.id, client: job.groupId, ...sent }, 'a notice to a relying service was tried')
  return sent
}

const tryJob: Attempt = async (db, _context, { deps, job }) => {
  const { handlers, log } = deps
  try {
    await runJob(db, { payload: job.data, handlers, log })
    return { kind: 'sent' }
  } catch (error) {
    log.error({ job: job.id, err: error }, 'a job could not be done')
    return { kind: 'later', reason: 'not-done' }
  }
}

/** Looks for jobs whose worker died; never two looks at once. The answer is how to stop it. */
const givesBackLost = (db: Db, { log, everySeconds }: { readonly log: Log; readonly everySeconds: number }) => {
  let under: Promise<void> | undefined
  const look = async () => {
    try {
      await giveBackLost(db, [codeQueue, mailQueue, noticeQueue, jobQueue])
    } catch (error) {
      log.error({ err: error }, 'jobs of dead workers could not be given back')
    } finally {
      under = undefined
    }
  }
  const timer = setInterval(() => void (under ??= look()), everySeconds * 1_000)
  return async () => {
    clearInterval(timer)
    await under
  }
}

const isLast = (job: JobWithMetadata<unknown>) => job.retryCount >= job.retryLimit

/** The same at every try, so that a mail program shows two copies as one. */
const messageIdOf = (jobId: string, issuer: string) => `<${jobId}@${new URL(issuer).hostname}>`

const resultOf = (job: JobWithMetadata<unknown>, sent: Sent): JobResult => {
  if (sent.kind === 'later') return { id: job.id, status: 'failed', output: { reason: sent.reason } }
  if (sent.kind !== 'undeliverable') return { id: job.id, status: 'completed', output: { kind: sent.kind } }
  const output = { reason: sent.reason, about: sent.about ?? null, isTold: true }
  return { id: job.id, status: 'deadletter', output }
}

const close = async (
  queue: PgBoss,
  { deps, withinMilliseconds }: { readonly deps: WorkerDeps; readonly withinMilliseconds: number },
) => {
  await queue.stop({ graceful: true, timeout: withinMilliseconds })
  deps.transport.close()
}
