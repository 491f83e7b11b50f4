import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { alikeTo, type Alike } from './importing/alike.js'
import { faultsIn, type NewOrganisation, type OrganisationField } from './organisation.js'
import { holdCodes, insertOrganisation, isFormerCode, mergeSchoolForms } from './organisations.queries.js'

export type RegisteredOrganisation =
  | { readonly kind: 'registered'; readonly organisationId: string }
  /** Another has it, or has had it. */
  | { readonly kind: 'code-taken' }
  /** New by its code only, and nobody has said that it is new. */
  | { readonly kind: 'alike'; readonly alike: Alike }
  | { readonly kind: 'malformed'; readonly fields: readonly OrganisationField[] }

/** Takes one school or municipality into the register. */
export async function registerOrganisation(
  trx: Trx,
  input: {
    readonly organisation: NewOrganisation
    readonly by?: string
    readonly from: Origin
    /** It resembles a known one and is new all the same: somebody has looked, and said so. */
    readonly isNew?: boolean
  },
): Promise<RegisteredOrganisation> {
  const { kind, code, name, reportingMethod, schoolForms, street, postalCode, locality } = input.organisation
  const fields = faultsIn(input.organisation)
  if (fields.length > 0) return { kind: 'malformed', fields }
  await holdCodes(trx)
  if (await isFormerCode(trx, { kind, code })) return { kind: 'code-taken' }
  const alike = input.isNew === true ? undefined : await alikeTo(trx, input.organisation)
  if (alike !== undefined) return { kind: 'alike', alike }
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
