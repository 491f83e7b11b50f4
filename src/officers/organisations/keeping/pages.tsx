import { readStreet, whyUnreadable } from '../../../values/line.js'
import { schoolForms } from '../../../../config/school-forms.js'
import { KeepOrganisation } from '../../../../views/officers/organisations/keep-organisation.js'
import type { OrganisationDetails } from '../../../organisations/details.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../pages.js'
import { askedForms, tickOf, type OrganisationMistake, type TypedOrganisation } from './typed.js'

export interface Keeping {
  /** The one that is changed; without it, a new one. */
  readonly organisation?: OrganisationDetails
  readonly typed: TypedOrganisation
  readonly mistakes?: readonly OrganisationMistake[]
  /** Somebody else has changed it since the reader saw it: what is kept now is shown. */
  readonly isStale?: boolean
}

export function showKeeping(ctx: Ctx, { organisation, typed, mistakes = [], isStale = false }: Keeping): void {
  const { text, language, formToken } = ctx.state
  const { organisations: words } = text.officers
  const title = organisation === undefined ? words.registerTitle : words.changeTitle(organisation.name)
  const at = organisation && (`/handlaggning/organisationer/${organisation.id}` as const)
  const to = at === undefined ? '/handlaggning/organisationer/ny' : (`${at}/andra` as const)
  const hasErrors = mistakes.length > 0 || isStale
  showTool(
    ctx,
    {
      title,
      area: 'organisations',
      returnTo: to,
      ...(hasErrors && { hasErrors, status: isStale ? 409 : 422 }),
    },
    <KeepOrganisation
      text={text}
      formToken={formToken}
      title={title}
      to={to}
      back={at ?? '/handlaggning/organisationer'}
      isNew={organisation === undefined}
      isStale={isStale}
      typed={typed}
      forms={askedForms.map((form) => ({
        name: tickOf(form),
        label: schoolForms[form][language],
        isTicked: typed.forms.includes(form),
      }))}
      errors={mistakes.map(({ field, what }) => ({
        field,
        message: unreadable(ctx, typed, field) ?? words.wrong[what],
      }))}
    />,
  )
}

const unreadable = (ctx: Ctx, typed: TypedOrganisation, field: string): string | undefined =>
  field === 'name' || field === 'street' || field === 'locality'
    ? whyUnreadable(ctx.state.text, readStreet(typed[field]))
    : undefined
