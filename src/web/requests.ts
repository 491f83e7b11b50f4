import { withFacts, type Log } from '../log.js'
import type { Ctx } from './context.js'

/**
 * One line for each request; all that is logged in it carries its id. The query and the rest of the address stay out:
 * people put secrets there.
 */
export function requestLogger(log: Log) {
  return async (ctx: Ctx, next: () => Promise<unknown>): Promise<void> => {
    const start = performance.now()
    ctx.state.log = withFacts(log, { requestId: ctx.state.requestId })
    try {
      await next()
    } finally {
      const milliseconds = Math.round(performance.now() - start)
      ctx.state.log.info({ method: ctx.method, route: routeOf(ctx), status: ctx.status, milliseconds }, 'request')
    }
  }
}

/** The pattern of the route that answered; for others, at most two plain words of the path. */
const routeOf = (ctx: Ctx): string => {
  const { _matchedRoute: matched } = ctx as { _matchedRoute?: unknown }
  if (typeof matched === 'string') return matched
  return /^(?:\/[a-z.-]{1,24}){1,2}(?=\/|$)/.exec(ctx.path)?.[0] ?? '/'
}
