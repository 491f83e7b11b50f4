import type { Origin } from '../world/origin.js'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { canHave, isOrganisationCode, isPlainLine, isPostalCode, type NewOrganisation } from './organisation.js'
import { insertOrganisation, mergeSchoolForms } from './queries.js'

export type RegisteredOrganisation =
  | { readonly kind: 'registered'; readonly organisationId: string }
  | { readonly kind: 'code-taken' }
  | { readonly kind: 'malformed'; readonly field: 'code' | 'name' | 'postalCode' | 'schoolForms' }

/** Takes one school or municipality into the register. */
export async function registerOrganisation(
  trx: Trx,
  input: { readonly organisation: NewOrganisation; readonly by?: string; readonly from: Origin },
): Promise<RegisteredOrganisation> {
  const { kind, code, name, reportingMethod, schoolForms, street, postalCode, locality } = input.organisation
  const field = malformedIn(input.organisation)
  if (field !== undefined) return { kind: 'malformed', field }
  const organisationId = await insertOrganisation(trx, {
    kind,
    code,
    name: name.normalize('NFC'),
    reporting_method: reportingMethod,
    street: street ?? null,
    postal_code: postalCode ?? null,
    locality: locality ?? null,
  })
  if (organisationId === undefined) return { kind: 'code-taken' }
  await mergeSchoolForms(trx, { kind, forms: schoolForms.map((schoolForm) => ({ code, schoolForm })) })
  await record(trx, input.from, {
    kind: 'organisation-registered',
    by: input.by,
    organisation: organisationId,
    details: { kind, code },
  })
  return { kind: 'registered', organisationId }
}

const malformedIn = (organisation: NewOrganisation) => {
  if (!isOrganisationCode(organisation.code)) return 'code'
  if (!isPlainLine(organisation.name)) return 'name'
  if (organisation.postalCode !== undefined && !isPostalCode(organisation.postalCode)) return 'postalCode'
  if (organisation.schoolForms.length === 0 || !canHave(organisation.kind, organisation.schoolForms)) {
    return 'schoolForms'
  }
  return undefined
}
