/** The whole service from its settings to its last breath. What is opened here is closed in the opposite order. */
import { createServer, type RequestListener } from 'node:http'
import { readConfig, type Config, type Environment, type ReadsFile } from '../config.js'
import { openLog, standardOutput, type Log, type OutputSink } from '../log.js'
import { en } from '../text/en.js'
import { sv } from '../text/sv.js'
import { setSecurityHeaders } from '../web/headers.js'
import { answersUnreadable } from '../web/unreadable.js'
import { managementServer } from '../web/management.js'
import { databaseCheck } from './database-check.js'
import { drain, disposables, type Disposables } from './drain.js'
import { listen } from './listen.js'
import { measureLog, measureRequests, openMetrics } from './metrics.js'
import { connectDatabase } from './connect-database.js'
import { untilServed } from './patience.js'
import { logReasons, openReadiness, type Reason } from './readiness.js'
import { startServices } from './start-services.js'
import { onSignals, type Shutdown } from './shutdown.js'
import { widenThreadPool } from './thread-pool.js'
import { welcome } from './welcome.js'

export interface ProcessEnvironment {
  readonly environment: Environment
  readonly readFile: ReadsFile
  /** For people who watch it start. */
  readonly print: (text: string) => void
}

/** @throws CannotStart after having closed what was open. */
export async function serve({ environment, readFile, print }: ProcessEnvironment): Promise<void> {
  const config = readConfig(environment, readFile)
  widenThreadPool(process.env, config.policy.hashing)
  const output = standardOutput()
  const log = openLog(output, config.logLevel)
  const opened = disposables((name, error) => log.error({ err: error }, `${name} did not close`))
  const shutdown = onSignals(log, { opened, flush: output.flush })
  const construction = open(config, { log, output, opened, shutdown })
  shutdown.waitFor(construction)
  try {
    await construction
    print(welcome(config))
    log.info({ issuer: config.issuer, host: config.host, port: config.port }, 'the service is open')
  } catch (error) {
    if (shutdown.hasBegun()) return
    shutdown.forget()
    await opened.closeAll()
    throw error
  }
}

interface Opening {
  readonly log: Log
  readonly output: OutputSink
  readonly opened: Disposables
  readonly shutdown: Shutdown
}

interface CurrentListener {
  answer: RequestListener
  isOpen: boolean
}

const starting: Reason = { name: 'starting', words: 'The service is starting.', blocks: true }
const closing: Reason = { name: 'closing', words: 'The service is closing.', blocks: true }

/** The ports are opened first: while the database is waited for, those who watch see that we live and are not ready. */
const open = async (config: Config, { log, output, opened, shutdown }: Opening): Promise<void> => {
  const metrics = openMetrics()
  measureLog(metrics, output)
  const readiness = openReadiness()
  const current: CurrentListener = { answer: notYet(config), isOpen: false }
  const reasons = async () =>
    shutdown.hasBegun() ? [closing] : [...(current.isOpen ? [] : [starting]), ...(await readiness.reasons())]
  const management = managementServer({ metrics, reasons })
  await listen(management, { host: '127.0.0.1', port: config.managementPort, setting: 'MANAGEMENT_PORT' })
  opened.add('the management port', async () => await drain(management, 1_000))
  // How often it is looked whether somebody takes too long; node's own half a minute would make ten seconds forty.
  const looking = { connectionsCheckingInterval: 2_000 }
  const front = createServer(looking, (request, response) => current.answer(request, response))
  answersUnreadable(front)
  measureRequests(metrics, front)
  await listen(front, { host: config.host, port: config.port, setting: 'PORT' })
  opened.add('the server', async () => await drain(front, 1_000))

  const place = await connectDatabase(config, log, { mayShare: false, isPatient: true, signal: shutdown.signal })
  opened.add('the database', place.close)
  const { answer, context, secretsCheck } = await untilServed(
    log,
    { isPatient: true, signal: shutdown.signal },
    async () => {
      const attempt = disposables(() => undefined)
      const services = await startServices(config, { url: place.url, log, opened: attempt, metrics }).catch(
        async (error: unknown) => {
          await attempt.closeAll()
          throw error
        },
      )
      opened.add('the services', attempt.closeAll)
      return services
    },
  )
  readiness.add('database', databaseCheck(place.url, opened))
  readiness.add('master secret', secretsCheck)
  opened.add('the log of what is not ready', logReasons(readiness, log))
  current.answer = answer
  current.isOpen = true
  // First of all to close: those who wait to be hashed are turned away, and what is under way is answered to its end.
  opened.add('the requests under way', async () => {
    context.hashing.close()
    await drain(front, 20_000)
  })
}

/** Plain text only: no module runs yet that could make a page. */
const notYet =
  ({ issuer }: Config): RequestListener =>
  (_request, response) => {
    setSecurityHeaders(response, issuer.startsWith('https:'))
    response.writeHead(503, {
      'retry-after': '5',
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(`${sv.refusals.unavailable}\n\n${en.refusals.unavailable}\n`)
  }
