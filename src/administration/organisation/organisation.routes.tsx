import type { Ctx, Routes } from '../../web/context.js'
import { NotHere } from '../../web/refusals.js'
import { organisationOf, type Administrator } from '../administrator.js'
import { administrator } from '../administration.pages.js'
import type { AdministrationDeps } from '../deps.js'
import { showOrganisation, showOrganisationHistory, showOrganisations } from './organisation.pages.js'

/** The organisations that somebody administers: who else does, who gives what, and what has been done. */
export function organisationRoutes(router: Routes, { db }: AdministrationDeps): void {
  router.get('/behorigheter/organisationer', async (ctx) => {
    showOrganisations(ctx, await administrator(ctx, db))
  })

  router.get('/behorigheter/organisationer/:id', async (ctx) => {
    const who = await administrator(ctx, db)
    await showOrganisation(ctx, db, { who, organisation: theirs(ctx, who) })
  })

  router.get('/behorigheter/organisationer/:id/historik', async (ctx) => {
    const who = await administrator(ctx, db)
    await showOrganisationHistory(ctx, db, theirs(ctx, who))
  })
}

/** @throws NotHere for another's organisation and for none, which look the same */
const theirs = (ctx: Ctx & { readonly params: Readonly<Record<string, string>> }, who: Administrator) => {
  const organisation = organisationOf(who, ctx.params['id'] ?? '')
  if (organisation === undefined) throw new NotHere('not an organisation of theirs')
  return organisation
}
