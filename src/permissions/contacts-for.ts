import type { Db } from '../database/database.js'
import { selectContacts } from './permissions.queries.js'
import type { Contact } from './permissions.queries.js'

export type { Contact } from './permissions.queries.js'

/** For the page that tells somebody they lack a permission. Nothing about schools where they never had one. */
export async function contactsFor(db: Db, accountId: string): Promise<readonly Contact[]> {
  return await selectContacts(db, accountId)
}
