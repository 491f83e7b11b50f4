import { sql, type Kysely } from 'kysely'

/** A file of people is looked through before anything of it is done, and then done row by row, each once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table bulk_draft (
      id              uuid primary key default gen_random_uuid(),
      typed_by        uuid not null references account,
      organisation_id uuid not null references organisation,
      act             uuid not null default gen_random_uuid(),
      opened_at       timestamptz not null default portvakt_now(),
      confirmed_at    timestamptz,
      confirmed_on    date,
      source          text,
      request_id      text,
      finished_at     timestamptz,
      constraint who_confirms_does_it_from_somewhere_on_a_day check (
        (confirmed_at is null) = (confirmed_on is null)
        and (confirmed_at is null) = (source is null)
        and (confirmed_at is null) = (request_id is null)),
      constraint only_a_confirmed_file_is_finished check (finished_at is null or confirmed_at is not null)
    )`.execute(db)
  await sql`comment on table bulk_draft is
    'A file of people to add. Its owner alone sees it; it is forgotten after a day.'`.execute(db)
  await sql`comment on column bulk_draft.act is 'All of it is one act, told in one mail to each.'`.execute(db)
  await sql`create index bulk_draft_opened on bulk_draft (opened_at)`.execute(db)
  await sql`
    create table bulk_row (
      draft_id   uuid not null references bulk_draft on delete cascade,
      row_number int not null check (row_number > 0),
      typed      jsonb,
      outcome    text check (outcome in ('added', 'granted', 'nothing', 'refused', 'failed')),
      mistakes   jsonb,
      primary key (draft_id, row_number),
      constraint a_row_is_typed_until_it_is_done check ((outcome is null) = (typed is not null)),
      constraint only_what_is_refused_has_mistakes check (mistakes is null or outcome = 'refused')
    )`.execute(db)
  await sql`create index bulk_row_waiting on bulk_row (draft_id, row_number) where outcome is null`.execute(db)
}
