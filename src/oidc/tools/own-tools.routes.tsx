import { DeadEnd } from '../../../views/login/dead-end.js'
import type { Ctx, Routes } from '../../web/context.js'
import { ownPath } from '../../web/language.js'
import { goTo, show } from '../../web/page.js'
import { signInAt, signInPath } from '../../web/signed-in.js'
import type { AppContext } from '../../context/app-context.js'
import { ownToolsId, signedInPath } from '../../relying-services/own-tools.js'

/**
 * How our own tools sign a person in: to the provider and back. What comes back proves nothing and is not asked to;
 * the session in the browser's cookie is what counts, and each page reads it.
 */
export function toolRoutes(router: Routes, context: Pick<AppContext, 'issuer'>): void {
  router.get(signInPath, (ctx) => {
    const request = requestFor(context, ownPath(String(ctx.query['till'])))
    if (ctx.query['igen'] !== undefined) request.set('max_age', '0')
    goTo(ctx, `/oidc/auth?${request.toString()}`)
  })

  router.get(signedInPath, async (ctx) => {
    const { error, state } = ctx.query
    if (error !== undefined) return goTo(ctx, '/')
    // Somebody whose browser keeps no cookies would go round in a ring.
    const isSignedIn = (await ctx.state.whoIsSignedIn({ isActivity: true })) !== undefined
    if (isSignedIn) goTo(ctx, ownPath(String(state)))
    else showOver(ctx, signInAt(ownPath(String(state))))
  })
}

/** `none`: the person is to be signed in, and nothing is to be handed out (OAuth 2.0 Multiple Response Types, 4). */
const requestFor = ({ issuer }: Pick<AppContext, 'issuer'>, returnTo: string): URLSearchParams =>
  new URLSearchParams({
    client_id: ownToolsId,
    response_type: 'none',
    scope: 'openid',
    redirect_uri: `${issuer}${signedInPath}`,
    state: returnTo,
  })

const showOver = (ctx: Ctx, again: `/${string}`): void => {
  const { text } = ctx.state
  const { overTitle: title, over } = text.login
  show(ctx, { title, status: 403, returnTo: '/' }, <DeadEnd text={text} title={title} words={over} again={again} />)
}
