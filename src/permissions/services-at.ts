import type { Db } from '../database/database.js'
import { selectServicesAt } from './permissions.queries.js'

export interface ServiceAt {
  readonly code: string
  readonly sv: string
  readonly en: string
  /** False for what an officer of the agency gives there. */
  readonly isTheirs: boolean
}

/** What can be reported for the organisation, and which of it this administrator may give there today. */
export async function servicesAt(
  db: Db,
  input: { readonly organisationId: string; readonly by: string },
): Promise<readonly ServiceAt[]> {
  return await selectServicesAt(db, input)
}
