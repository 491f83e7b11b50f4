import { schoolForms } from '../../../../config/school-forms.js'
import { KeepOrganisation } from '../../../../views/officers/organisations/keep-organisation.js'
import type { Alike } from '../../../organisations/importing/alike.js'
import { oneAlikeAsWords } from '../../../organisations/organisations.messages.js'
import type { OrganisationDetails } from '../../../organisations/details.js'
import { valueKinds, whyNotField } from '../../../organisations/organisation.js'
import type { Text } from '../../../text/text.js'
import { sentenceFor } from '../../../values/mistakes.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import {
  askedForms,
  readField,
  tickOf,
  type OrganisationMistake,
  type TypedOrganisation,
} from './edit-organisation.form.js'

export interface OrganisationEdit {
  /** The one that is changed; without it, a new one. */
  readonly organisation?: OrganisationDetails
  readonly typed: TypedOrganisation
  readonly mistakes?: readonly OrganisationMistake[]
  /** Somebody else has changed it since the reader saw it: what is kept now is shown. */
  readonly isStale?: boolean
  /** Another that it resembles, and nobody has said yet that they are two. */
  readonly alike?: Alike
}

export function showEdit(
  ctx: Ctx,
  { organisation, typed, mistakes = [], isStale = false, alike }: OrganisationEdit,
): void {
  const { text, language, formToken } = ctx.state
  const { organisations: words } = text.officers
  const title = organisation === undefined ? words.registerTitle : words.changeTitle(organisation.name)
  const at = organisation && (`/handlaggning/organisationer/${organisation.id}` as const)
  const to = at === undefined ? '/handlaggning/organisationer/ny' : (`${at}/andra` as const)
  const hasErrors = mistakes.length > 0 || isStale || alike !== undefined
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
      alike={alike && oneAlikeAsWords(text, alike)}
      typed={typed}
      forms={askedForms.map((form) => ({
        name: tickOf(form),
        label: schoolForms[form][language],
        isTicked: typed.forms.includes(form),
      }))}
      errors={mistakes.map(({ field, what }) => ({
        field,
        message: whyNot(ctx.state.text, { field, what }, typed),
      }))}
    />,
  )
}

const whyNot = (text: Text, { what }: OrganisationMistake, typed: TypedOrganisation): string => {
  if (what === 'code') return text.mistakes.code
  if (what !== 'name' && what !== 'street' && what !== 'postalCode' && what !== 'locality') {
    return text.officers.organisations.wrong[what]
  }
  const value = readField[what](typed[what])
  return sentenceFor(text, { kind: valueKinds[what], why: whyNotField(what, value) ?? 'missing', value })
}
