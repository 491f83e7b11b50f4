import { sql, type Kysely } from 'kysely'

/** Who works for the agency. Whoever leaves has been one: the row stays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table officer (
      account_id uuid primary key references account,
      since      timestamptz not null default portvakt_now(),
      made_by    uuid references account,
      ended_at   timestamptz,
      constraint nobody_makes_themselves_an_officer check (made_by <> account_id)
    )`.execute(db)
}
