import { sql, type Kysely } from 'kysely'

/** The page that shows the mistakes of a form has an address of its own, so that Back sends nothing again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table kept_answer (
      id_hash     bytea primary key check (octet_length(id_hash) = 32),
      browser     bytea not null check (octet_length(browser) = 32),
      session_uid text,
      status      int not null,
      page        bytea not null,
      expires_at  timestamptz not null
    )`.execute(db)
  await sql`comment on column kept_answer.page is
    'Encrypted under a key that comes from the name in the address alone: nothing here opens it.'`.execute(db)
  await sql`create index kept_answer_expires_at on kept_answer (expires_at)`.execute(db)
}
