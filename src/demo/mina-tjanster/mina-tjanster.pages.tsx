import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { Frame } from '../../../views/mina-tjanster/frame.js'
import { Message, type Way } from '../../../views/mina-tjanster/message.js'
import type { Ctx } from '../../web/context.js'
import { contentSecurityPolicy } from '../../web/headers.js'
import { ownPath } from '../../web/language.js'

export interface Page {
  readonly title: string
  readonly status?: number
  /** Who is signed in, for the head of the page. */
  readonly signedIn?: string
}

/** @param portvakt its origin: signing out is a form of ours that ends up there */
export function pagesOf(portvakt: string) {
  const show = (ctx: Ctx, page: Page, content: VNode): void => {
    const { text, language, nonce, formToken } = ctx.state
    ctx.status = page.status ?? 200
    ctx.type = 'html'
    ctx.set('Content-Security-Policy', contentSecurityPolicy(nonce, [portvakt]))
    ctx.body = `<!doctype html>${render(
      <Frame
        text={text}
        language={language}
        title={page.title}
        signedIn={page.signedIn}
        formToken={formToken}
        path={ctx.method === 'GET' ? returnable(ctx) : '/'}
      >
        {content}
      </Frame>,
    )}`
  }
  const tell = (ctx: Ctx, message: Told): void => {
    const { title, words, kind = 'info', ways, status = 200 } = message
    show(ctx, { title, status }, <Message kind={kind} title={title} words={words} ways={ways} />)
  }
  return { show, tell }
}

export type Pages = ReturnType<typeof pagesOf>

export interface Told {
  readonly title: string
  readonly words: string
  readonly kind?: 'info' | 'success' | 'warning' | 'error'
  readonly status?: number
  readonly ways: readonly Way[]
}

/** The way back from Portvakt is walked once: no address of that way is kept. */
const returnable = (ctx: Ctx) => (ctx.path === '/callback' ? '/' : ownPath(ctx.url))
