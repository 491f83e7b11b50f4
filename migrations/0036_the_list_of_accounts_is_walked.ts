import { sql, type Kysely } from 'kysely'

/**
 * The first accounts that fit, in the list's order, out of the index alone: without the words in it the planner may
 * rather fetch and sort everybody of a common name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index sought_account_name`.execute(db)
  await sql`create index sought_account_name on sought_account (name_key, account_id) include (words)`.execute(db)
}
