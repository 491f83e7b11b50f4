import { hasNumberIn } from '../../../accounts/number-query.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { origin } from '../../../web/page.js'
import { BadInput } from '../../../web/refusals.js'
import { officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { findAccounts } from './find-accounts.js'
import { showAccounts } from './account-search.pages.js'
import { readSearch, searchAddress, searchFields, type AccountSearch } from './search.js'

/** One box, for all accounts. What is asked for stands in an address; but a number stands in none, and is answered here. */
export function searchRoutes(router: Routes, { db, context }: OfficerDeps): void {
  const found = async (ctx: Ctx, by: string, search: AccountSearch) =>
    await findAccounts(db, context, { search, by, from: origin(ctx) })

  router.get('/handlaggning/konton', async (ctx) => {
    const { accountId } = await officer(ctx, db)
    const asked = askedBy(new URLSearchParams(ctx.querystring))
    const isNumberInAddress = hasNumberIn(asked.words)
    const search = isNumberInAddress ? { ...asked, words: '' } : asked
    showAccounts(ctx, { search, found: await found(ctx, accountId, search), isNumberInAddress })
  })

  router.post('/handlaggning/konton', async (ctx) => {
    const { accountId } = await officer(ctx, db)
    const search = askedBy(new URLSearchParams(await readForm(ctx, searchFields)))
    if (hasNumberIn(search.words)) return showAccounts(ctx, { search, found: await found(ctx, accountId, search) })
    ctx.redirect(searchAddress({ ...search, page: 1 }))
    ctx.status = 303
  })
}

const askedBy = (given: URLSearchParams): AccountSearch => {
  const search = readSearch(given)
  if (search === undefined) throw new BadInput('a search of no page of ours')
  return search
}
