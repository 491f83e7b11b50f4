import type { RequestListener } from 'node:http'
import { Router } from '@koa/router'
import Koa from 'koa'
import { administrationRoutes } from './administration/administration.routes.js'
import type { Db } from './database/database.js'
import { demoLetterRoutes } from './demo/letters/demo-letters.routes.js'
import { mailboxRoutes } from './demo/mailbox/mailbox.routes.js'
import { demoPageRoutes } from './demo/pages/demo-pages.routes.js'
import { kioskRoutes } from './kiosk/kiosk.routes.js'
import { officerRoutes } from './officers/officers.routes.js'
import { openProvider } from './oidc/provider.js'
import { toolRoutes } from './oidc/tools/own-tools.routes.js'
import { sessionCookieName } from './login/sessions/session.js'
import { whoIsSignedIn } from './login/sessions/who-is-signed-in.js'
import { ownAccountRoutes } from './own-account/own-account.routes.js'
import { startRoutes } from './start/start.routes.js'
import { serveAssets } from './web/assets.js'
import { csrf } from './web/browser.js'
import type { State } from './web/context.js'
import { errorHandler } from './web/errors.js'
import { toListener, requestContext } from './web/listener.js'
import { refusedFormKeeper, keptAnswers } from './web/kept-answers/kept-answers.js'
import { languageRoutes, locale } from './web/language.js'
import { requestLogger } from './web/requests.js'
import type { Log } from './log.js'
import { formIdempotency } from './web/sent-forms/sent-forms.js'
import { sessionLoader } from './web/signed-in.js'
import { digest } from './context/keys.js'
import type { AppContext } from './context/app-context.js'

export interface AppDeps {
  readonly db: Db
  readonly context: AppContext
  readonly log: Log
  readonly trustedProxies: readonly string[]
  /** The folder of the demo mailbox; without it there is none. */
  readonly mailFolder?: string
}

/** Every module's routes: what has an address here and is not the provider's own. */
export async function createRouter(parts: Omit<AppDeps, 'trustedProxies'>) {
  const { db, context, log } = parts
  const isSecure = context.issuer.startsWith('https:')
  const provider = await openProvider({ db, context, log })

  const router = new Router<State>()
  startRoutes(router, { db, context, hasMailbox: parts.mailFolder !== undefined })
  languageRoutes(router, isSecure)
  kioskRoutes(router, { db, context, isSecure })
  provider.routes(router)
  toolRoutes(router, context)
  ownAccountRoutes(router, { db, context, isSecure })
  administrationRoutes(router, { db, context })
  officerRoutes(router, { db, context })
  if (parts.mailFolder !== undefined) {
    mailboxRoutes(router, { db, folder: parts.mailFolder })
    demoLetterRoutes(router, { db, context })
    demoPageRoutes(router, { db })
  }
  return { router, provider }
}

/** The whole service as one request listener: every module's routes behind the same middleware. */
export async function createApp(parts: AppDeps): Promise<RequestListener> {
  const { db, context, log } = parts
  const isSecure = context.issuer.startsWith('https:')
  const { router, provider } = await createRouter(parts)

  const app = new Koa<State>()
  app.keys = context.keys.all('cookie').map(({ bytes }) => bytes.toString('base64url'))
  app.on('error', (error: Error) => log.error({ err: error }, 'an answer could not be finished'))
  app.use(requestContext)
  app.use(requestLogger(log))
  app.use(serveAssets)
  app.use(locale(isSecure))
  app.use(csrf(context.keys, isSecure))
  app.use(
    sessionLoader(
      sessionCookieName(isSecure),
      async (cookie, how) => await whoIsSignedIn(db, context, { idHash: digest(cookie), ...how }),
    ),
  )
  app.use(refusedFormKeeper(db))
  app.use(errorHandler)
  app.use(keptAnswers(db))
  app.use(formIdempotency(db))
  app.use(async (ctx, next) => (provider.handles(ctx.path) ? await provider.answer(ctx, next) : await next()))
  app.use(router.routes())
  return toListener(app, { address: context.issuer, trustedProxies: parts.trustedProxies, log })
}
