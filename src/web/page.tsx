import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Origin } from '../context/origin.js'
import { Layout } from '../../views/layout.js'
import type { Ctx } from './context.js'
import { contentSecurityPolicy } from './headers.js'
import { withFormKeys } from './sent-forms/form-keys.js'

export interface Page {
  readonly title: string
  /** For whoever searches or shares; a page without it is a step of somebody's own, and no search result. */
  readonly description?: string
  readonly status?: number
  /** The reader must mend something: the browser's title says so first. */
  readonly hasErrors?: boolean
  /** Origins besides ours where the page's forms may end up. */
  readonly formActions?: readonly string[]
  /** Scripts of ours that add to the page, by file name; it works without them. */
  readonly scripts?: readonly string[]
  /** Where the language switch leads back to, when it is not the address of this page. */
  readonly returnTo?: string
}

/** Answers with a page in the reader's language. */
export function show(ctx: Ctx, page: Page, content: VNode): void {
  const { text, language, nonce, formToken, signedIn } = ctx.state
  ctx.status = page.status ?? 200
  ctx.type = 'html'
  if (page.formActions) ctx.set('Content-Security-Policy', contentSecurityPolicy(nonce, page.formActions))
  const html = render(
    <Layout
      text={text}
      language={language}
      title={page.hasErrors ? `${text.common.error}: ${page.title}` : page.title}
      {...(page.description !== undefined && { description: page.description })}
      nonce={nonce}
      formToken={formToken}
      path={page.returnTo ?? ctx.path}
      scripts={page.scripts ?? []}
      {...(signedIn && { signedIn: { ...signedIn, at: ctx.path, isAnswer: ctx.method === 'POST' } })}
    >
      {content}
    </Layout>,
  )
  ctx.body = `<!doctype html>${withFormKeys(ctx, html)}`
}

/** 303: after a post the browser asks for the next page with GET. */
export function goTo(ctx: Ctx, path: string): void {
  ctx.redirect(path)
  ctx.status = 303
}

export function origin(ctx: Ctx): Origin {
  return { address: ctx.state.address, requestId: ctx.state.requestId }
}
