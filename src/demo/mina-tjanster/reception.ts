import type { RequestListener } from 'node:http'
import { Router } from '@koa/router'
import Koa from 'koa'
import { serveAssets } from '../../web/assets.js'
import { csrf } from '../../web/browser.js'
import type { State } from '../../web/context.js'
import { toListener, requestContext } from '../../web/listener.js'
import { languageRoutes, locale } from '../../web/language.js'
import { keyRing } from '../../context/keys.js'
import { endedSessions } from './ended-sessions.js'
import { refusesKindly } from './errors.js'
import { pagesOf } from './mina-tjanster.pages.js'
import { minaTjansterRoutes } from './mina-tjanster.routes.js'
import { keeperWith } from './session.js'
import type { Settings } from './settings.js'
import { portvaktAt } from './sign-in.js'

/** The relying service as one request listener. Its keys come from its own secret; it shares none with Portvakt. */
export function openReception(settings: Settings): RequestListener {
  const isSecure = settings.address.startsWith('https:')
  const keys = keyRing([settings.clientSecret])
  const pages = pagesOf(settings.issuer.origin)
  const router = new Router<State>()
  languageRoutes(router, isSecure)
  minaTjansterRoutes(router, {
    portvakt: portvaktAt(settings),
    keeper: keeperWith(keys, isSecure),
    ended: endedSessions(),
    pages,
  })

  const app = new Koa<State>()
  app.on('error', () => undefined)
  app.use(requestContext)
  app.use(serveAssets)
  app.use(locale(isSecure))
  app.use(refusesKindly(pages))
  app.use(csrf(keys, isSecure))
  app.use(router.routes())
  return toListener(app, { address: settings.address, trustedProxies: [] })
}
