import type { Db } from '../database/database.js'
import { selectOrganisationNames } from './permissions.queries.js'

/** The names of the organisations where somebody reports or administers, or has done so, closed ones included. */
export async function organisationsOf(db: Db, accountId: string): Promise<readonly string[]> {
  return await selectOrganisationNames(db, accountId)
}
