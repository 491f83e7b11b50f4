import type { Db } from '../../../database/database.js'
import { selectFound, type FoundRow } from './organisation-list.queries.js'
import { pageSize, type OrganisationSearch } from './search.js'

export interface FoundOrganisations {
  readonly total: number
  /** The page that is shown: the last one, when fewer were found than the asked page begins at. */
  readonly page: number
  readonly organisations: readonly FoundRow[]
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
