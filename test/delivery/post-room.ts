import type { ExecutionContext } from 'ava'
import { openPool, serviceRole, type Db } from '../../src/database/database.js'
import type { Doers } from '../../src/delivery/chores/chore.js'
import type { Letter, Mail, Writers } from '../../src/delivery/letter.js'
import { NotNow, type Outlet } from '../../src/delivery/outlet.js'
import type { TellsService } from '../../src/delivery/notices/notice.js'
import { post, type Posting } from '../../src/delivery/post.js'
import { installQueues } from '../../src/delivery/queues.js'
import type { Fate } from '../../src/delivery/send.js'
import { startPost, type Pace } from '../../src/delivery/worker.js'
import { patience, freshDatabase, type FreshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'

export const accountId = '00000000-0000-4000-8000-00000000000a'
export const codeId = '00000000-0000-4000-8000-00000000000c'
export const letter: Letter = { kind: 'one-time-password', id: codeId }
export const aMail: Mail = {
  to: 'reporter@skola.example',
  subject: 'Ditt engångslösenord',
  text: 'Din kod är 12345678.\n',
  html: '<p>Din kod är 12345678.</p>',
  about: accountId,
}

export interface PostRoom extends FreshDatabase {
  readonly fates: Fate[]
  readonly put: (letter: Letter, posting?: Posting) => Promise<void>
  /** Starts a post office of its own, with the same writers and outlet unless told otherwise. */
  readonly open: (office?: Partial<Office>) => Promise<{ readonly close: () => Promise<void> }>
}

const usual: Pick<Office, 'write' | 'tellService' | 'doers'> = {
  doers: { 'bulk-adding': async () => 'done', 'audit-verifying': async () => 'done', disposing: async () => 'done' },
  write: async () => aMail,
  tellService: async () => ({ kind: 'told' }),
}

interface Office {
  readonly outlet: Outlet
  readonly write: (db: Db, letter: Letter) => Promise<Mail | undefined>
  readonly tellService: TellsService
  readonly doers: Doers
  readonly pace: Partial<Pace>
}

interface Room extends Office {
  readonly leaseSeconds: number
}

/** A queue in a hurry: a second between tries, a lease of three unless told otherwise, three retries. */
export async function postRoom(t: ExecutionContext, room: Partial<Room> = {}): Promise<PostRoom> {
  const { leaseSeconds = 3, ...office } = room
  const place = await freshDatabase(t)
  const hurry = { leaseSeconds, retryDelaySeconds: 1, longestRetryDelaySeconds: 1, retries: 3 }
  await installQueues(place.ownerUrl, hurry)
  const fates: Fate[] = []
  const open = async (given: Partial<Office> = {}) => {
    const { outlet, write, pace, tellService, doers } = { ...usual, outlet: outbox().outlet, ...office, ...given }
    const pool = openPool({ url: place.ownerUrl, size: 3, role: serviceRole, patience })
    const opened = await startPost(place.db, testContext(), {
      pool,
      outlet,
      writers: writersOf(write),
      doers,
      tell: async (_trx, fate) => void fates.push(fate),
      tellService,
      log: { info: () => undefined, error: () => undefined },
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
  const put = async (one: Letter, posting?: Posting) =>
    await place.db.transaction().execute(async (trx) => await post(trx, one, posting))
  return { ...place, fates, put, open }
}

export const writersOf = (write: Office['write']): Writers => ({
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

/** An outlet that keeps what it is handed, after refusing the first so many. */
export function outbox({ refusing = 0 } = {}) {
  const handed: Handed[] = []
  const refused: Handed[] = []
  const outlet: Outlet = {
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
  return { handed, refused, outlet }
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
