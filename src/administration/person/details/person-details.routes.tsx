import { changeDetails, detailsOf, mayChangeDetails } from '../../../accounts/details/change-details.js'
import { detailsFrom } from '../../../accounts/details/details.js'
import {
  detailsFormFields,
  detailsFormIssues,
  detailsFormOf,
  versionFrom,
} from '../../../accounts/details/details-form.js'
import type { Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { NotHere } from '../../../web/refusals.js'
import type { AdministrationDeps } from '../../deps.js'
import { visitTo, type Visit } from '../person.pages.js'
import { showDetails } from './person-details.pages.js'

/** *Ändra uppgifter*, for people who are this administrator's alone. */
export function detailsRoutes(router: Routes, parts: AdministrationDeps): void {
  const { db } = parts

  router.get('/behorigheter/personer/:id/uppgifter', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const whose = { accountId: visit.person.row.accountId, by: visit.by.accountId }
    if (!(await mayChangeDetails(db, whose))) return goTo(ctx, visit.at)
    const details = await detailsOf(db, whose.accountId)
    if (details === undefined) throw new NotHere('the details of nobody')
    return showDetails(ctx, { visit, typed: detailsFormOf(details) })
  })

  router.post('/behorigheter/personer/:id/uppgifter', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const whose = { accountId: visit.person.row.accountId, by: visit.by.accountId }
    const typed = await readForm(ctx, detailsFormFields)
    if (!(await mayChangeDetails(db, whose))) return goTo(ctx, visit.at)
    const details = detailsFrom(typed)
    const errors = detailsFormIssues(ctx.state.text, typed)
    if (errors.length > 0) return showDetails(ctx, { visit, typed, errors })
    const input = { ...whose, ...whereFrom(visit), version: versionFrom(typed), details, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await changeDetails(trx, input))
    switch (outcome.kind) {
      case 'changed':
        return goTo(ctx, `${visit.at}?klart=uppgifter`)
      case 'unchanged':
      case 'not-theirs':
        return goTo(ctx, visit.at)
      case 'changed-meanwhile':
        return showDetails(ctx, { visit, typed, now: outcome.now })
      default:
        return outcome satisfies never
    }
  })
}

const whereFrom = ({ person }: Visit) => ({ organisationId: person.held[0]?.organisation.id ?? '' })
