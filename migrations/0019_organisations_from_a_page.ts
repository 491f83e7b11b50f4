import { sql, type Kysely } from 'kysely'

/** A file of organisations that an officer looks through before anything of it is saved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation_file (
      id          uuid primary key default gen_random_uuid(),
      uploaded_by uuid not null references account,
      content     bytea not null,
      uploaded_at timestamptz not null default portvakt_now()
    )`.execute(db)
}
