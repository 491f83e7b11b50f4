import { randomBytes, timingSafeEqual } from 'node:crypto'
import { keyedDigest, type Key, type KeyRing } from '../context/keys.js'
import type { Ctx } from './context.js'
import { tokenAndKey } from './sent-forms/form-keys.js'

/**
 * Cross-site request forgery is refused twice: by the browser's own word (Sec-Fetch-Site, Origin) and by a token,
 * a keyed digest of a random name that the browser keeps in a cookie of ours (OWASP's signed double submit).
 */
export interface Cookies {
  /** True when our public address is https: cookies are then Secure and carry the __Host- prefix. */
  readonly secure: boolean
}

export function cookieName(secure: boolean, name: string): string {
  return secure ? `__Host-${name}` : name
}

export function cookieOptions(secure: boolean, maxAgeSeconds?: number) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    signed: false,
    overwrite: true,
    ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds * 1000 }),
  } as const
}

/** Finds this browser's name, or gives it one, and puts the form tokens for it into ctx.state. */
export function csrf(keys: KeyRing, secure: boolean) {
  return async (ctx: Ctx, next: () => Promise<unknown>): Promise<void> => {
    const name = cookieName(secure, 'portvakt_browser')
    const known = ctx.cookies.get(name, { signed: false })
    const browser = known !== undefined && /^[\w-]{22}$/.test(known) ? known : randomBytes(16).toString('base64url')
    // A form that another site sends brings no cookie (SameSite=Lax): a new name would make every open form of ours stale.
    const isForm = ctx.method === 'POST'
    if (browser !== known && !isForm) ctx.cookies.set(name, browser, cookieOptions(secure))
    const token = (key: Key) => keyedDigest(key, browser).toString('base64url')
    ctx.state.formToken = token(keys.newest('form'))
    ctx.state.formTokens = keys.all('form').map(token)
    await next()
  }
}

/** With or without the form's key behind it. */
export function isFormTokenOf(ctx: Ctx, sent: string): boolean {
  const given = Buffer.from(tokenAndKey(sent).token)
  const isGiven = (expected: Buffer) => given.length === expected.length && timingSafeEqual(given, expected)
  return !isForeign(ctx) && ctx.state.formTokens.map((known) => isGiven(Buffer.from(known))).includes(true)
}

/** Said by the browser itself: the request came from a page of ours, and so with our cookies. */
export function isSentByOurPage(ctx: Ctx): boolean {
  if (isForeign(ctx)) return false
  return ctx.get('sec-fetch-site') === 'same-origin' || !['', 'null'].includes(ctx.get('origin'))
}

const isForeign = (ctx: Ctx) => {
  const site = ctx.get('sec-fetch-site')
  if (site !== '' && site !== 'same-origin' && site !== 'none') return true
  // koa's ctx.origin is this very header; our own address is what the listener wrote.
  const origin = ctx.get('origin')
  return origin !== '' && origin !== 'null' && origin !== `${ctx.protocol}://${ctx.host}`
}
