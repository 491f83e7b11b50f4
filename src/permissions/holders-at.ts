import type { Db } from '../database/database.js'
import { selectHolders } from './permissions.queries.js'

export interface HoldersOfService {
  readonly organisationId: string
  readonly code: string
  readonly sv: string
  readonly en: string
  /** People whose permission holds today and is not paused. */
  readonly holders: number
}

/** How many may use each service of each organisation today; services that nobody may use are told with nought. */
export async function holdersAt(db: Db, organisationIds: readonly string[]): Promise<readonly HoldersOfService[]> {
  return await selectHolders(db, organisationIds)
}
