import { sql, type Kysely } from 'kysely'

/** What can be reported, who administers it, and who may do it for which organisation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table service (
      code              text primary key check (code ~ '^[a-z-]+$'),
      organisation_kind text not null check (organisation_kind in ('school', 'municipality')),
      name_sv           text not null,
      name_en           text not null
    )`.execute(db)
  await sql`
    create table administered_by (
      school_form      text not null,
      reporting_method text not null,
      service          text not null references service,
      administrator    text not null check (administrator in ('local', 'agency')),
      primary key (school_form, reporting_method, service)
    )`.execute(db)
  await sql`comment on table administered_by is
    'Who administers what is data. A municipality has the school form "kommun".'`.execute(db)
  await sql`
    create table "grant" (
      id              uuid primary key default gen_random_uuid(),
      account_id      uuid not null references account,
      organisation_id uuid not null references organisation,
      service         text not null references service,
      valid_from      date not null,
      valid_to        date,
      granted_by      uuid references account,
      granted_at      timestamptz not null default portvakt_now(),
      ended_by        uuid references account,
      ended_at        timestamptz,
      end_reason      text,
      constraint a_grant_does_not_end_before_it_starts check (valid_to >= valid_from),
      constraint nobody_grants_to_themselves check (granted_by <> account_id),
      constraint an_ended_grant_has_a_reason check ((ended_at is null) = (end_reason is null)),
      constraint one_grant_at_a_time exclude using gist (
        account_id with =, organisation_id with =, service with =, daterange(valid_from, valid_to, '[]') with &&
      ) where (ended_at is null)
    )`.execute(db)
  await sql`create index grant_organisation on "grant" (organisation_id)`.execute(db)
}
