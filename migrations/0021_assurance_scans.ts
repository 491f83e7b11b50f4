import { sql, type Kysely } from 'kysely'

/** The signed paper is kept as it was read in, and may replace one administrator among several. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table assurance_scan (
      assurance_id uuid primary key references assurance,
      type         text not null check (type in ('application/pdf', 'image/png', 'image/jpeg')),
      bytes        bytea not null,
      constraint a_scan_is_ten_megabytes_at_most check (octet_length(bytes) between 1 and 10 * 1024 * 1024)
    )`.execute(db)
  await sql`comment on table assurance_scan is
    'The signed form as a file, judged by its content. Handed over as a download only, and audited.'`.execute(db)
  // What is an image or a PDF is packed already.
  await sql`alter table assurance_scan alter column bytes set storage external`.execute(db)
  await sql`
    alter table assurance
      add column replaces_account_id uuid references account,
      add constraint only_a_paper_that_replaces_names_whom check (replaces_account_id is null or effect = 'replaces')`.execute(
    db,
  )
  await sql`comment on column assurance.replaces_account_id is
    'Whose appointment ends when this one starts; null with effect replaces: all who are appointed there.'`.execute(db)
  await sql`create index assurance_registered on assurance (registered_at)`.execute(db)
}
