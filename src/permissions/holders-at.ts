import type { Db } from '../database/database.js'
import { selectHolders } from './permissions.queries.js'
import type { HoldersOfService } from './permissions.queries.js'

export type { HoldersOfService } from './permissions.queries.js'

/** How many may use each service of each organisation today; services that nobody may use are told with nought. */
export async function holdersAt(db: Db, organisationIds: readonly string[]): Promise<readonly HoldersOfService[]> {
  return await selectHolders(db, organisationIds)
}
