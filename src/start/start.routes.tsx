import { AccessibilityStatement } from '../../views/start/accessibility-statement.js'
import { Handbook, type SchoolContacts } from '../../views/start/handbook.js'
import { StartPage } from '../../views/start/start-page.js'
import type { Db } from '../database/database.js'
import { isUnreachable } from '../database/unreachable.js'
import { administeredBy } from '../organisations/administered-by.js'
import { contactsOf } from '../organisations/contacts/keep-contacts.js'
import { contactLine } from '../organisations/contacts/contacts.messages.js'
import type { Ctx, Routes } from '../web/context.js'
import { show } from '../web/page.js'
import type { AppContext } from '../context/app-context.js'
import { findRelyingServices } from './start.queries.js'

export interface StartParts {
  readonly db: Db
  readonly context: AppContext
  /** True where the demo mailbox can be opened. */
  readonly hasMailbox: boolean
}

export function startRoutes(router: Routes, { db, context, hasMailbox }: StartParts): void {
  router.get('/', async (ctx) => {
    const { text, language } = ctx.state
    const found = await findRelyingServices(db)
    const services = found.map((service) => ({ id: service.id, name: service[language], address: service.address }))
    const { title, preamble: description } = text.start
    show(ctx, { title, description }, <StartPage text={text} services={services} hasMailbox={hasMailbox} />)
  })

  router.get('/handbok', async (ctx) => {
    const { text, language } = ctx.state
    const { title, preamble: description } = text.start.handbook
    const schools = await contactsForReader(ctx, db).catch(noneWhileDown)
    show(
      ctx,
      { title, description },
      <Handbook text={text} language={language} policy={context.policy} schools={schools} />,
    )
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

/** To an administrator: the code to have ready, and whom to call, for each school of theirs. Nobody need be signed in. */
const contactsForReader = async (ctx: Ctx, db: Db): Promise<readonly SchoolContacts[]> => {
  const who = await ctx.state.whoIsSignedIn({ isActivity: false })
  const { text } = ctx.state
  const organisations = who === undefined ? [] : await administeredBy(db, who.accountId)
  return await Promise.all(
    organisations.map(async ({ id, kind, code, name }) => ({
      id,
      name,
      code: `${text.administration.organisation.code[kind]} ${code}`,
      contacts: (await contactsOf(db, id)).map((contact) => contactLine(text, contact)),
    })),
  )
}

/** The handbook tells what to do when nothing else works: without the database it stands there as to a stranger. */
const noneWhileDown = (error: unknown): readonly SchoolContacts[] => {
  if (isUnreachable(error)) return []
  throw error
}

/** What is worth finding may be found; the steps of a sign-in are nobody's search result. */
const robots =
  'User-agent: *\nDisallow: /login/\nDisallow: /oidc/\nDisallow: /losenordskiosk/\nDisallow: /demo/\nDisallow: /konto\n'
