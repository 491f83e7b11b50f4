import type { Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { origin } from '../../../web/page.js'
import type { OfficerDeps } from '../../deps.js'
import { noteLook } from './find-person.js'
import { showHistory } from '../history/account-history.pages.js'
import { showAccount, visitTo } from './account.pages.js'

/** An account's page. That it was read is noted before it is shown, and so is what is shown on purpose only. */
export function personRoutes(router: Routes, parts: OfficerDeps): void {
  const { db } = parts

  router.get('/handlaggning/konton/:id', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const look = { accountId: visit.account.accountId, by: visit.by.accountId, from: origin(ctx) }
    await db.transaction().execute(async (trx) => await noteLook(trx, 'account-shown', look))
    await showAccount(ctx, parts, visit)
  })

  router.get('/handlaggning/konton/:id/historik', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const look = { accountId: visit.account.accountId, by: visit.by.accountId, from: origin(ctx) }
    await db.transaction().execute(async (trx) => await noteLook(trx, 'account-shown', look))
    await showHistory(ctx, parts, visit)
  })

  router.post('/handlaggning/konton/:id/visa', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    await readForm(ctx, [])
    const look = { accountId: visit.account.accountId, by: visit.by.accountId, from: origin(ctx) }
    const kind = visit.account.isProtected ? 'protected-details-shown' : 'number-shown'
    await db.transaction().execute(async (trx) => await noteLook(trx, kind, look))
    await showAccount(ctx, parts, { ...visit, shows: true })
  })
}
