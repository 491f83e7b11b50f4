import { sql, type Kysely } from 'kysely'

/** A grant may pause, a changed one is replaced by a new row, and what is done in one act is told in one mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table "grant"
      add column paused_from  date,
      add column paused_to    date,
      add column pause_reason text check (pause_reason in ('parental-leave', 'sick-leave', 'leave', 'other')),
      add column replaces     uuid references "grant",
      add constraint a_pause_has_two_days_and_a_reason
        check ((paused_from is null) = (paused_to is null) and (paused_from is null) = (pause_reason is null)),
      add constraint a_pause_does_not_end_before_it_starts check (paused_to >= paused_from),
      add constraint a_pause_lies_within_its_grant
        check (paused_from >= valid_from and (valid_to is null or paused_to <= valid_to)),
      add constraint a_grant_is_replaced_once unique (replaces)`.execute(db)
  await sql`comment on column "grant".replaces is
    'The grant of other days that this one took the place of; that one has the end reason "changed".'`.execute(db)
  await sql`
    create table permission_change (
      id              bigint generated always as identity primary key,
      act_id          uuid not null,
      kind            text not null check (kind in ('granted', 'changed', 'paused', 'resumed', 'ended')),
      grant_id        uuid not null references "grant",
      account_id      uuid not null references account,
      organisation_id uuid not null references organisation,
      changed_by      uuid references account,
      changed_at      timestamptz not null default portvakt_now()
    )`.execute(db)
  await sql`comment on table permission_change is
    'What one act did: somebody saved once, and one mail tells each of those concerned all of it.'`.execute(db)
  await sql`create index permission_change_act on permission_change (act_id)`.execute(db)
}
