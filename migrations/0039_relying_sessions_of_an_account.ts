import { sql, type Kysely } from 'kysely'

/** A permission that ends is told to the services where its holder is signed in, however many others are too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index relying_session_account on relying_session (account_id)`.execute(db)
}
