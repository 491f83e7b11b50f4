import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import type Koa from 'koa'
import type { Ctx, State } from './context.js'
import { frontDoor } from './front-door.js'
import { setSecurityHeaders } from './headers.js'
import type { Log } from './requests.js'

export interface Doorway {
  /** Our public address. */
  readonly address: string
  readonly trustedProxies: readonly string[]
  readonly log?: Log
}

/** A koa application behind the front door: what is settled there, before koa, is in the state of every request. */
export function behindTheDoor(app: Koa<State>, { address, trustedProxies, log }: Doorway): RequestListener {
  const isSecure = address.startsWith('https:')
  const atTheDoor = frontDoor(address, {
    trusted: trustedProxies,
    onUnreadable: (received, times) =>
      log?.warn(
        { received: received.slice(0, 200), times },
        'a trusted proxy sent no readable client address in X-Forwarded-For',
      ),
  })
  // The front door has written the forwarding headers itself; nothing that a client sent is left in them.
  app.proxy = true
  const answer = app.callback()
  return (request, response) => {
    atTheDoor(request)
    entrances.set(request, { nonce: setSecurityHeaders(response, isSecure), requestId: randomUUID() })
    void answer(request, response)
  }
}

const entrances = new WeakMap<IncomingMessage, { readonly nonce: string; readonly requestId: string }>()

/** The first of an application's steps. */
export async function remembersTheDoor(ctx: Ctx, next: () => Promise<unknown>): Promise<void> {
  const entrance = entrances.get(ctx.req)
  if (entrance === undefined) throw new Error('A request came in without passing the front door.')
  Object.assign(ctx.state, entrance, { address: ctx.ip })
  await next()
}
