import type { SchoolForm } from '../../../../config/school-forms.js'
import type { Db } from '../../../database/database.js'
import type { OrganisationKind } from '../../../organisations/organisation.js'
import { selectFound } from './queries.js'
import { pageSize, type OrganisationSearch } from './search.js'

export interface ListedOrganisation {
  readonly id: string
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  readonly isClosed: boolean
  readonly schoolForms: readonly SchoolForm[]
  readonly administrators: number
  /** It reports and is open, but nobody administers it. */
  readonly lacksAdministrator: boolean
}

export interface FoundOrganisations {
  readonly total: number
  /** The page that is shown: the last one, when fewer were found than the asked page begins at. */
  readonly page: number
  readonly organisations: readonly ListedOrganisation[]
}

/** One page of the list, by name. */
export async function findOrganisations(db: Db, search: OrganisationSearch): Promise<FoundOrganisations> {
  const offset = (search.page - 1) * pageSize
  const { total, rows } = await selectFound(db, search, { limit: pageSize, offset })
  return {
    total,
    page: Math.min(search.page, Math.max(1, Math.ceil(total / pageSize))),
    organisations: rows,
  }
}
