import type Provider from 'oidc-provider'
import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import type { Db } from '../../database/database.js'
import { isUnreachable } from '../../database/unreachable.js'
import { countWrongAuthentication } from '../../relying-services/authentication/wrong-authentication.js'
import { findSessionUid } from '../../login/relying-sessions/relying-sessions.js'
import { findSession } from '../../login/sessions/sessions.js'
import type { AppContext } from '../../context/app-context.js'
import type { Ctx } from '../../web/context.js'
import { goTo, origin } from '../../web/page.js'
import { BadInput } from '../../web/refusals.js'
import { SecretUnknown } from '../../context/keys.js'
import { sourceOf } from '../current-request-origin.js'
import { relyingService } from '../clients.js'
import { honest } from '../discovery.js'
import { showNotSignedOut, showSignedOut } from '../oidc.pages.js'
import { asIfByGet, askAgain, isPostedByAnother } from '../posted/posted.routes.js'

/** The addresses that the library answers itself. */
export function isProviders(path: string): boolean {
  return path === '/.well-known/openid-configuration' || path.startsWith('/oidc/')
}

interface Parts {
  readonly db: Db
  readonly context: AppContext
}

/**
 * The library is a koa application of its own. It gets the same request and response, and what it would have answered
 * becomes the app's answer, so that the app's headers, log and one catch hold for it too.
 */
export function answersFrom(provider: Provider, parts: Parts) {
  const { db } = parts
  const [middleware] = provider.middleware
  if (middleware === undefined) throw new Error('The provider has nothing to answer with.')
  const failures = new WeakMap<object, unknown>()
  const remember = (ctx: KoaContextWithOIDC, error: Error) => void failures.set(ctx.req, error)
  provider.on('server_error', remember)
  // Wherever a client authenticates.
  provider.on('grant.error', remember)
  provider.on('introspection.error', remember)
  provider.on('revocation.error', remember)
  return async (ctx: Ctx, next: () => Promise<unknown>): Promise<void> => {
    // No parameter of the protocol may hold one (RFC 6749, A), and what is kept of a request could not be written down.
    if (/%00/.test(ctx.querystring)) throw new BadInput('a zero byte')
    if (isPostedByAnother(ctx)) return await askAgain(ctx, db)
    const inner = provider.createContext(ctx.req, ctx.res)
    inner.state = ctx.state
    await asIfByGet(ctx, async () => await middleware(inner, async () => undefined))
    if (!isTheirs(inner)) return void (await next())
    const failure = failures.get(ctx.req)
    if (isUnreachable(failure) || failure instanceof SecretUnknown) return comeBackLater(ctx)
    if (failure instanceof errors.InvalidClientAuth && (await isTurnedAway(ctx, inner, parts))) return
    if (isNobodysSignOut(inner)) return await signOutUnseen(ctx, inner, parts)
    await letFormsOut(db, inner)
    const { status } = inner
    ctx.body = await corrected(inner)
    ctx.status = status
  }
}

/** For a program that asks; a person gets the app's page, since the library's own error page throws on. */
const comeBackLater = (ctx: Ctx): void => {
  ctx.status = 503
  ctx.set('Retry-After', '10')
  ctx.body = { error: 'temporarily_unavailable' }
}

/** Counts a program that did not prove which client it is, and answers it when it has tried too often. */
const isTurnedAway = async (ctx: Ctx, { oidc }: KoaContextWithOIDC, { db, context }: Parts): Promise<boolean> => {
  const from = origin(ctx)
  const wrong = { clientId: oidc.client?.clientId, source: sourceOf(from), from }
  const outcome = await countWrongAuthentication(db, context, wrong)
  if (outcome.kind === 'wrong') return false
  ctx.status = 429
  ctx.set('Retry-After', String(outcome.retryAfterSeconds))
  ctx.body = { error: 'invalid_client', error_description: 'too many failed authentications' }
  return true
}

/** True when one of the library's routes took the request. */
const isTheirs = (ctx: object): ctx is KoaContextWithOIDC => 'oidc' in ctx

const isNobodysSignOut = ({ oidc, response }: KoaContextWithOIDC): boolean =>
  oidc.route === 'end_session' && response.status === 200 && oidc.session?.accountId === undefined

/** Who is signed in all the same is not said to be signed out, and their service is not led to believe it. */
const signOutUnseen = async (ctx: Ctx, inner: KoaContextWithOIDC, parts: Parts): Promise<void> => {
  if (isInsideAnotherPage(ctx) || (await isStillSignedIn(inner, parts)))
    showNotSignedOut(ctx, await serviceThatAsks(inner, parts))
  else signOutNobody(ctx, inner)
}

const serviceThatAsks = async ({ oidc }: KoaContextWithOIDC, { db }: Parts) =>
  oidc.client && (await relyingService(db, oidc.client.clientId))

/** In a frame, as an image or by a script: no cookie of ours is sent there (SameSite=Lax). */
const isInsideAnotherPage = (ctx: Ctx): boolean => !/^(?:document)?$/.test(ctx.get('sec-fetch-dest'))

/**
 * By the service's own proof, which the library has verified and which names the session that is meant. Another session
 * of the same person, in another browser, is none of this sign-out's. A proof from before sessions had names for every
 * service says nothing of any.
 */
const isStillSignedIn = async ({ oidc }: KoaContextWithOIDC, { db, context }: Parts): Promise<boolean> => {
  const { sid, iat } = oidc.entities.IdTokenHint?.payload ?? {}
  if (typeof sid !== 'string' || typeof iat !== 'number' || oidc.client === undefined) return false
  const uid = await findSessionUid(db, { clientId: oidc.client.clientId, sid })
  const session = uid === undefined ? undefined : await findSession(db, context, { uid })
  return session !== undefined && Math.floor(session.openedAt.getTime() / 1000) <= iat
}

/** There is nothing to ask, where the library would send a form through the browser: on to where it would lead. */
const signOutNobody = (ctx: Ctx, { oidc }: KoaContextWithOIDC): void => {
  const { post_logout_redirect_uri: address, state } = oidc.params ?? {}
  if (typeof address !== 'string') return showSignedOut(ctx, undefined)
  const back = new URL(address)
  if (typeof state === 'string') back.searchParams.set('state', state)
  goTo(ctx, back.href)
}

/** What the library says of itself and of tokens, as far as we know better. */
const corrected = async (ctx: KoaContextWithOIDC): Promise<unknown> => {
  const { body, status } = ctx.response
  const { route, entities } = ctx.oidc
  if (!isDocument(body) || status !== 200) return body
  if (route === 'discovery') return honest(body)
  const token = entities.AccessToken
  if (route !== 'introspection' || body['active'] !== true || token?.scopes.has('permissions') !== true) return body
  const claims = await ctx.oidc.account?.claims('introspection', 'permissions', {}, [])
  return { ...body, permissions: claims?.['permissions'] }
}

const isDocument = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype

/**
 * The library answers some requests with a form that sends itself: to the relying service (form_post), or to us and
 * from there to it. Our policy lets a form go nowhere but to ourselves, so the client's registered origins are added;
 * the library itself has added the digest of its script.
 */
const letFormsOut = async (db: Db, ctx: KoaContextWithOIDC): Promise<void> => {
  const { client } = ctx.oidc
  if (client === undefined || ctx.response.type !== 'text/html') return
  const policy = ctx.response.get('Content-Security-Policy')
  const origins = (await relyingService(db, client.clientId))?.origins ?? []
  const missing = origins.filter((origin) => !policy.includes(origin))
  ctx.set('Content-Security-Policy', policy.replace("form-action 'self'", ["form-action 'self'", ...missing].join(' ')))
}
