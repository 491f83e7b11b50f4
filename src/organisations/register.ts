import type { Origin } from '../world/origin.js'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { faultsIn, type NewOrganisation, type OrganisationField } from './organisation.js'
import { holdCodes, insertOrganisation, isFormerCode, mergeSchoolForms } from './queries.js'

export type RegisteredOrganisation =
  | { readonly kind: 'registered'; readonly organisationId: string }
  /** Another has it, or has had it. */
  | { readonly kind: 'code-taken' }
  | { readonly kind: 'malformed'; readonly fields: readonly OrganisationField[] }

/** Takes one school or municipality into the register. */
export async function registerOrganisation(
  trx: Trx,
  input: { readonly organisation: NewOrganisation; readonly by?: string; readonly from: Origin },
): Promise<RegisteredOrganisation> {
  const { kind, code, name, reportingMethod, schoolForms, street, postalCode, locality } = input.organisation
  const fields = faultsIn(input.organisation)
  if (fields.length > 0) return { kind: 'malformed', fields }
  await holdCodes(trx)
  if (await isFormerCode(trx, { kind, code })) return { kind: 'code-taken' }
  const organisationId = await insertOrganisation(trx, {
    kind,
    code,
    name,
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
