import type { Db } from '../../../database/database.js'

/** What the form tells of an organisation; nothing of one that is closed. */
export async function selectForForm(db: Db, organisationId: string) {
  return await db
    .selectFrom('organisation')
    .where('id', '=', organisationId)
    .where('closed_at', 'is', null)
    .select(['kind', 'name', 'code', 'street', 'postal_code as postalCode', 'locality'])
    .executeTakeFirst()
}
