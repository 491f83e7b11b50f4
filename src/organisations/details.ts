import type { ReportingMethod, SchoolForm } from '../../config/school-forms.js'
import type { Db } from '../database/database.js'
import { isSchoolForm, type OrganisationKind } from './organisation.js'
import { selectDetails, type DetailsRow } from './organisations.queries.js'

/** All that is kept about an organisation. */
export interface OrganisationDetails {
  readonly id: string
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  /** Null: it does not report. */
  readonly reportingMethod: ReportingMethod | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly locality: string | null
  readonly schoolForms: readonly SchoolForm[]
  readonly closedAt: Date | null
  /** The one that has taken over what it had. */
  readonly mergedInto: string | null
  /** Names what a reader has seen: whoever changes another version is told so. */
  readonly version: number
}

export async function organisationDetails(db: Db, id: string): Promise<OrganisationDetails | undefined> {
  const row = await selectDetails(db, { id })
  return row && detailsFrom(row)
}

export function detailsFrom({ forms, ...row }: DetailsRow): OrganisationDetails {
  return { ...row, schoolForms: (forms ?? []).filter(isSchoolForm) }
}
