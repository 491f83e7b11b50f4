import { sql, type Kysely } from 'kysely'

/** An appointment rests on an assurance that one officer has registered and another has approved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table assurance (
      id                       uuid primary key default gen_random_uuid(),
      organisation_id          uuid not null references organisation,
      signatory_name           text not null check (signatory_name <> ''),
      signed_on                date not null check (signed_on >= '1990-01-01'),
      personal_identity_number text not null check (personal_identity_number ~ '^[0-9]{12}$'),
      given_name               text not null check (given_name <> ''),
      family_name              text not null check (family_name <> ''),
      email                    text not null,
      street                   text not null,
      postal_code              text not null check (postal_code ~ '^[0-9]{5}$'),
      locality                 text not null,
      effect                   text not null check (effect in ('adds', 'replaces')),
      last_day                 date,
      registered_by            uuid not null references account,
      registered_at            timestamptz not null default portvakt_now(),
      decision                 text check (decision in ('approved', 'rejected', 'withdrawn')),
      decided_by               uuid references account,
      decided_at               timestamptz,
      reason                   text,
      constraint a_decision_has_an_officer_and_a_time
        check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
      constraint two_officers_approve check (decision is distinct from 'approved' or decided_by <> registered_by),
      constraint a_rejection_has_a_reason check (decision is distinct from 'rejected' or reason <> ''),
      constraint an_appointment_ends_after_it_was_signed check (last_day >= signed_on)
    )`.execute(db)
  await sql`comment on table assurance is
    'Försäkran om hantering av behörighet, as it came back signed. What is told of the person is used when it is approved.'`.execute(
    db,
  )
  await sql`
    create unique index one_assurance_awaits_a_decision on assurance (organisation_id, personal_identity_number)
    where decision is null`.execute(db)
  await sql`create index assurance_organisation on assurance (organisation_id)`.execute(db)
  await sql`
    alter table appointment
      add column assurance_id uuid unique references assurance,
      add column ended_by     uuid references account,
      add column end_reason   text check (end_reason in ('replaced', 'ended'))`.execute(db)
}
