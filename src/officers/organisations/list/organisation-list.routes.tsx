import type { Routes } from '../../../web/context.js'
import { BadInput } from '../../../web/refusals.js'
import { officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { findOrganisations } from './find-organisations.js'
import { showOrganisations } from './organisation-list.pages.js'
import { readSearch } from './search.js'

export function organisationListRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get('/handlaggning/organisationer', async (ctx) => {
    await officer(ctx, db)
    const search = readSearch(new URLSearchParams(ctx.querystring))
    if (search === undefined) throw new BadInput('a search of no page of ours')
    showOrganisations(ctx, search, await findOrganisations(db, search))
  })
}
