import { sql, type Kysely } from 'kysely'

/** The house itself has the chain of events walked, once a day, without anybody asking. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_verification alter column asked_by drop not null`.execute(db)
  await sql`comment on column audit_verification.asked_by is
    'The officer who asked for it; null when the house did by itself, as it does each night.'`.execute(db)
  await sql`create unique index one_nightly_walk_a_day
    on audit_verification (((asked_at at time zone 'Europe/Stockholm')::date)) where asked_by is null`.execute(db)
}
