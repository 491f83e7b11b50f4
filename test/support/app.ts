import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Mail } from '../../src/delivery/mail-job.js'
import { startWorker } from '../../src/delivery/worker.js'
import { openPool, serviceRole, type Db } from '../../src/database/database.js'
import { fillWithDemoData } from '../../src/demo/demo-data.js'
import { createApp } from '../../src/app.js'
import { tellService } from '../../src/oidc/back-channel/tell-service.js'
import { handlers, tellAudit, writers } from '../../src/mails.js'
import { hashingGate } from '../../src/context/hashing.js'
import type { KeyRing } from '../../src/context/keys.js'
import { takeUpSecrets } from '../../src/server/master-secrets.js'
import { openLog, type Log } from '../../src/log.js'
import type { AppContext } from '../../src/context/app-context.js'
import { answersUnreadable } from '../../src/web/unreadable.js'
import { patience, freshDatabase, type FreshDatabase, type Lifetime } from './database.js'
import { giveSigningKeys } from './signing-keys.js'
import { testContext, type TestContextOptions } from './context.js'

/** The whole service, listening, on a database of its own filled with the demo's people. */
export interface TestApp {
  readonly home: string
  readonly db: Db
  readonly owner: Db
  readonly ownerUrl: string
  readonly context: AppContext
  /** Everything that has been logged, a line each. */
  readonly logged: readonly string[]
  /** Every mail that has been sent. */
  readonly mails: readonly Mail[]
  /** Waits for the next mail to this address, or the next with this subject, that has not been taken yet. */
  readonly nextMail: (to: string, subject?: string) => Promise<Mail>
  /** Puts another instance of the service in front of the same database, as after a restart, with other secrets if given. */
  readonly restart: (keys?: KeyRing) => Promise<void>
}

export interface TestAppOptions extends TestContextOptions {
  readonly trustedProxies?: readonly string[]
  /** Where the demo's relying service is registered. */
  readonly relyingServiceAddress?: string
  /** Nothing is sent: as a process that dies as soon as it has answered. */
  readonly isWorkerOff?: boolean
  /** The demo mailbox shows what lies there; without it there is none. */
  readonly mailFolder?: string
  /** A database that another app has used. */
  readonly database?: FreshDatabase
}

export async function startTestApp(t: Lifetime, given: TestAppOptions = {}): Promise<TestApp> {
  const database = given.database ?? (await freshDatabase(t, templateFor(given)))
  const { db, owner, ownerUrl } = database
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end()
  const server = createServer((request, response) => answer(request, response))
  answersUnreadable(server)
  // Nobody's connection is let go while they are busy elsewhere: what they ask next would be lost.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const home = `http://localhost:${(server.address() as AddressInfo).port}`
  const context = testContext({ issuer: home, ...given, policy: { ...lenientSource, ...given.policy } })
  const logged: string[] = []
  const log = logInto(logged)
  const mails: Mail[] = []
  const address = given.relyingServiceAddress
  await giveSigningKeys(owner, context.keys)
  await fillWithDemoData(db, context, address === undefined ? {} : { address })
  const build = async (keys: KeyRing = context.keys) => {
    const { trustedProxies = [], mailFolder } = given
    const restarted = { ...context, keys, hashing: hashingGate(context.policy.hashing, keys) }
    await takeUpSecrets(db, keys, log)
    answer = await createApp({
      db,
      context: keys === context.keys ? context : restarted,
      log,
      trustedProxies,
      ...(mailFolder !== undefined && { mailFolder }),
    })
  }
  await build()
  if (given.isWorkerOff !== true) await openWorker(t, { db, context, ownerUrl, mails, log })
  t.teardown(async () => {
    server.closeAllConnections()
    server.close()
  })
  return { home, db, owner, ownerUrl, context, logged, mails, nextMail: nextMailIn(mails), restart: build }
}

/** The demo's people stand in a template already, unless they would be sealed, hashed or given codes otherwise. */
const templateFor = ({ keys, hashing, policy }: TestAppOptions) =>
  (keys ?? hashing ?? policy?.hashing ?? policy?.initialPassword) ? 'template_empty' : 'template_demo'

const openWorker = async (
  t: Lifetime,
  { db, context, ownerUrl, mails, log }: Pick<TestApp, 'db' | 'context' | 'ownerUrl'> & { mails: Mail[]; log: Log },
): Promise<void> => {
  const worker = await startWorker(db, context, {
    writers,
    handlers,
    tell: tellAudit,
    tellService,
    transport: { send: async (mail) => (mails.push(mail), 'sent'), close: () => undefined },
    pool: openPoolFor(t, ownerUrl),
    log,
    pace: { lookSeconds: 0.5, workers: 2 },
  })
  t.teardown(async () => await worker.close({ withinMilliseconds: 2_000 }))
}

/** Tests make many attempts from one address; those that are about source limits set their own. */
const lenientSource = {
  source: {
    failuresPerAddress: 10_000,
    failuresPerNetwork: 10_000,
    ordersPerAddress: 10_000,
    ordersPerNetwork: 10_000,
  },
  client: { wrongPerSource: 10_000 },
}

const openPoolFor = (t: Lifetime, url: string) => {
  const pool = openPool({ url, size: 3, role: serviceRole, patience })
  t.teardown(async () => await pool.end())
  return pool
}

const logInto = (lines: string[]) => openLog({ write: (line) => void lines.push(line.trimEnd()) })

const nextMailIn = (mails: readonly Mail[]): TestApp['nextMail'] => {
  const taken = new Set<Mail>()
  return async (to, subject) => {
    const isIt = (mail: Mail) => mail.to === to && (subject === undefined || mail.subject === subject)
    for (let waited = 0; waited < 60_000; waited += 50) {
      const mail = mails.find((candidate) => isIt(candidate) && !taken.has(candidate))
      if (mail !== undefined) {
        taken.add(mail)
        return mail
      }
      await new Promise((resolve) => void setTimeout(resolve, 50))
    }
    const came = mails.map((mail) => `${mail.to}: ${mail.subject}`)
    throw new Error(`no mail came to ${[to, subject, ...came].join('\n')}`)
  }
}
