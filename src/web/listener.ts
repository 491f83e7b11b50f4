import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import type Koa from 'koa'
import type { Ctx, State } from './context.js'
import { forwarding } from './forwarding.js'
import { setSecurityHeaders } from './headers.js'
import type { Log } from '../log.js'

export interface ListenerOptions {
  /** Our public address. */
  readonly address: string
  readonly trustedProxies: readonly string[]
  readonly log?: Log
}

/** A Koa application as a request listener: what is settled before Koa is in the state of every request. */
export function toListener(app: Koa<State>, { address, trustedProxies, log }: ListenerOptions): RequestListener {
  const isSecure = address.startsWith('https:')
  const settle = forwarding(address, {
    trusted: trustedProxies,
    onUnreadable: (received, times) =>
      log?.warn(
        { received: received.slice(0, 200), times },
        'a trusted proxy sent no readable client address in X-Forwarded-For',
      ),
  })
  // The listener has written the forwarding headers itself; nothing that a client sent is left in them.
  app.proxy = true
  const answer = app.callback()
  return (request, response) => {
    settle(request)
    contexts.set(request, { nonce: setSecurityHeaders(response, isSecure), requestId: randomUUID() })
    void answer(request, response)
  }
}

const contexts = new WeakMap<IncomingMessage, { readonly nonce: string; readonly requestId: string }>()

/** The first of an application's steps. */
export async function requestContext(ctx: Ctx, next: () => Promise<unknown>): Promise<void> {
  const context = contexts.get(ctx.req)
  if (context === undefined) throw new Error('A request came in that toListener had not prepared.')
  Object.assign(ctx.state, context, { address: ctx.ip })
  await next()
}
