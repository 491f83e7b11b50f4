import { sql, type Kysely } from 'kysely'

/** An account is ended for a reason, and may be opened again; each time is kept. A request to end one is answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account_ending (
      id            uuid primary key default gen_random_uuid(),
      account_id    uuid not null references account,
      ended_at      timestamptz not null default portvakt_now(),
      ended_by      uuid not null references account,
      reason        text not null check (length(reason) between 1 and 500),
      reopened_at   timestamptz,
      reopened_by   uuid references account,
      reopen_reason text check (length(reopen_reason) between 1 and 500),
      constraint nobody_ends_their_own check (ended_by <> account_id),
      constraint nobody_reopens_their_own check (reopened_by <> account_id),
      constraint a_reopening_has_its_officer_and_its_reason
        check ((reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopen_reason is null))
    )`.execute(db)
  await sql`create unique index one_ending_at_a_time on account_ending (account_id) where reopened_at is null`.execute(
    db,
  )
  await sql`create index account_ending_account on account_ending (account_id)`.execute(db)
  await sql`alter table account add column merged_into uuid references account,
    add constraint a_merged_account_has_ended check (merged_into is null or ended_at is not null),
    add constraint no_account_is_merged_into_itself check (merged_into <> id)`.execute(db)
  await sql`comment on column account.merged_into is
    'The account of the same person that goes on: what is asked for under the old number leads there.'`.execute(db)
  await sql`create index account_merged_into on account (merged_into) where merged_into is not null`.execute(db)
  await sql`
    alter table ending_request
      add column answer text check (length(answer) between 1 and 500),
      add constraint a_declined_request_has_its_answer
        check ((decision is not distinct from 'declined') = (answer is not null)),
      add constraint nobody_decides_on_their_own check (decided_by <> account_id)`.execute(db)
  await sql`create index ending_request_account on ending_request (account_id)`.execute(db)
  await sql`alter table former_email add column by_agency boolean not null default false`.execute(db)
}
