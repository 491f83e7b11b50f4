import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Router } from '@koa/router'
import type { ExecutionContext } from 'ava'
import Koa from 'koa'
import { openLog } from '../../src/log.js'
import { serveAssets } from '../../src/web/assets.js'
import { csrf } from '../../src/web/browser.js'
import type { Routes, State } from '../../src/web/context.js'
import { errorHandler } from '../../src/web/errors.js'
import { setSecurityHeaders } from '../../src/web/headers.js'
import { languageRoutes, locale } from '../../src/web/language.js'
import { requestLogger } from '../../src/web/requests.js'
import { testContext } from './context.js'

/** The web's own middleware in front of the given routes: for rules that hold whatever module stands behind. */
export interface TestRouter {
  readonly home: string
  readonly logged: readonly string[]
}

/** At these routes nobody is signed in, unless the test says who. */
export async function startTestRouter(
  t: ExecutionContext,
  addRoutes: (router: Routes) => void,
  whoIsSignedIn: State['whoIsSignedIn'] = async () => undefined,
): Promise<TestRouter> {
  const logged: string[] = []
  const log = openLog({ write: (line) => void logged.push(line.trimEnd()) })
  const router = new Router<State>()
  addRoutes(router)
  languageRoutes(router, false)
  const app = new Koa<State>()
  app.use(async (ctx, next) => {
    const nonce = setSecurityHeaders(ctx.res, false)
    Object.assign(ctx.state, { nonce, requestId: randomUUID(), address: ctx.ip, whoIsSignedIn })
    await next()
  })
  app.use(requestLogger(log))
  app.use(serveAssets)
  app.use(locale(false))
  app.use(errorHandler)
  app.use(csrf(testContext().keys, false))
  app.use(router.routes())
  const answer = app.callback()
  const server = createServer((request, response) => void answer(request, response))
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return { home: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, logged }
}
