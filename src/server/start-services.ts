import type { RequestListener } from 'node:http'
import path from 'node:path'
import type { Registry } from 'prom-client'
import type { Config } from '../config.js'
import { databaseOn, openPool, serviceRole } from '../database/database.js'
import { folderTransport } from '../delivery/folder.js'
import { smtpTransport } from '../delivery/smtp.js'
import { startWorker } from '../delivery/worker.js'
import { fillWithDemoData } from '../demo/demo-data.js'
import { mayRunBeside, relyingServiceAddress } from '../demo/relying-service.js'
import { createApp } from '../app.js'
import { handlers, tellAudit, writers } from '../mails.js'
import type { Log } from '../log.js'
import { tellService } from '../oidc/back-channel/tell-service.js'
import { installServices } from '../permissions/configured/install-services.js'
import { hashingGate } from '../context/hashing.js'
import { keyRing } from '../context/keys.js'
import type { AppContext } from '../context/app-context.js'
import type { Disposables } from './drain.js'
import { secretsCheck, takeUpSecrets } from './master-secrets.js'
import { measureApp } from './metrics.js'
import type { ReadinessCheck } from './readiness.js'
import { startRelyingService } from './relying-service.js'
import { keptSecret } from './secrets.js'
import { startSweeps } from './sweeps.js'

export interface Deps {
  readonly url: string
  readonly log: Log
  readonly opened: Disposables
  readonly metrics: Registry
}

export interface Services {
  readonly answer: RequestListener
  readonly context: AppContext
  readonly secretsCheck: ReadinessCheck
}

/** The app on its database: the context, the worker, the sweeps, the demo, and every module's routes. */
export async function startServices(config: Config, { url, log, opened, metrics }: Deps): Promise<Services> {
  const context = await openContext(config)
  const onIdleError = (error: Error) => log.warn({ err: error }, 'a connection to the database was lost')
  const pool = openPool({ url, role: serviceRole, size: 10, onIdleError })
  const db = databaseOn(
    pool,
    config.logLevel === 'debug' ? (statement) => log.debug(statement, 'statement') : undefined,
  )
  opened.add('the connections to the database', async () => await db.destroy())
  const mailFolder = path.join(config.dataDirectory, 'mail')

  await takeUpSecrets(db, context.keys, log)
  await db.transaction().execute(installServices)
  const hasRelyingService = config.isDemo && mayRunBeside(config.issuer)
  const relyingService = hasRelyingService ? { address: relyingServiceAddress(config.demoPort) } : undefined
  if (config.isDemo) await fillWithDemoData(db, context, relyingService)
  const queuePool = openPool({ url, role: serviceRole, size: 5, onIdleError })
  opened.add('the connections of the post', async () => await queuePool.end())
  const transport = config.mailServer === undefined ? folderTransport(mailFolder) : smtpTransport(config.mailServer)
  const worker = await startWorker(db, context, {
    writers,
    handlers,
    tell: tellAudit,
    tellService,
    transport,
    pool: queuePool,
    log,
  })
  opened.add('the post', async () => await worker.close())
  opened.add('the sweeps', startSweeps(db, context, log))

  const answer = await createApp({
    db,
    context,
    log,
    trustedProxies: config.trustedProxies,
    ...(config.isDemo && config.mailServer === undefined && { mailFolder }),
  })
  if (hasRelyingService) opened.add('the demo service', startRelyingService(context, log, config.demoPort))
  // Last, since numbers are registered once, and all before this may be done again.
  measureApp(metrics, { db, context, pool })
  return { answer, context, secretsCheck: secretsCheck(db, context.keys) }
}

export async function openContext(config: Config): Promise<AppContext> {
  const keys = keyRing(config.secrets ?? [await keptSecret(config.dataDirectory)])
  const { policy, issuer, callableInside: callable } = config
  return { keys, policy, issuer, callable, hashing: hashingGate(policy.hashing, keys) }
}
