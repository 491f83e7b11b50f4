import { sql, type Kysely } from 'kysely'

/** A name that has succeeded from a network lately gets in from it also while somebody else guesses there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table familiar_name (
      name_key    bytea not null check (octet_length(name_key) = 32),
      network     text not null,
      last_at     timestamptz not null,
      tries       int not null default 0 check (tries >= 0),
      tries_since timestamptz,
      primary key (name_key, network)
    )`.execute(db)
  await sql`comment on table familiar_name is
    'When a name last succeeded from a network, and how often it was tried from there at the limit since tries_since.'`.execute(
    db,
  )
  await sql`create index familiar_name_last_at on familiar_name (last_at)`.execute(db)
}
