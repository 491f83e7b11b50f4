import { sql, type Kysely } from 'kysely'

/** A count knows under which master secrets it was written, so that a lock which rests on one alone is seen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table login_attempts add column secret_ids text[] not null default '{}'`.execute(db)
  await sql`comment on column login_attempts.secret_ids is
    'The master secrets that the node knew which wrote this row: the name has a row under each. Empty in rows older than the column.'`.execute(
    db,
  )
}
