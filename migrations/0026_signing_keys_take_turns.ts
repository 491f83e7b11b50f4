import { sql, type Kysely } from 'kysely'

/** A new signing key is published before it signs, and the former one is published until nothing of its is left. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table signing_key
      add column turn       int not null default 1 check (turn > 0),
      add column signs_from timestamptz not null default portvakt_now()`.execute(db)
  await sql`update signing_key set signs_from = created_at`.execute(db)
  await sql`drop index one_signing_key_in_use_per_algorithm`.execute(db)
  await sql`create unique index one_signing_key_per_algorithm_and_turn on signing_key (alg, turn)`.execute(db)
  await sql`comment on column signing_key.retired_at is 'From then on it is not published; nothing that it signed is accepted.'`.execute(
    db,
  )
}
