import { sql, type Kysely } from 'kysely'

/** Whoever is signed in may ask for a permission, and an administrator answers. An address that refuses mail is noted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table permission_request (
      id              uuid primary key default gen_random_uuid(),
      account_id      uuid not null references account,
      organisation_id uuid not null references organisation,
      service         text not null references service,
      words           text not null check (length(words) <= 500),
      asked_at        timestamptz not null default portvakt_now(),
      answer          text check (answer in ('granted', 'declined', 'withdrawn')),
      answered_at     timestamptz,
      answered_by     uuid references account,
      reason          text check (length(reason) between 1 and 500),
      grant_id        uuid references "grant",
      constraint an_answer_has_its_moment_and_its_person
        check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
      constraint nobody_answers_their_own
        check (answer is null or (answer = 'withdrawn') = (answered_by = account_id)),
      constraint a_granted_request_has_its_grant check ((answer is not distinct from 'granted') = (grant_id is not null)),
      constraint a_declined_request_has_its_reason check ((answer is not distinct from 'declined') = (reason is not null))
    )`.execute(db)
  await sql`create unique index one_open_request_per_account_organisation_and_service
    on permission_request (account_id, organisation_id, service) where answer is null`.execute(db)
  await sql`create index permission_request_open on permission_request (organisation_id) where answer is null`.execute(
    db,
  )
  await sql`create index permission_request_account on permission_request (account_id)`.execute(db)
  await sql`alter table person add column email_refused_at timestamptz`.execute(db)
  await sql`comment on column person.email_refused_at is
    'When a mail to the address was refused for good; forgotten when the address changes.'`.execute(db)
}
