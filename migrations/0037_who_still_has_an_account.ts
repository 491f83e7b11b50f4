import { sql, type Kysely } from 'kysely'

/** Whether an account has ended is asked of everybody who administers or holds anything: out of an index alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index account_living on account (id) where ended_at is null`.execute(db)
}
