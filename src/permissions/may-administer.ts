import type { Db } from '../database/database.js'
import { isLocalAdministrator } from './permissions.queries.js'

/**
 * Rules 1 and 3: appointed for that organisation today, and any of its school forms says that the service is local
 * there, by the way the organisation reports.
 */
export async function mayAdminister(
  db: Db,
  input: { readonly accountId: string; readonly organisationId: string; readonly service: string },
): Promise<boolean> {
  return await isLocalAdministrator(db, input)
}
