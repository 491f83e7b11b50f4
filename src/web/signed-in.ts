import type { Ctx, Looking, SignedIn } from './context.js'
import { ownPath } from './language.js'
import { stepUp } from '../../config/step-up.js'
import { StepUpRequired, NotSignedIn } from './refusals.js'

export type { Looking, SignedIn } from './context.js'

/** Where our own tools send somebody to sign in. */
export const signInPath = '/konto/logga-in'

/** How the session in the browser's cookie is looked up. The web knows no session, so the app says how. */
export type FindsSignedIn = (cookie: string, how: Looking) => Promise<SignedIn | undefined>

/** Nothing is looked up until a route asks. */
export function sessionLoader(cookieName: string, find: FindsSignedIn) {
  return async (ctx: Ctx, next: () => Promise<unknown>): Promise<void> => {
    ctx.state.whoIsSignedIn = async (how) => {
      const cookie = ctx.cookies.get(cookieName, { signed: false })
      return cookie === undefined ? undefined : await find(cookie, how)
    }
    await next()
  }
}

/**
 * The one guard in front of a page for signed-in people; the page then says who they are, and before their time is up.
 * An act that needs a fresh sign-in, and the page with its form, ask for one (config/step-up.ts): who signed in a while
 * ago does so again and comes back to the form.
 * @throws NotSignedIn when nobody is, or is no longer: the reader is led to sign in, and then back
 * @throws StepUpRequired when they signed in too long ago for this
 */
export async function signedIn(ctx: Ctx): Promise<SignedIn> {
  const who = await ctx.state.whoIsSignedIn({ isActivity: true })
  if (who === undefined) throw new NotSignedIn(returnFrom(ctx))
  ctx.state.signedIn = who
  const formAt = formOfFreshAct(ctx)
  if (formAt !== undefined && !who.isRecentlyAuthenticated) throw new StepUpRequired(ownPath(formAt))
  return who
}

/** Where the form stands, when what is asked for needs a fresh sign-in. */
const formOfFreshAct = (ctx: Ctx): string | undefined => {
  const { _matchedRoute: route, params = {} }: Ctx & Matched = ctx
  if (ctx.method === 'GET' || ctx.method === 'HEAD') {
    const act = stepUp[`POST ${String(route)}`]
    return act?.isNeeded === true && act.formAt === undefined ? ctx.url : undefined
  }
  const act = stepUp[`POST ${String(route)}`]
  if (act?.isNeeded === false) return undefined
  return (
    act?.formAt?.replaceAll(/:(\w+)/g, (_place, name: string) => encodeURIComponent(params[name] ?? '')) ?? ctx.path
  )
}

/** What the router adds to a request that it has found a place for. */
interface Matched {
  readonly _matchedRoute?: string | RegExp
  readonly params?: Readonly<Record<string, string | undefined>>
}

/** Who is, if anybody; asking keeps nobody signed in. */
export async function stillSignedIn(ctx: Ctx): Promise<SignedIn | undefined> {
  return await ctx.state.whoIsSignedIn({ isActivity: false })
}

export function signInAt(returnTo: string): `/${string}` {
  return `${signInPath}?${new URLSearchParams({ till: returnTo }).toString()}`
}

/** Also for somebody who is signed in. */
export function signInAgainAt(returnTo: string): `/${string}` {
  return `${signInPath}?${new URLSearchParams({ till: returnTo, igen: '1' }).toString()}`
}

/** What was posted is lost, and is not sent again behind the reader's back: they come to the tool's first page. */
const returnFrom = (ctx: Ctx): string => {
  const isPage = ctx.method === 'GET' || ctx.method === 'HEAD'
  return isPage ? ownPath(ctx.url) : ownPath(`/${ctx.path.split('/')[1] ?? ''}`)
}
