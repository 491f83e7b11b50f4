import { AccessibilityStatement } from '../../views/start/accessibility-statement.js'
import { Handbook } from '../../views/start/handbook.js'
import { StartPage } from '../../views/start/start-page.js'
import type { Db } from '../database/database.js'
import type { Routes } from '../web/context.js'
import { show } from '../web/page.js'
import type { World } from '../world/world.js'
import { findRelyingServices } from './queries.js'

export interface StartParts {
  readonly db: Db
  readonly world: World
  /** True where the demo mailbox can be opened. */
  readonly hasMailbox: boolean
}

export function startRoutes(router: Routes, { db, world, hasMailbox }: StartParts): void {
  router.get('/', async (ctx) => {
    const { text, language } = ctx.state
    const found = await findRelyingServices(db)
    const services = found.map((service) => ({ id: service.id, name: service[language], address: service.address }))
    const { title, preamble: description } = text.start
    show(ctx, { title, description }, <StartPage text={text} services={services} hasMailbox={hasMailbox} />)
  })

  router.get('/handbok', (ctx) => {
    const { text, language } = ctx.state
    const { title, preamble: description } = text.start.handbook
    show(ctx, { title, description }, <Handbook text={text} language={language} policy={world.policy} />)
  })

  router.get('/tillganglighet', (ctx) => {
    const { text } = ctx.state
    const { accessibility: title } = text.common
    show(ctx, { title, description: text.start.accessibilityWords }, <AccessibilityStatement text={text} />)
  })

  router.get('/robots.txt', (ctx) => {
    ctx.type = 'text'
    ctx.body = robots
  })
}

/** What is worth finding may be found; the steps of a sign-in are nobody's search result. */
const robots =
  'User-agent: *\nDisallow: /login/\nDisallow: /oidc/\nDisallow: /losenordskiosk/\nDisallow: /demo/\nDisallow: /konto\n'
