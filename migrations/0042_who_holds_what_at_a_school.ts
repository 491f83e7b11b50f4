import { sql, type Kysely } from 'kysely'

/**
 * How many hold each service of a school today comes out of an index alone: the grants of a hundred people lie in a
 * hundred places, and each would be read for its days.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index grant_held on "grant"
    (organisation_id, service, account_id, valid_from, valid_to, paused_from, paused_to) where ended_at is null`.execute(
    db,
  )
  await sql`drop index grant_at_organisation`.execute(db)
}
