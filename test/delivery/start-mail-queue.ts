import type { ExecutionContext } from 'ava'
import { openPool, serviceRole, type Db } from '../../src/database/database.js'
import type { JobHandlers } from '../../src/delivery/jobs/job.js'
import type { MailJob, Mail, MailWriters } from '../../src/delivery/mail-job.js'
import { NotNow, type MailTransport } from '../../src/delivery/transport.js'
import type { TellsService } from '../../src/delivery/notices/notice.js'
import { enqueueMail, type EnqueueOptions } from '../../src/delivery/enqueue-mail.js'
import { installQueues } from '../../src/delivery/queues.js'
import type { Fate } from '../../src/delivery/send.js'
import { startWorker, type Pace } from '../../src/delivery/worker.js'
import { patience, freshDatabase, type FreshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'
import { silentLog } from '../support/silent-log.js'

export const accountId = '00000000-0000-4000-8000-00000000000a'
export const codeId = '00000000-0000-4000-8000-00000000000c'
export const job: MailJob = { kind: 'one-time-password', id: codeId }
export const aMail: Mail = {
  to: 'reporter@skola.example',
  subject: 'Ditt engångslösenord',
  text: 'Din kod är 12345678.\n',
  html: '<p>Din kod är 12345678.</p>',
  about: accountId,
}

export interface TestMailQueue extends FreshDatabase {
  readonly fates: Fate[]
  readonly put: (job: MailJob, options?: EnqueueOptions) => Promise<void>
  /** Starts a worker of its own, with the same writers and transport unless given others. */
  readonly open: (deps?: Partial<TestWorkerDeps>) => Promise<{ readonly close: () => Promise<void> }>
}

const usual: Pick<TestWorkerDeps, 'write' | 'tellService' | 'handlers'> = {
  handlers: { 'bulk-adding': async () => 'done', 'audit-verifying': async () => 'done', disposing: async () => 'done' },
  write: async () => aMail,
  tellService: async () => ({ kind: 'told' }),
}

interface TestWorkerDeps {
  readonly transport: MailTransport
  readonly write: (db: Db, job: MailJob) => Promise<Mail | undefined>
  readonly tellService: TellsService
  readonly handlers: JobHandlers
  readonly pace: Partial<Pace>
}

interface TestQueueOptions extends TestWorkerDeps {
  readonly leaseSeconds: number
}

/** A queue in a hurry: a second between tries, a lease of three unless told otherwise, three retries. */
export async function startMailQueue(
  t: ExecutionContext,
  mailQueue: Partial<TestQueueOptions> = {},
): Promise<TestMailQueue> {
  const { leaseSeconds = 3, ...deps } = mailQueue
  const place = await freshDatabase(t)
  const hurry = { leaseSeconds, retryDelaySeconds: 1, longestRetryDelaySeconds: 1, retries: 3 }
  await installQueues(place.ownerUrl, hurry)
  const fates: Fate[] = []
  const open = async (given: Partial<TestWorkerDeps> = {}) => {
    const { transport, write, pace, tellService, handlers } = {
      ...usual,
      transport: outbox().transport,
      ...deps,
      ...given,
    }
    const pool = openPool({ url: place.ownerUrl, size: 3, role: serviceRole, patience })
    const opened = await startWorker(place.db, testContext(), {
      pool,
      transport,
      writers: writersOf(write),
      handlers,
      tell: async (_trx, fate) => void fates.push(fate),
      tellService,
      log: silentLog,
      pace: { lookSeconds: 0.5, supervisionSeconds: 1, ...pace },
    })
    let isClosed = false
    const close = async () => {
      if (isClosed) return
      isClosed = true
      await opened.close({ withinMilliseconds: 1000 })
      await pool.end()
    }
    t.teardown(close)
    return { close }
  }
  const put = async (one: MailJob, options?: EnqueueOptions) =>
    await place.db.transaction().execute(async (trx) => await enqueueMail(trx, one, options))
  return { ...place, fates, put, open }
}

export const writersOf = (write: TestWorkerDeps['write']): MailWriters => ({
  'one-time-password': async (db, _context, one) => await write(db, one),
  'one-time-password-reminder': async (db, _context, one) => await write(db, one),
  'password-changed': async (db, _context, one) => await write(db, one),
  'account-locked': async (db, _context, one) => await write(db, one),
  'session-limit': async (db, _context, one) => await write(db, one),
  'appointment-started': async (db, _context, one) => await write(db, one),
  'appointment-ended': async (db, _context, one) => await write(db, one),
  'organisation-ended': async (db, _context, one) => await write(db, one),
  'permissions-changed': async (db, _context, one) => await write(db, one),
  'permission-asked-for': async (db, _context, one) => await write(db, one),
  'permission-declined': async (db, _context, one) => await write(db, one),
  'account-ended': async (db, _context, one) => await write(db, one),
  'account-reopened': async (db, _context, one) => await write(db, one),
  'access-reset': async (db, _context, one) => await write(db, one),
  'accounts-merged': async (db, _context, one) => await write(db, one),
  'ending-decided': async (db, _context, one) => await write(db, one),
  'email-changed': async (db, _context, one) => await write(db, one),
})

export interface Handed {
  readonly mail: Mail
  readonly messageId: string
}

/** A transport that keeps what it is handed, after refusing the first so many. */
export function outbox({ refusing = 0 } = {}) {
  const handed: Handed[] = []
  const refused: Handed[] = []
  const transport: MailTransport = {
    send: async (mail, messageId) => {
      if (refused.length < refusing) {
        refused.push({ mail, messageId })
        throw new NotNow('451 4.7.1')
      }
      handed.push({ mail, messageId })
      return 'sent'
    },
    close: () => undefined,
  }
  return { handed, refused, transport }
}

/** Waits until it holds, at most so long. On a machine with much to do a look may fail: then it is looked again. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 60): Promise<boolean> {
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    if (
      await Promise.resolve()
        .then(holds)
        .catch(() => false)
    )
      return true
    await sleep(50)
  }
  return false
}

export const sleep = async (milliseconds: number) => await new Promise((resolve) => setTimeout(resolve, milliseconds))
