import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'
import { alikeTo, type Alike } from './importing/alike.js'
import { detailsFrom, type OrganisationDetails } from './details.js'
import { faultsIn, organisationFields, type NewOrganisation, type OrganisationField } from './organisation.js'
import {
  holdCodes,
  mergeSchoolForms,
  selectDetails,
  selectHindrances,
  updateOrganisation,
} from './organisations.queries.js'

export type ChangedOrganisation =
  | { readonly kind: 'changed'; readonly fields: readonly OrganisationField[] }
  | { readonly kind: 'unchanged' }
  /** Somebody has changed or closed it since the reader saw it. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'not-there' }
  /** Another has it, or has had it. */
  | { readonly kind: 'code-taken' }
  /** By its new code, name or place it is like another, and nobody has said that they are two. */
  | { readonly kind: 'alike'; readonly alike: Alike }
  /** Permissions, appointments or assurances rest on its being what it is. */
  | { readonly kind: 'kind-in-use' }
  | { readonly kind: 'faulty'; readonly fields: readonly OrganisationField[] }

/** Changes what is told about an organisation. Of two who have seen the same, one does and the other is told. */
export async function changeOrganisation(
  trx: Trx,
  input: {
    readonly organisationId: string
    /** What the reader has seen. */
    readonly version: number
    readonly organisation: NewOrganisation
    /** It resembles another and is not that one: somebody has looked, and said so. */
    readonly isNew?: boolean
    readonly by: string
    readonly from: Origin
  },
): Promise<ChangedOrganisation> {
  const { organisationId: id, version, organisation } = input
  const faults = faultsIn(organisation)
  if (faults.length > 0) return { kind: 'faulty', fields: faults }
  await holdCodes(trx)
  const row = await selectDetails(trx, { id, isHeld: true })
  if (row === undefined) return { kind: 'not-there' }
  if (row.version !== version || row.closedAt !== null) return { kind: 'changed-meanwhile' }
  const [old, told] = [detailsFrom(row), organisation]
  const fields = differing(old, told)
  if (fields.length === 0) return { kind: 'unchanged' }
  const { isCodeTaken, isInUse } = await selectHindrances(trx, { id, kind: told.kind, code: told.code })
  if (isCodeTaken) return { kind: 'code-taken' }
  if (isInUse && fields.includes('kind')) return { kind: 'kind-in-use' }
  const isRenamed = fields.some((field) => identifying.has(field))
  const alike = isRenamed && input.isNew !== true ? await alikeTo(trx, told, { itself: old.code }) : undefined
  if (alike !== undefined) return { kind: 'alike', alike }
  const { kind, code, name, reportingMethod: reporting_method, street, postalCode, locality } = told
  const address = { street: street ?? null, postal_code: postalCode ?? null, locality: locality ?? null }
  if (!(await updateOrganisation(trx, { id, version, row: { kind, code, name, reporting_method, ...address } })))
    return { kind: 'changed-meanwhile' }
  await mergeSchoolForms(trx, { kind, forms: told.schoolForms.map((schoolForm) => ({ code, schoolForm })) })
  await record(trx, input.from, {
    kind: 'organisation-changed',
    by: input.by,
    organisation: id,
    details: Object.fromEntries(fields.flatMap((field) => trail(field, old, told))),
  })
  return { kind: 'changed', fields }
}

/** By which an organisation is known to be one and not another. */
const identifying: ReadonlySet<OrganisationField> = new Set(['kind', 'code', 'name', 'locality'])

type Told = Pick<OrganisationDetails, OrganisationField> | NewOrganisation

const differing = (old: OrganisationDetails, told: NewOrganisation) =>
  organisationFields.filter((field) => written(old, field) !== written(told, field))

/** `name` as it is now and `nameBefore` as it was. */
const trail = (field: OrganisationField, old: OrganisationDetails, told: NewOrganisation) => [
  [`${field}Before`, written(old, field)] as const,
  [field, written(told, field)] as const,
]

const written = (of: Told, field: OrganisationField): string => {
  const value = of[field] ?? ''
  return typeof value === 'string' ? value : value.toSorted().join(' ')
}
