import { sql, type Kysely } from 'kysely'

/** A form of the tools that is sent again under the same key is done once, and answered as the first time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sent_form (
      id_hash    bytea primary key check (octet_length(id_hash) = 32),
      contents   bytea not null check (octet_length(contents) = 32),
      target     text,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`comment on column sent_form.id_hash is 'Of the form''s key and the session that sent it.'`.execute(db)
  await sql`comment on column sent_form.target is
    'Where the first answer led. Null while it is on its way, or when its process died.'`.execute(db)
  await sql`create index sent_form_expires_at on sent_form (expires_at)`.execute(db)
}
