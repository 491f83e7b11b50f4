import { languages, textIn, type Language } from '../text/text.js'
import type { Ctx, Routes } from './context.js'
import { cookieName, cookieOptions } from './browser.js'
import { readOpenForm } from './form.js'

const oneYearSeconds = 365 * 24 * 3600

/** The reader's choice is remembered in a cookie; before it, Swedish, unless the browser asks for English first. */
export function locale(secure: boolean) {
  return async (ctx: Ctx, next: () => Promise<unknown>): Promise<void> => {
    const chosen = languages.find((language) => language === ctx.cookies.get(cookieName(secure, 'portvakt_language')))
    ctx.state.chosenLanguage = chosen
    use(ctx, chosen ?? asked(ctx))
    await next()
  }
}

/** For a request that names its language otherwise, such as OpenID Connect's ui_locales. */
export function use(ctx: Ctx, language: Language): void {
  ctx.state.language = language
  ctx.state.text = textIn(language)
}

export function languageRoutes(router: Routes, secure: boolean): void {
  router.post('/sprak', async (ctx) => {
    const form = await readOpenForm(ctx, ['language', 'return'])
    const language = languages.find((candidate) => candidate === form.language) ?? 'sv'
    rememberChoice(ctx, language, secure)
    ctx.status = 303
    ctx.redirect(ownPath(form.return))
  })
}

/** For every page that this browser opens from now on. */
export function rememberChoice(ctx: Ctx, language: Language, secure: boolean): void {
  ctx.cookies.set(cookieName(secure, 'portvakt_language'), language, cookieOptions(secure, oneYearSeconds))
}

/** A path in this service and nothing else: a stranger's address leads to the start page. */
export function ownPath(text: string): `/${string}` {
  const base = 'http://own.invalid'
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || !URL.canParse(text, base)) return '/'
  const { origin, pathname, search } = new URL(text, base)
  // Taking out `..` may leave two slashes in front, which is a stranger's address again.
  return origin === base && !pathname.startsWith('//') ? `/${pathname.slice(1)}${search}` : '/'
}

/** Swedish is what most readers of this service read: English only where the browser puts it first. */
const asked = (ctx: Ctx): Language => (ctx.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv')
