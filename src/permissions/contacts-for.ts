import type { Db } from '../database/database.js'
import { selectContacts } from './permissions.queries.js'

/** Where the person reports or has reported, and whom to ask there. */
export interface Contact {
  readonly organisation: string
  /** Names; empty when nobody is appointed, or when those who are have protected identity. */
  readonly administrators: readonly string[]
}

/** For the page that tells somebody they lack a permission. Nothing about schools where they never had one. */
export async function contactsFor(db: Db, accountId: string): Promise<readonly Contact[]> {
  return await selectContacts(db, accountId)
}
