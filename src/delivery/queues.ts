import { fromKysely, PgBoss, type ConstructorOptions, type JobInsert, type Queue } from 'pg-boss'
import type pg from 'pg'
import { openPool, type Trx } from '../database/database.js'

/** Where mails wait, each as the intention to tell somebody something. */
export const mailQueue = 'letters'
/** Where a one-time password waits that somebody sits and waits for: other workers look here than for other mails. */
export const codeQueue = 'codes'
/** Where those lie that can never be delivered, until somebody has looked at them. */
export const deadLetterQueue = 'undelivered-letters'

/** Where notices to relying services wait, one for each of their sessions that ended. */
export const noticeQueue = 'logout-notices'
/** Where those lie that no service took in a day. */
export const deadNoticeQueue = 'untold-logout-notices'

/** Where work waits that is too long for a request. */
export const jobQueue = 'chores'
/** Where work lies that has failed for good, until somebody has looked at it. */
export const failedJobQueue = 'undone-chores'

/** How patient delivery is. The defaults are what the service promises; tests are in more of a hurry. */
export interface Patience {
  /**
   * A worker holds a mail this long: longer than one sending may last (smtp.ts), and with the look for dead
   * workers and the first delay less than a minute (security.md, G7).
   */
  readonly leaseSeconds: number
  /** Between the first tries; it doubles, up to the longest. */
  readonly retryDelaySeconds: number
  readonly longestRetryDelaySeconds: number
  /** About a day of trying, as mail servers do, before a mail is given up. */
  readonly retries: number
}

const patience: Patience = { leaseSeconds: 40, retryDelaySeconds: 5, longestRetryDelaySeconds: 900, retries: 120 }

/** A day, with the delays above: after that no session of a service's own lives that rested on ours (F-34). */
const noticeRetries = 102

const day = 24 * 3600

/** Lays pg-boss' schema and our queues in the database, or brings them to this version. The owner's work. */
export async function installQueues(url: string, wanted: Partial<Patience> = {}): Promise<void> {
  const pool = openPool({ url, size: 2 })
  const boss = new PgBoss({ db: onPool(pool), ...withoutTimers, migrate: true })
  boss.on('error', () => undefined)
  try {
    await boss.start()
    await putQueue(boss, { name: deadLetterQueue, retryLimit: 0, retentionSeconds: 365 * day })
    for (const name of [mailQueue, codeQueue]) {
      await putQueue(boss, workQueue({ name, deadLetter: deadLetterQueue }, { ...patience, ...wanted }))
    }
    await putQueue(boss, { name: deadNoticeQueue, retryLimit: 0, retentionSeconds: 365 * day })
    const noticePatience = { ...patience, retries: noticeRetries, ...wanted }
    await putQueue(boss, workQueue({ name: noticeQueue, deadLetter: deadNoticeQueue }, noticePatience))
    await putQueue(boss, { name: failedJobQueue, retryLimit: 0, retentionSeconds: 365 * day })
    await putQueue(boss, workQueue({ name: jobQueue, deadLetter: failedJobQueue }, { ...patience, ...wanted }))
  } finally {
    await boss.stop({ graceful: false })
    await pool.end()
  }
}

/** The queue as one transaction sees it: what is put into it commits with that transaction, or is gone with it. */
export function queueIn(trx: Trx): PgBoss {
  return new PgBoss({ db: fromKysely(trx), ...withoutTimers, migrate: false, createSchema: false })
}

/** All of them, in one statement. */
export async function putAll(trx: Trx, queue: string, jobs: readonly JobInsert[]): Promise<void> {
  if (jobs.length === 0) return
  const ids = await queueIn(trx).insert(queue, [...jobs], { returnId: true })
  if (ids?.length !== jobs.length) throw new Error(`Not all of it got into the queue ${queue}.`)
}

export interface Supervision {
  /** How often mails of dead workers are looked for. */
  readonly supervisionSeconds: number
}

/** The queue for workers: on connections of its own, in the role that may not change the schema. */
export function queueOn(pool: pg.Pool, { supervisionSeconds }: Supervision): PgBoss {
  return new PgBoss({
    db: onPool(pool),
    ...withoutTimers,
    migrate: false,
    createSchema: false,
    supervise: true,
    superviseIntervalSeconds: supervisionSeconds,
    monitorIntervalSeconds: supervisionSeconds,
    // Both need the owner's rights.
    reindex: false,
    monitorVacuum: false,
  })
}

const withoutTimers = { supervise: false, schedule: false, registerInstance: false, openTelemetry: { enabled: false } }

const workQueue = (queue: Pick<Queue, 'name' | 'deadLetter'>, wanted: Patience): Queue => ({
  ...queue,
  expireInSeconds: wanted.leaseSeconds,
  retryLimit: wanted.retries,
  retryBackoff: true,
  retryDelay: wanted.retryDelaySeconds,
  retryDelayMax: wanted.longestRetryDelaySeconds,
  retentionSeconds: 30 * day,
  deleteAfterSeconds: 7 * day,
})

const putQueue = async (boss: PgBoss, queue: Queue): Promise<void> => {
  const { name, ...options } = queue
  await boss.createQueue(name, options)
  await boss.updateQueue(name, options)
}

/** pg-boss wants the rows of each statement of a batch, which Kysely would not hand out. */
const onPool = (pool: pg.Pool): NonNullable<ConstructorOptions['db']> => ({
  executeSql: async (text, values) => await pool.query(text, values),
})
