import { sql, type Kysely } from 'kysely'

/**
 * Who administers an organisation today is asked of every line of the list: out of an index alone, since by the one of
 * the exclusion constraint a school is found slowly. Those who have ended are few beside those who have not.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index appointment_in_force on appointment (organisation_id, account_id, valid_from, valid_to)
    where ended_at is null`.execute(db)
  await sql`create index account_gone on account (id) where ended_at is not null`.execute(db)
}
