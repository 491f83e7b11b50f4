import type { Ctx } from '../../web/context.js'
import { ownPath } from '../../web/language.js'
import { BadInput, NotHere, StaleForm } from '../../web/refusals.js'
import type { Pages, Told } from './mina-tjanster.pages.js'
import { Unreachable } from './unreachable.js'

/** The one catch of this process. */
export function refusesKindly(pages: Pages) {
  return async (ctx: Ctx, next: () => Promise<unknown>): Promise<void> => {
    try {
      await next()
      if (ctx.status === 404 && !ctx.body) throw new NotHere('no such page')
    } catch (error) {
      const told = answerTo(ctx, error)
      if (told.status === 503) ctx.set('Retry-After', '10')
      if (told.status === 500) process.stderr.write(`${ctx.state.requestId} ${String((error as Error).stack)}\n`)
      pages.tell(ctx, told)
    }
  }
}

const answerTo = (ctx: Ctx, error: unknown): Told => {
  const { minaTjanster: text } = ctx.state.text
  const ways = [{ to: '/', label: text.toStart }] as const
  if (error instanceof NotHere) return { title: text.notFoundTitle, words: text.notFound, status: 404, ways }
  if (error instanceof StaleForm) return { title: text.staleTitle, words: text.stale, status: 403, ways }
  if (error instanceof BadInput) return { title: text.staleTitle, words: text.stale, status: 400, ways }
  if (error instanceof Unreachable) {
    const to = ctx.method === 'GET' && ctx.path !== '/callback' ? ownPath(ctx.url) : '/'
    const again = [{ to, label: text.tryAgain }] as const
    return { title: text.downTitle, words: text.down, status: 503, kind: 'warning', ways: again }
  }
  const words = text.broken(ctx.state.requestId)
  return { title: text.brokenTitle, words, status: 500, kind: 'error', ways }
}
