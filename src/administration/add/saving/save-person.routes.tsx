import { findAccount } from '../../../accounts/find.js'
import { today } from '../../../database/today.js'
import { grantsOf } from '../../../permissions/grants/grants-of.js'
import { servicesAt } from '../../../permissions/services-at.js'
import type { Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { NotHere } from '../../../web/refusals.js'
import type { AdministrationDeps } from '../../deps.js'
import { nextStep } from '../draft.js'
import { atStep, openSteps, pathOf, pathOfStep } from '../add-person.pages.js'
import { askRefusedServices } from '../wishes/wishes.routes.js'
import { showAdded, showSummary } from './save-person.pages.js'
import { saveDraft } from './save-draft.js'
import { fullName } from '../../../values/names.js'

/** Looking through, *Spara*, and what happens next. */
export function savingRoutes(router: Routes, parts: AdministrationDeps): void {
  const { db, context } = parts
  const days = context.policy.initialPassword.daysAfterLetter

  router.get(
    '/behorigheter/lagg-till/:id/granska',
    atStep(parts, async (ctx, steps) => {
      const { by, draft, organisation } = steps
      const step = nextStep(draft)
      if (step !== 'summary') return goTo(ctx, pathOfStep(draft.id, step))
      const [offered, day] = await Promise.all([servicesAt(db, { organisationId: organisation.id, by }), today(db)])
      showSummary(ctx, { ...steps, offered, days, today: day })
    }),
  )

  router.post(
    '/behorigheter/lagg-till/:id/spara',
    atStep(parts, async (ctx, steps) => {
      await readForm(ctx, [])
      const { by, draft } = steps
      const { id } = draft
      const saved = await db.transaction().execute(async (trx) => await saveDraft(trx, { id, by, from: origin(ctx) }))
      if (saved.kind === 'not-there') throw new NotHere('the draft is gone')
      if (saved.kind === 'unfinished') return goTo(ctx, pathOfStep(id, saved.step))
      if (saved.kind === 'refused') return await askRefusedServices(ctx, parts, steps, saved.services)
      goTo(ctx, pathOf(id, 'klart'))
    }),
  )

  router.get('/behorigheter/lagg-till/:id/klart', async (ctx) => {
    const { draft, organisation } = await openSteps(ctx, db)
    const { added } = draft
    if (added === undefined) return goTo(ctx, pathOfStep(draft.id, nextStep(draft)))
    const [account, held] = await Promise.all([findAccount(db, added.accountId), grantsOf(db, added.accountId)])
    if (account === undefined) throw new NotHere('the account that was added')
    const name = account.hasProtectedIdentity ? undefined : fullName(account)
    const given = new Set(draft.services.map(({ service }) => service))
    const permissions = held.filter(
      ({ organisation: { id }, service, grant }) =>
        id === organisation.id && given.has(service.code) && !['ended', 'expired'].includes(grant.state),
    )
    showAdded(ctx, { added, name, permissions, days })
  })
}
