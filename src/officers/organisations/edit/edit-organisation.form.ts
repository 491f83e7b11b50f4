import { reportingMethods, type SchoolForm } from '../../../../config/school-forms.js'
import type { OrganisationDetails } from '../../../organisations/details.js'
import {
  faultsIn,
  isSchoolForm,
  organisationFields,
  organisationKinds,
  readOrganisationCode,
  type NewOrganisation,
  type OrganisationField,
} from '../../../organisations/organisation.js'
import { readLine, readStreet } from '../../../values/line.js'
import { readPostalCode } from '../../../values/postal-code.js'
import { allForms } from '../list/search.js'

/** The form by which an organisation is registered or changed, as it was typed; a tick for each school form. */
const asked = [
  'kind',
  'code',
  'name',
  'reportingMethod',
  'street',
  'postalCode',
  'locality',
  'isNew',
  'version',
] as const
type Asked = (typeof asked)[number]
export type TypedOrganisation = Readonly<Record<Asked, string>> & { readonly forms: readonly SchoolForm[] }

/** A municipality has its one form without being asked. */
export const askedForms: readonly SchoolForm[] = allForms.filter((form) => form !== 'kommun')
export const tickOf = (form: SchoolForm): string => `form-${form}`
export const typedFields: readonly string[] = [...asked, ...askedForms.map(tickOf)]

export interface OrganisationMistake {
  readonly field: OrganisationField
  readonly what: OrganisationField | 'code-taken' | 'kind-in-use' | 'municipality-forms'
}

export type ReadOrganisation =
  | { readonly kind: 'read'; readonly organisation: NewOrganisation }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly OrganisationMistake[] }

export function typedFrom(form: Readonly<Record<string, string>>): TypedOrganisation {
  const said = (name: Asked) => form[name] ?? ''
  return {
    kind: said('kind'),
    code: said('code'),
    name: said('name'),
    reportingMethod: said('reportingMethod'),
    street: said('street'),
    postalCode: said('postalCode'),
    locality: said('locality'),
    isNew: said('isNew'),
    version: said('version'),
    forms: askedForms.filter((one) => form[tickOf(one)] === 'ja'),
  }
}

/** What the form says before anybody has typed. */
export function typedAs(organisation?: OrganisationDetails): TypedOrganisation {
  return {
    kind: organisation?.kind ?? '',
    code: organisation?.code ?? '',
    name: organisation?.name ?? '',
    reportingMethod: organisation === undefined ? '' : (organisation.reportingMethod ?? ''),
    street: organisation?.street ?? '',
    postalCode: organisation?.postalCode ?? '',
    locality: organisation?.locality ?? '',
    isNew: '',
    version: organisation === undefined ? '' : String(organisation.version),
    forms: organisation?.schoolForms.filter((form) => form !== 'kommun') ?? [],
  }
}

/** How the lines are read, here as everywhere. */
export const readField = { name: readLine, street: readStreet, postalCode: readPostalCode, locality: readLine } as const

/** The organisation; or all that must be mended, at once, in the order of the form. */
export function readOrganisation(typed: TypedOrganisation): ReadOrganisation {
  const kind = organisationKinds.find((known) => known === typed.kind)
  const reportingMethod = reportingMethods.find((known) => known === typed.reportingMethod)
  const street = readField.street(typed.street) || undefined
  const postalCode = readField.postalCode(typed.postalCode) || undefined
  const locality = readField.locality(typed.locality) || undefined
  const organisation: NewOrganisation = {
    kind: kind ?? 'school',
    code: readOrganisationCode(typed.code),
    name: readField.name(typed.name),
    reportingMethod: reportingMethod ?? 'web',
    schoolForms: kind === 'municipality' ? ['kommun'] : typed.forms.filter(isSchoolForm),
    ...(street !== undefined && { street }),
    ...(postalCode !== undefined && { postalCode }),
    ...(locality !== undefined && { locality }),
  }
  const wrong = new Map<OrganisationField, OrganisationMistake['what']>(
    faultsIn(organisation)
      .filter((field) => kind !== undefined || field !== 'schoolForms')
      .map((field) => [field, field]),
  )
  if (kind === undefined) wrong.set('kind', 'kind')
  if (reportingMethod === undefined) wrong.set('reportingMethod', 'reportingMethod')
  if (kind === 'municipality' && typed.forms.length > 0) wrong.set('schoolForms', 'municipality-forms')
  const mistakes = organisationFields.flatMap((field) => {
    const what = wrong.get(field)
    return what === undefined ? [] : [{ field, what }]
  })
  return mistakes.length === 0 ? { kind: 'read', organisation } : { kind: 'mistaken', mistakes }
}
