import { sql, type Kysely } from 'kysely'

/** An organisation's page is as quick with a million accounts as with ten thousand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Without it, who holds what at an organisation is read out of the whole index that keeps grants from overlapping.
  await sql`create index grant_at_organisation on "grant" (organisation_id, service) where ended_at is null`.execute(db)
}
