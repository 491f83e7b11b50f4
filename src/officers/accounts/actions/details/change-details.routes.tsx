import { DetailsFields } from '../../../../../views/parts/act-fields.js'
import { Notice } from '../../../../../views/parts/notice.js'
import type { FieldError } from '../../../../../views/parts/error-summary.js'
import { changeDetails, detailsOf, type VersionedDetails } from '../../../../accounts/details/change-details.js'
import { detailsFrom, differing } from '../../../../accounts/details/details.js'
import {
  detailsFormFields,
  detailsFormIssues,
  detailsFormOf,
  versionFrom,
  type DetailsForm,
} from '../../../../accounts/details/details-form.js'
import type { Ctx, Routes } from '../../../../web/context.js'
import { readForm } from '../../../../web/form.js'
import { goTo, origin } from '../../../../web/page.js'
import { NotHere } from '../../../../web/refusals.js'
import type { OfficerDeps } from '../../../deps.js'
import { noteLook } from '../../person/find-person.js'
import { visitTo, type Visit } from '../../person/account.pages.js'
import { showAct } from '../account-actions.pages.js'

/** *Ändra uppgifter*, of anybody but oneself. Of a protected person, opening the form shows what is protected. */
export function detailsRoutes(router: Routes, parts: OfficerDeps): void {
  const { db } = parts

  router.get('/handlaggning/konton/:id/uppgifter', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const { accountId, isProtected } = visit.account
    const details = await detailsOf(db, accountId)
    if (details === undefined) throw new NotHere('the details of nobody')
    if (isProtected) {
      const look = { accountId, by: visit.by.accountId, from: origin(ctx) }
      await db.transaction().execute(async (trx) => await noteLook(trx, 'protected-details-shown', look))
    }
    showDetails(ctx, { visit, typed: detailsFormOf(details) })
  })

  router.post('/handlaggning/konton/:id/uppgifter', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, detailsFormFields)
    const details = detailsFrom(typed)
    const errors = detailsFormIssues(ctx.state.text, typed)
    if (errors.length > 0) return showDetails(ctx, { visit, typed, errors })
    const { accountId } = visit.account
    const version = versionFrom(typed)
    const input = { accountId, by: visit.by.accountId, as: 'officer', version, details, from: origin(ctx) } as const
    const outcome = await db.transaction().execute(async (trx) => await changeDetails(trx, input))
    switch (outcome.kind) {
      case 'changed':
        return goTo(ctx, `${visit.at}?klart=details`)
      case 'unchanged':
        return goTo(ctx, visit.at)
      case 'not-theirs':
        return showDetails(ctx, { visit, typed, isRefused: true })
      case 'changed-meanwhile':
        return showDetails(ctx, { visit, typed, now: outcome.now })
      default:
        return outcome satisfies never
    }
  })
}

interface DetailsPage {
  readonly visit: Visit
  readonly typed: DetailsForm
  readonly errors?: readonly FieldError[]
  readonly isRefused?: boolean
  /** What it is by now, when somebody else came first. */
  readonly now?: VersionedDetails
}

const showDetails = (ctx: Ctx, { visit, typed, errors = [], isRefused = false, now }: DetailsPage): void => {
  const { text } = ctx.state
  const { details: words } = text.officers.accountActions
  const { personActions } = text.administration
  const isOver = visit.account.endedAt !== null
  showAct(ctx, {
    visit,
    path: 'uppgifter',
    title: words.title,
    words: [words.words],
    label: words.save,
    cannot: isOver && !isRefused ? words.cannot : undefined,
    refusal: isRefused ? words.cannot : now && personActions.detailsMeanwhile,
    errors,
    // Whoever has seen what it is now may save over it.
    kept: { version: now === undefined ? typed.version : String(now.version) },
    children: (
      <>
        {now && (
          <Notice kind="warning">
            <p>{personActions.detailsNow}</p>
            <ul>
              {differing(now, detailsFrom(typed)).map((field) => (
                <li key={field}>{personActions.isNow(personActions[field], now[field] ?? personActions.empty)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <DetailsFields text={text} typed={{ ...typed }} errors={errors} />
      </>
    ),
  })
}
