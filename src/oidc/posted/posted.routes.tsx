import { decodeJwt } from 'jose'
import { getRawBody } from 'raw-body'
import { AskAgain } from '../../../views/login/ask-again.js'
import type { Db } from '../../database/database.js'
import { isSentByOurPage } from '../../web/browser.js'
import type { Ctx } from '../../web/context.js'
import { goTo, show } from '../../web/page.js'
import { BadInput } from '../../web/refusals.js'
import { relyingService } from '../clients.js'

/** Requests that a service may send by POST as well (OpenID Connect Core, 3.1.2.1; RP-Initiated Logout, 2). */
const alsoPosted = ['/oidc/auth', '/oidc/logout'] as const

type AlsoPosted = (typeof alsoPosted)[number]

/**
 * A form that another site sends brings no cookie of ours (SameSite=Lax), so that we would not see who is signed in. The
 * browser is made to ask again.
 */
export function isPostedByAnother(ctx: Ctx): boolean {
  return ctx.method === 'POST' && addressOf(ctx) !== undefined && !(isAskedAgain(ctx) && isSentByOurPage(ctx))
}

/** By GET, at the top of its window; or, what is too long for an address, by a form of ours. */
export async function askAgain(ctx: Ctx, db: Db): Promise<void> {
  const address = addressOf(ctx)
  if (address === undefined || ctx.request.is('application/x-www-form-urlencoded') === false) {
    throw new BadInput('not a form')
  }
  // A form of ours that no browser of today sends: it would be sent for ever.
  if (isAskedAgain(ctx)) throw new BadInput('a form of ours that another sends')
  const query = await parametersOf(ctx)
  const asked = query.toString()
  if (asked.length <= addressAtMost) goTo(ctx, `${address}?${asked}`)
  else await showAskAgain(ctx, db, { address, query })
}

/**
 * What our own form asks, for the library, which takes requests by GET alone wherever cookies are SameSite=Lax. It is the
 * same request, and is put back when it has been answered.
 */
export async function asIfByGet(ctx: Ctx, answer: () => Promise<unknown>): Promise<void> {
  if (ctx.method !== 'POST' || addressOf(ctx) === undefined) return void (await answer())
  const asked = await parametersOf(ctx)
  asked.delete('token')
  asked.delete('igen')
  const { method, url } = ctx
  ctx.method = 'GET'
  ctx.querystring = asked.toString()
  try {
    await answer()
  } finally {
    Object.assign(ctx, { method, url })
  }
}

const bytesAtMost = 64 * 1024
/** Less than what the headers of a request may hold together, so that the address is let in again. */
const addressAtMost = 8 * 1024

const parametersOf = async (ctx: Ctx): Promise<URLSearchParams> => {
  const body = await getRawBody(ctx.req, { limit: bytesAtMost, encoding: 'utf8' }).catch((cause: unknown) => {
    ctx.req.resume()
    throw new BadInput('the request could not be read', { cause })
  })
  const query = new URLSearchParams(ctx.querystring)
  for (const [name, value] of new URLSearchParams(body)) query.append(name, value)
  // No parameter of the protocol may hold one (RFC 6749, A), and what is kept of a request could not be written down.
  if (/%00/.test(query.toString())) throw new BadInput('a zero byte')
  return query
}

const addressOf = (ctx: Ctx): AlsoPosted | undefined => alsoPosted.find((address) => address === ctx.path)

const isAskedAgain = (ctx: Ctx): boolean => ctx.query['igen'] !== undefined

const showAskAgain = async (
  ctx: Ctx,
  db: Db,
  { address, query }: { readonly address: AlsoPosted; readonly query: URLSearchParams },
): Promise<void> => {
  const asked = Object.fromEntries(query)
  if (Object.keys(asked).length !== query.size) throw new BadInput('a parameter stands twice')
  const { text, formToken } = ctx.state
  const service = await relyingService(db, asked['client_id'] ?? audienceOf(asked['id_token_hint']))
  const title = address === '/oidc/auth' ? text.oidc.signInAgainTitle : text.oidc.signOutTitle
  show(
    ctx,
    { title, formActions: service?.origins ?? [], returnTo: '/', scripts: ['send.js'] },
    <AskAgain text={text} formToken={formToken} title={title} to={`${address}?igen=1`} asked={asked} />,
  )
}

/** Not proved: it only names a registered service, to whose own addresses the form may lead on. */
const audienceOf = (idToken: string | undefined): string => {
  try {
    return String(decodeJwt(idToken ?? '').aud)
  } catch {
    return ''
  }
}
