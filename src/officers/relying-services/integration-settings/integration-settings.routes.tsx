import { findByUsername } from '../../../accounts/find.js'
import { record } from '../../../audit/record.js'
import { learnedOf } from '../../../relying-services/claims-for.js'
import type { Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { origin } from '../../../web/page.js'
import { officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { clientAt, first } from '../relying-services.pages.js'
import { showSettings, showTry } from './integration-settings.pages.js'

/** What helps those who connect a relying service: settings to paste, and what it would be told of somebody. */
export function integrationSettingsRoutes(router: Routes, { db, context }: OfficerDeps): void {
  router.get(`${first}/:client/installningar`, async (ctx) => {
    await officer(ctx, db)
    showSettings(ctx, context, await clientAt(ctx, db))
  })

  router.get(`${first}/:client/prova`, async (ctx) => {
    await officer(ctx, db)
    showTry(ctx, context, await clientAt(ctx, db), { typed: '' })
  })

  router.post(`${first}/:client/prova`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const client = await clientAt(ctx, db)
    const { username: typed } = await readForm(ctx, ['username'])
    const person = /^[^\p{Cc}]{1,100}$/u.test(typed.trim()) ? await findByUsername(db, typed.trim()) : undefined
    if (person === undefined) return showTry(ctx, context, client, { typed: typed.trim(), isNobody: true })
    const learned = await learnedOf(db, client, person)
    const details = { client: client.id }
    await db
      .transaction()
      .execute(async (trx) => await record(trx, origin(ctx), { kind: 'client-tried', by, about: person.id, details }))
    return showTry(ctx, context, client, { typed: typed.trim(), found: { person, learned } })
  })
}
