import { endAnothersSession } from '../../../login/sessions/end-anothers.js'
import { sessionUid } from '../../../login/sessions/session.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { BadInput, NotHere } from '../../../web/refusals.js'
import type { OfficerDeps } from '../../deps.js'
import { visitTo, type Visit } from '../person/account.pages.js'
import { detailsRoutes } from './details/change-details.routes.js'
import { endingRoutes } from './ending/end-account.routes.js'
import { mergingRoutes } from './merging/merge-accounts.routes.js'
import { numberRoutes } from './number/change-number.routes.js'
import { showAct } from './account-actions.pages.js'
import { plainActions, type PlainAct } from './plain-actions.js'

/** What the agency does about an account, each on a page of its own that says what it means. Nobody acts on their own. */
export function actRoutes(router: Routes, parts: OfficerDeps): void {
  for (const plain of plainActions) plainRoutes(router, parts, plain)
  detailsRoutes(router, parts)
  endingRoutes(router, parts)
  mergingRoutes(router, parts)
  numberRoutes(router, parts)

  router.post('/handlaggning/konton/:id/inloggningar', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const { session: uid } = await readForm(ctx, ['session'])
    if (!sessionUid.test(uid)) throw new BadInput('not the name of a session')
    if (visit.account.isSelf) throw new NotHere('a session of their own is ended on their own page')
    const action = { ...actionOf(ctx, visit), uid }
    const outcome = await parts.db
      .transaction()
      .execute(async (trx) => await endAnothersSession(trx, parts.context, action))
    goTo(ctx, outcome.kind === 'ended' ? `${visit.at}?klart=session` : visit.at)
  })
}

const plainRoutes = (router: Routes, parts: OfficerDeps, plain: PlainAct): void => {
  const { db, context } = parts
  const show = (ctx: Ctx, visit: Visit, { isRefused }: { readonly isRefused: boolean }) => {
    const words = ctx.state.text.officers.accountActions.plain[plain.name]
    const cannot = plain.can(visit.account) ? undefined : words.cannot
    showAct(ctx, {
      visit,
      path: plain.path,
      title: words.title,
      words: words.words,
      label: words.label,
      cannot: isRefused ? undefined : cannot,
      refusal: isRefused ? words.refused : undefined,
    })
  }

  router.get(`/handlaggning/konton/:id/${plain.path}`, async (ctx) => {
    show(ctx, await visitTo(ctx, ctx.params['id'], parts), { isRefused: false })
  })

  router.post(`/handlaggning/konton/:id/${plain.path}`, async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    await readForm(ctx, [])
    const action = actionOf(ctx, visit)
    const isDone =
      !visit.account.isSelf && (await db.transaction().execute(async (trx) => await plain.act(trx, context, action)))
    if (isDone) return goTo(ctx, `${visit.at}?klart=${plain.name}`)
    return show(ctx, visit, { isRefused: true })
  })
}

/** By whom and from where. */
export const actionOf = (ctx: Ctx, { account, by }: Visit) => ({
  accountId: account.accountId,
  username: account.username,
  by: by.accountId,
  from: origin(ctx),
})
