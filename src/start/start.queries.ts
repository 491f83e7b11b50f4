import type { Db } from '../database/database.js'

/** The relying services that one can sign in to, by name; our own tools have links of their own. */
export async function findRelyingServices(db: Db) {
  return await db
    .selectFrom('client')
    .select(['id', 'name_sv as sv', 'name_en as en', 'home_uri as address'])
    .where('disabled_at', 'is', null)
    .where('is_own_tool', '=', false)
    .orderBy('name_sv', (order) => order.collate('sv-x-icu'))
    .execute()
}
