import { Link } from '../../../views/parts/link.js'
import type { Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { origin } from '../../web/page.js'
import { NotHere } from '../../web/refusals.js'
import { historyOf, readBefore } from '../history/history.js'
import { historyList } from '../history/history.pages.js'
import { showTool } from '../administration.pages.js'
import type { AdministrationDeps } from '../deps.js'
import { nameOf } from './person.messages.js'
import { showPerson, visitTo, type Visit } from './person.pages.js'
import { showNumber, showUsername } from './show-hidden.js'
import { accountRoutes } from './account/person-account.routes.js'
import { detailsRoutes } from './details/person-details.routes.js'
import { givingRoutes } from './giving/give-permission.routes.js'
import { permissionRoutes } from './permissions/person-permissions.routes.js'

/** A person's page. Who asks, and whether the person is at a school of theirs, is settled before anything is read. */
export function personRoutes(router: Routes, parts: AdministrationDeps): void {
  const { db } = parts
  permissionRoutes(router, parts)
  givingRoutes(router, parts)
  detailsRoutes(router, parts)
  accountRoutes(router, parts)

  router.get('/behorigheter/personer/:id', async (ctx) => {
    await showPerson(ctx, parts, await visitTo(ctx, ctx.params['id'], parts))
  })

  router.post('/behorigheter/personer/:id/personnummer', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    await readForm(ctx, [])
    const look = { ...lookFrom(visit), from: origin(ctx) }
    const number = await db.transaction().execute(async (trx) => await showNumber(trx, look))
    if (number === undefined) throw new NotHere('the number of a person with protected identity')
    await showPerson(ctx, parts, { ...visit, number })
  })

  router.post('/behorigheter/personer/:id/anvandarnamn', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    await readForm(ctx, [])
    const look = { ...lookFrom(visit), from: origin(ctx) }
    const username = await db.transaction().execute(async (trx) => await showUsername(trx, look))
    if (username === undefined) throw new NotHere('the username of nobody')
    await showPerson(ctx, parts, { ...visit, username })
  })

  router.get('/behorigheter/personer/:id/historik', async (ctx) => {
    const { by, person, at } = await visitTo(ctx, ctx.params['id'], parts)
    const { text } = ctx.state
    const before = readBefore(ctx.query['fore'])
    const organisationIds = by.organisations.map(({ id }) => id)
    const history = await historyOf(db, { organisationIds, about: person.row.accountId, before })
    const title = text.administration.person.historyOf(nameOf(text, person))
    showTool(
      ctx,
      { title, area: 'people', help: text.administration.help.history, returnTo: `${at}/historik` },
      <>
        <h1 class="heading">{title}</h1>
        {historyList(ctx, {
          history,
          at: `${at}/historik`,
          tellsWhere: by.organisations.length > 1,
          isFirstPage: before === undefined,
        })}
        <p>
          <Link to={at}>{text.administration.person.back}</Link>
        </p>
      </>,
    )
  })
}

/** Noted at the first of the administrator's organisations where the person is or was. */
const lookFrom = ({ by, person }: Visit) => ({
  accountId: person.row.accountId,
  organisationId: person.held[0]?.organisation.id ?? '',
  by: by.accountId,
})
