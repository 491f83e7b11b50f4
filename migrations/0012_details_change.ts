import { sql, type Kysely } from 'kysely'

/** A person's details have a version, a former e-mail address is told of the change, and ending an account is asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column version int not null default 1`.execute(db)
  await sql`comment on column person.version is
    'Counts the changes of names and addresses: who saves an old version is told what it is now.'`.execute(db)
  await sql`
    create table former_email (
      id          uuid primary key default gen_random_uuid(),
      account_id  uuid not null references account,
      email       text not null,
      replaced_at timestamptz not null default portvakt_now()
    )`.execute(db)
  await sql`comment on table former_email is
    'Kept for as long as it takes to tell the former address that it is so no longer.'`.execute(db)
  await sql`
    create table ending_request (
      id              uuid primary key default gen_random_uuid(),
      account_id      uuid not null references account,
      organisation_id uuid not null references organisation,
      asked_by        uuid not null references account,
      asked_at        timestamptz not null default portvakt_now(),
      reason          text not null check (length(reason) between 1 and 500),
      decision        text check (decision in ('ended', 'declined')),
      decided_by      uuid references account,
      decided_at      timestamptz,
      constraint nobody_asks_for_their_own check (asked_by <> account_id),
      constraint a_decision_has_its_moment_and_its_officer
        check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
    )`.execute(db)
  await sql`create unique index one_open_ending_request_per_account on ending_request (account_id)
    where decision is null`.execute(db)
}
