import { sql, type Kysely } from 'kysely'

/** Officers find, change, merge and close organisations; two who change the same one do not undo each other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table organisation
      add column version     integer not null default 1,
      add column merged_into uuid references organisation,
      add column name_key    text collate "C" not null generated always as (portvakt_folded(name)) stored,
      add column words       text collate "C" not null
        generated always as (portvakt_words(name) || ' ' || code) stored,
      add constraint what_is_merged_is_closed check (merged_into is null or closed_at is not null),
      add constraint nothing_is_merged_into_itself check (merged_into <> id)`.execute(db)
  await sql`comment on column organisation.words is
    'Derived: what it is found by, folded, a space before each word; the code is the last.'`.execute(db)
  await sql`create index organisation_name_key on organisation (name_key, id)`.execute(db)
  await sql`
    alter table appointment
      drop constraint appointment_end_reason_check,
      add constraint an_appointment_ends_for_a_reason_that_is_known
        check (end_reason in ('replaced', 'ended', 'closed', 'merged'))`.execute(db)
}
