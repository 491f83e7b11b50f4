import { sql, type Kysely } from 'kysely'

/** Schools and municipalities, what they teach, and who administers them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation (
      id               uuid primary key default gen_random_uuid(),
      kind             text not null check (kind in ('school', 'municipality')),
      code             text not null check (code ~ '^[0-9]{4,8}$'),
      name             text not null check (name <> ''),
      reporting_method text check (reporting_method in ('web', 'file')),
      street           text,
      postal_code      text check (postal_code ~ '^[0-9]{5}$'),
      locality         text,
      created_at       timestamptz not null default portvakt_now(),
      closed_at        timestamptz,
      constraint one_organisation_per_kind_and_code unique (kind, code)
    )`.execute(db)
  await sql`
    create table organisation_school_form (
      organisation_id uuid not null references organisation,
      school_form     text not null,
      primary key (organisation_id, school_form)
    )`.execute(db)
  await sql`
    create table appointment (
      id              uuid primary key default gen_random_uuid(),
      account_id      uuid not null references account,
      organisation_id uuid not null references organisation,
      valid_from      date not null,
      valid_to        date,
      ended_at        timestamptz,
      constraint an_appointment_does_not_end_before_it_starts check (valid_to >= valid_from),
      constraint one_appointment_at_a_time exclude using gist (
        account_id with =, organisation_id with =, daterange(valid_from, valid_to, '[]') with &&
      ) where (ended_at is null)
    )`.execute(db)
  await sql`create index appointment_organisation on appointment (organisation_id)`.execute(db)
}
