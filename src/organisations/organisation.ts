import { schoolForms, type ReportingMethod, type SchoolForm } from '../../config/school-forms.js'
import { plainCharacters } from '../values/characters.js'
import { whyNotLine, type WhyUnusable } from '../values/mistakes.js'
import { isPostalCode } from '../values/postal-code.js'

/**
 * Who reports: a school or a municipality (product.md, "The words"). Its code is the agency's own and is text: 0114
 * is not 114. A school has one or more school forms; a municipality has the one form `kommun`.
 */
export const organisationKinds = ['school', 'municipality'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export interface Address {
  readonly street?: string | undefined
  /** Five digits, without the space. */
  readonly postalCode?: string | undefined
  readonly locality?: string | undefined
}

export interface NewOrganisation extends Address {
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  readonly reportingMethod: ReportingMethod
  readonly schoolForms: readonly SchoolForm[]
}

/** What can be wrong with what is told about one, by the field to mend. */
export const organisationFields = [
  'kind',
  'code',
  'name',
  'schoolForms',
  'reportingMethod',
  'street',
  'postalCode',
  'locality',
] as const
export type OrganisationField = (typeof organisationFields)[number]

/** Every field that cannot be kept as it is, in order. An address is whole or not there. */
export function faultsIn(organisation: NewOrganisation): readonly OrganisationField[] {
  const { kind, code, name, schoolForms: forms, street, postalCode, locality } = organisation
  const hasAddress = [street, postalCode, locality].some((part) => part !== undefined)
  const isRight: Readonly<Record<OrganisationField, boolean>> = {
    kind: true,
    code: isOrganisationCode(code),
    name: whyNotField('name', name) === undefined,
    schoolForms: forms.length > 0 && canHave(kind, forms),
    reportingMethod: true,
    street: !hasAddress || whyNotField('street', street ?? '') === undefined,
    postalCode: !hasAddress || whyNotField('postalCode', postalCode ?? '') === undefined,
    locality: !hasAddress || whyNotField('locality', locality ?? '') === undefined,
  }
  return organisationFields.filter((field) => !isRight[field])
}

/** Four to eight digits, exactly: a spreadsheet that took it for a number has lost its zeros. */
export function isOrganisationCode(text: string): boolean {
  return /^[0-9]{4,8}$/.test(text)
}

/** As it is kept: digits of any script, without what nobody sees. */
export function readOrganisationCode(typed: string): string {
  return plainCharacters(typed).trim()
}

/** The one rule for the name and for each part of the address, as it was read. */
export function whyNotField(field: LineField, text: string): WhyUnusable | undefined {
  if (field !== 'postalCode') return whyNotLine(valueKinds[field], text)
  if (text === '') return 'missing'
  return isPostalCode(text) ? undefined : 'no-postal-code'
}

export type LineField = 'name' | 'street' | 'postalCode' | 'locality'

/** Their kinds among all values that are kept. */
export const valueKinds = {
  name: 'organisationName',
  street: 'street',
  postalCode: 'postalCode',
  locality: 'locality',
} as const

export function isSchoolForm(text: string): text is SchoolForm {
  return Object.hasOwn(schoolForms, text)
}

/** True when an organisation of this kind can have these forms: a municipality only its own, a school never that. */
export function canHave(kind: OrganisationKind, forms: readonly SchoolForm[]): boolean {
  return forms.every((form) => schoolForms[form].kind === kind)
}
