import type { Columns } from '../../../organisations/organisations-file.js'
import { organisationKinds, type OrganisationKind } from '../../../organisations/organisation.js'

/** Which column tells what, chosen on the page: the same choices as the command has. */
export const columnFields = ['code', 'name', 'street', 'postalCode', 'locality', 'schoolForms'] as const
export type ColumnField = (typeof columnFields)[number]
export const choiceFields = ['kind', ...columnFields] as const
export type Choice = Readonly<Record<(typeof choiceFields)[number], string>>

/** What columns are usually called. */
const usual: Readonly<Record<ColumnField, RegExp>> = {
  code: /^(?:code|kod|skolkod|kommunkod|municipality_code|school_code)$/i,
  name: /^(?:name|namn|municipality_name|school_name)$/i,
  street: /^(?:street|gatuadress|adress|address)$/i,
  postalCode: /^(?:postal_?code|postnummer|postnr)$/i,
  locality: /^(?:locality|ort|postort)$/i,
  schoolForms: /^(?:school_?forms|skolform(?:er)?)$/i,
}

export function guessed(headings: readonly string[]): Choice {
  const guess = (field: ColumnField) => headings.find((heading) => usual[field].test(heading)) ?? ''
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
