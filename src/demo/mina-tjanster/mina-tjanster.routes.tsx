import { getRawBody } from 'raw-body'
import { services } from '../../../config/services.js'
import { Place } from '../../../views/mina-tjanster/place.js'
import { ServicesPage } from '../../../views/mina-tjanster/services-page.js'
import { StartPage } from '../../../views/mina-tjanster/start-page.js'
import type { Ctx, Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { ownPath } from '../../web/language.js'
import { NotHere } from '../../web/refusals.js'
import type { EndedSessions } from './ended-sessions.js'
import type { Pages } from './mina-tjanster.pages.js'
import type { Keeper } from './session.js'
import type { Beginning, Finished, Portvakt, Who } from './sign-in.js'
import { isService, organisationsIn, tilesFor } from './tiles.js'

export interface RouteDeps {
  readonly portvakt: Portvakt
  readonly keeper: Keeper
  readonly ended: EndedSessions
  readonly pages: Pages
}

type Known = Extract<Who, { kind: 'known' }>

export function minaTjansterRoutes(router: Routes, deps: RouteDeps): void {
  const { portvakt, keeper, pages } = deps
  signInRoutes(router, deps)
  messageRoutes(router, pages)
  logoutRoute(router, deps)

  router.get('/', async (ctx) => {
    const { text, language } = ctx.state
    if (keeper.session(ctx) === undefined) {
      return pages.show(ctx, { title: text.minaTjanster.productName }, <StartPage text={text} language={language} />)
    }
    const who = await whoIsHere(ctx, deps)
    if (who === undefined) return undefined
    const organisations = organisationsIn(who.permissions)
    const chosen = organisations.find(({ key }) => key === ctx.query['organisation']) ?? organisations[0]
    const tiles = chosen === undefined ? [] : tilesFor(chosen, who.permissions)
    const props = { text, language, who, organisations, chosen, tiles }
    return pages.show(ctx, { title: text.minaTjanster.services, signedIn: who.name }, <ServicesPage {...props} />)
  })

  router.get('/tjanst/:service', async (ctx) => {
    const { text, language } = ctx.state
    const service = ctx.params['service'] ?? ''
    if (!isService(service)) throw new NotHere('a service')
    const who = await whoIsHere(ctx, deps)
    if (who === undefined) return undefined
    const organisation = organisationsIn(who.permissions).find(({ key }) => key === ctx.query['organisation'])
    const tiles = organisation === undefined ? [] : tilesFor(organisation, who.permissions)
    const tile = tiles.find((candidate) => candidate.service === service)
    if (tile?.permission === undefined) return refuseForbidden(ctx, pages)
    const title = services[service][language]
    return pages.show(
      ctx,
      { title, signedIn: who.name },
      <Place text={text} language={language} service={service} organisation={tile.organisation} />,
    )
  })

  router.post('/logga-ut', async (ctx) => {
    await readForm(ctx, [])
    const session = keeper.session(ctx)
    keeper.forgetSession(ctx)
    leaveFor(ctx, await portvakt.signOutAddress(session, ctx.state.language))
  })
}

const signInRoutes = (router: Routes, deps: RouteDeps): void => {
  const { portvakt, keeper } = deps
  router.get('/login', async (ctx) => {
    const isAnother = ctx.query['konto'] === 'annat'
    await begin(ctx, deps, { returnTo: '/', ...(isAnother && { prompt: 'login' }) })
  })

  router.get('/callback', async (ctx) => {
    const { state } = ctx.query
    const pending = typeof state === 'string' ? keeper.takePending(ctx, state) : undefined
    const outcome: Finished =
      pending === undefined ? { kind: 'failed' } : await portvakt.finish(ctx.querystring, pending)
    if (outcome.kind !== 'signed-in') return leaveWithout(ctx, keeper, outcome.kind)
    if (deps.ended.has(outcome.session.sid)) return leaveWithout(ctx, keeper, 'ended')
    // Asked here too: a token that is refused from the start must not send anybody round and round.
    const who = await portvakt.whoIs(outcome.session)
    if (who.kind === 'ended') return leaveWithout(ctx, keeper, 'failed')
    keeper.keepSession(ctx, outcome.session)
    return leaveFor(ctx, ownPath(pending?.returnTo ?? '/'))
  })
}

/** Portvakt itself comes here, without a browser: what proves that it is Portvakt is the token's signature. */
const logoutRoute = (router: Routes, { portvakt, ended }: RouteDeps): void => {
  router.post('/backchannel-logout', async (ctx) => {
    const token = await sentLogoutToken(ctx)
    const sid = token === undefined ? undefined : await portvakt.endedBy(token)
    if (sid !== undefined) ended.add(sid)
    ctx.status = sid === undefined ? 400 : 200
    ctx.set('Cache-Control', 'no-store')
    ctx.body = sid === undefined ? { error: 'invalid_request' } : ''
  })
}

const sentLogoutToken = async (ctx: Ctx): Promise<string | undefined> => {
  if (!ctx.request.is('application/x-www-form-urlencoded')) return undefined
  const body = await getRawBody(ctx.req, { limit: 16 * 1024, encoding: 'utf8' }).catch(() => {
    // What is still on its way is let by unread.
    ctx.req.resume()
    return ''
  })
  const [token, ...more] = new URLSearchParams(body).getAll('logout_token')
  return more.length === 0 ? token : undefined
}

/** Pages of their own, so that reloading one asks Portvakt for nothing and its answer is in no address. */
const messageRoutes = (router: Routes, pages: Pages): void => {
  router.get('/utloggad', (ctx) => {
    const { minaTjanster: text } = ctx.state.text
    const ways = [{ to: '/login', label: text.signIn }] as const
    pages.tell(ctx, { title: text.signedOutTitle, words: text.signedOut, kind: 'success', ways })
  })
  router.get(places.ended, (ctx) => {
    const { minaTjanster: text } = ctx.state.text
    pages.tell(ctx, { title: text.endedTitle, words: text.ended, ways: [{ to: '/login', label: text.signIn }] })
  })
  router.get(places.denied, (ctx) => {
    const { minaTjanster: text } = ctx.state.text
    const ways = [{ to: '/login?konto=annat', label: text.signInAsAnother }] as const
    pages.tell(ctx, { title: text.deniedTitle, words: text.denied, status: 403, kind: 'warning', ways })
  })
  router.get(places.cancelled, (ctx) => {
    const { minaTjanster: text } = ctx.state.text
    pages.tell(ctx, { title: text.cancelledTitle, words: text.cancelled, ways: [{ to: '/login', label: text.signIn }] })
  })
  router.get(places.failed, (ctx) => {
    const { minaTjanster: text } = ctx.state.text
    const ways = [{ to: '/login', label: text.tryAgain }] as const
    pages.tell(ctx, { title: text.failedTitle, words: text.failed, status: 400, kind: 'warning', ways })
  })
}

const places = { denied: '/nekad', cancelled: '/avbruten', ended: '/avslutad', failed: '/misslyckad' } as const

/**
 * Asked at every page, so that what has ended at Portvakt has ended here. An access token lives for minutes and a
 * session for hours: with the one gone, Portvakt is asked for another without asking the person. Undefined when the
 * answer is on its way already.
 */
const whoIsHere = async (ctx: Ctx, deps: RouteDeps): Promise<Known | undefined> => {
  const session = deps.keeper.session(ctx)
  if (deps.ended.has(session?.sid)) {
    leaveWithout(ctx, deps.keeper, 'ended')
    return undefined
  }
  const who: Who = session === undefined ? { kind: 'ended' } : await deps.portvakt.whoIs(session)
  if (who.kind === 'known') return who
  await begin(ctx, deps, { returnTo: ownPath(ctx.url), ...(session !== undefined && { prompt: 'none' }) })
  return undefined
}

const begin = async (ctx: Ctx, { portvakt, keeper }: RouteDeps, input: Omit<Beginning, 'language'>): Promise<void> => {
  const { address, pending } = await portvakt.begin({ language: ctx.state.language, ...input })
  keeper.keepPending(ctx, pending)
  leaveFor(ctx, address)
}

const leaveWithout = (ctx: Ctx, keeper: Keeper, kind: keyof typeof places): void => {
  keeper.forgetSession(ctx)
  leaveFor(ctx, places[kind])
}

const refuseForbidden = (ctx: Ctx, pages: Pages): void => {
  const { minaTjanster: text } = ctx.state.text
  const ways = [{ to: '/', label: text.toStart }] as const
  pages.tell(ctx, { title: text.forbiddenTitle, words: text.forbidden, status: 403, kind: 'warning', ways })
}

const leaveFor = (ctx: Ctx, address: URL | string): void => {
  ctx.redirect(String(address))
  ctx.status = 303
}
