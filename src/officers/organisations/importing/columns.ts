import type { Columns } from '../../../organisations/organisations-file.js'
import { columnFields, usualColumn, type ColumnField } from '../../../organisations/usual-columns.js'
import { organisationKinds, type OrganisationKind } from '../../../organisations/organisation.js'

/** Which column tells what, chosen on the page: the same choices as the command has. */
export const choiceFields = ['kind', ...columnFields] as const
export type Choice = Readonly<Record<(typeof choiceFields)[number], string>>

export function guessed(headings: readonly string[]): Choice {
  const guess = (field: ColumnField) => usualColumn(headings, field) ?? ''
  const isMunicipal = headings.some((heading) => /^(?:municipality_code|kommunkod)$/i.test(heading))
  return {
    kind: isMunicipal ? 'municipality' : 'school',
    code: guess('code'),
    name: guess('name'),
    street: guess('street'),
    postalCode: guess('postalCode'),
    locality: guess('locality'),
    schoolForms: guess('schoolForms'),
  }
}

/** Undefined when it names no kind, or not both a code and a name among the columns. */
export function readChoice(
  choice: Choice,
  headings: readonly string[],
): { readonly kind: OrganisationKind; readonly columns: Columns } | undefined {
  const kind = organisationKinds.find((known) => known === choice.kind)
  const chosen = columnFields.filter((field) => choice[field] !== '')
  if (kind === undefined || chosen.some((field) => !headings.includes(choice[field]))) return undefined
  const { code, name, street, postalCode, locality, schoolForms } = choice
  if (code === '' || name === '') return undefined
  return {
    kind,
    columns: {
      code,
      name,
      ...(street !== '' && { street }),
      ...(postalCode !== '' && { postalCode }),
      ...(locality !== '' && { locality }),
      ...(schoolForms !== '' && { schoolForms }),
    },
  }
}
