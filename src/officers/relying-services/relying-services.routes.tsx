import { plainCharacters } from '../../values/characters.js'
import { changeClient } from '../../relying-services/change.js'
import { findClient } from '../../relying-services/find.js'
import { registerClient } from '../../relying-services/register.js'
import type { Db } from '../../database/database.js'
import type { Ctx, Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { NotHere } from '../../web/refusals.js'
import { officer } from '../officers.pages.js'
import type { OfficerDeps } from '../deps.js'
import { actionRoutes } from './actions/relying-service-actions.routes.js'
import { integrationSettingsRoutes } from './integration-settings/integration-settings.routes.js'
import {
  clientAt,
  first,
  showChange,
  showClient,
  showClients,
  showNewClient,
  showSecret,
  type Action,
} from './relying-services.pages.js'
import { clientFields, nothingTyped, readClient, typedFrom, versionOf } from './relying-services.form.js'

/** The relying services: registered, changed, given secrets, turned off; tried, and helped to connect. */
export function relyingServiceRoutes(router: Routes, parts: OfficerDeps): void {
  const { db, context } = parts
  router.get(first, async (ctx) => {
    await officer(ctx, db)
    await showClients(ctx, db)
  })

  router.get(`${first}/ny`, async (ctx) => {
    await officer(ctx, db)
    showNewClient(ctx, context, { typed: nothingTyped, mistakes: [] })
  })

  router.post(`${first}/ny`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const typed = await readForm(ctx, clientFields)
    const { registration, mistakes } = readClient(context, typed)
    const id = plainCharacters(typed.id).trim()
    if (mistakes.length > 0) return showNewClient(ctx, context, { typed, mistakes })
    const outcome = await db
      .transaction()
      .execute(async (trx) => await registerClient(trx, context, { id, registration, by, from: origin(ctx) }))
    if (outcome.kind === 'faulty') return showNewClient(ctx, context, { typed, mistakes: outcome.faults })
    if (outcome.kind !== 'registered') {
      const what = outcome.kind === 'taken' ? 'taken' : 'id'
      return showNewClient(ctx, context, { typed, mistakes: [{ field: 'id', what }] })
    }
    return await tell(ctx, db, { id, secret: outcome.secret, action: 'registered' })
  })

  router.get(`${first}/:client`, async (ctx) => {
    await officer(ctx, db)
    showClient(ctx, await clientAt(ctx, db))
  })
  changeRoutes(router, parts)
  actionRoutes(router, parts)
  integrationSettingsRoutes(router, parts)
}

const changeRoutes = (router: Routes, { db, context }: OfficerDeps): void => {
  const { policy } = context
  router.get(`${first}/:client/andra`, async (ctx) => {
    await officer(ctx, db)
    const client = await clientAt(ctx, db)
    showChange(ctx, client, { policy, typed: typedFrom(client), mistakes: [] })
  })

  router.post(`${first}/:client/andra`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const client = await clientAt(ctx, db)
    const typed = await readForm(ctx, clientFields)
    const { registration, mistakes } = readClient(context, typed)
    if (mistakes.length > 0) return showChange(ctx, client, { policy, typed, mistakes })
    const change = { id: client.id, version: versionOf(typed), registration, by, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await changeClient(trx, context, change))
    if (outcome.kind === 'not-there') throw new NotHere('no such client')
    if (outcome.kind === 'faulty') return showChange(ctx, client, { policy, typed, mistakes: outcome.faults })
    if (outcome.kind === 'changed-meanwhile') {
      const now = await clientAt(ctx, db)
      const again = { ...typed, version: String(now.version) }
      return showChange(ctx, now, { policy, typed: again, mistakes: [], wasChanged: true })
    }
    const secret = outcome.kind === 'changed' ? outcome.secret : undefined
    return await tell(ctx, db, { id: client.id, secret, action: outcome.kind })
  })
}

/** A secret is shown in the answer itself: no address leads to it, and no page shows it again. */
const tell = async (
  ctx: Ctx,
  db: Db,
  { id, secret, action }: { readonly id: string; readonly secret: string | undefined; readonly action: Action },
): Promise<void> => {
  if (secret === undefined) return goTo(ctx, `${first}/${id}?klart=${action}`)
  const client = await findClient(db, id)
  if (client === undefined) throw new NotHere('no such client')
  showSecret(ctx, client, { secret, done: ctx.state.text.officers.relyingServices.done[action] })
}
