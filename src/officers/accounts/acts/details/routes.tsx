import { readEmailAddress, shownEmailAddress } from '../../../../delivery/address.js'
import { DetailsFields } from '../../../../../views/parts/act-fields.js'
import { Notice } from '../../../../../views/parts/notice.js'
import type { FieldError } from '../../../../../views/parts/error-summary.js'
import { changeDetails, detailsOf, type VersionedDetails } from '../../../../accounts/details/change-details.js'
import {
  detailsFrom,
  differing,
  oneNameTick,
  unusable,
  whyNotDetail,
  type TypedDetails,
} from '../../../../accounts/details/details.js'
import type { Text } from '../../../../text/text.js'
import type { Ctx, Routes } from '../../../../web/context.js'
import { readForm } from '../../../../web/form.js'
import { goTo, origin } from '../../../../web/page.js'
import { NotHere } from '../../../../web/refusals.js'
import type { OfficerParts } from '../../../routes.js'
import { noteLook } from '../../person/find-person.js'
import { visitTo, type Visit } from '../../person/pages.js'
import { showAct } from '../pages.js'

const fields = [
  'version',
  'givenName',
  'familyName',
  'hasOneName',
  'email',
  'repeat',
  'street',
  'postalCode',
  'locality',
] as const

/** *Ändra uppgifter*, of anybody but oneself. Of a protected person, opening the form shows what is protected. */
export function detailsRoutes(router: Routes, parts: OfficerParts): void {
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
    showDetails(ctx, { visit, typed: typedFrom(details) })
  })

  router.post('/handlaggning/konton/:id/uppgifter', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, fields)
    const details = detailsFrom(typed)
    const errors = problemsIn(ctx.state.text, typed)
    if (errors.length > 0) return showDetails(ctx, { visit, typed, errors })
    const { accountId } = visit.account
    const version = /^\d{1,9}$/.test(typed.version) ? Number(typed.version) : 0
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

interface DetailsForm {
  readonly visit: Visit
  readonly typed: TypedDetails & { readonly version: string; readonly repeat: string }
  readonly errors?: readonly FieldError[]
  readonly isRefused?: boolean
  /** What it is by now, when somebody else came first. */
  readonly now?: VersionedDetails
}

const showDetails = (ctx: Ctx, { visit, typed, errors = [], isRefused = false, now }: DetailsForm): void => {
  const { text } = ctx.state
  const { details: words } = text.officers.accountActs
  const { personActs } = text.administration
  const isOver = visit.account.endedAt !== null
  showAct(ctx, {
    visit,
    path: 'uppgifter',
    title: words.title,
    words: [words.words],
    label: words.save,
    cannot: isOver && !isRefused ? words.cannot : undefined,
    refusal: isRefused ? words.cannot : now && personActs.detailsMeanwhile,
    errors,
    // Whoever has seen what it is now may save over it.
    kept: { version: now === undefined ? typed.version : String(now.version) },
    children: (
      <>
        {now && (
          <Notice kind="warning">
            <p>{personActs.detailsNow}</p>
            <ul>
              {differing(now, detailsFrom(typed)).map((field) => (
                <li key={field}>{personActs.isNow(personActs[field], now[field] ?? personActs.empty)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <DetailsFields text={text} typed={{ ...typed }} errors={errors} />
      </>
    ),
  })
}

const typedFrom = (details: VersionedDetails): DetailsForm['typed'] => {
  const { givenName, familyName, email, street, postalCode, locality, version } = details
  return {
    givenName: givenName ?? '',
    familyName: familyName ?? '',
    hasOneName: oneNameTick(details),
    email: shownEmailAddress(email ?? ''),
    repeat: shownEmailAddress(email ?? ''),
    street: street ?? '',
    postalCode: postalCode ?? '',
    locality: locality ?? '',
    version: String(version),
  }
}

const problemsIn = (text: Text, typed: TypedDetails & { readonly repeat: string }): readonly FieldError[] => {
  const details = detailsFrom(typed)
  const isSame = (details.email ?? '').toLowerCase() === readEmailAddress(typed.repeat).toLowerCase()
  return [
    ...unusable(details).map((field) => ({ field, message: whyNotDetail(text, field, typed[field]) })),
    ...(isSame ? [] : [{ field: 'repeat', message: text.mistakes['email-differs'] }]),
  ]
}
