import { sql, type Kysely } from 'kysely'

/** Whom a school or municipality calls at the agency. What is changed is a new row; the old one stays (rule 13). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agency_contact (
      id              uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation,
      name            text not null check (name <> ''),
      telephone       text check (telephone <> ''),
      email           text check (email <> ''),
      is_responsible  boolean not null,
      added_at        timestamptz not null default portvakt_now(),
      added_by        uuid references account,
      removed_at      timestamptz,
      removed_by      uuid references account,
      constraint a_contact_can_be_reached check (telephone is not null or email is not null)
    )`.execute(db)
  await sql`
    create unique index one_contact_of_a_name_per_organisation on agency_contact (organisation_id, lower(name))
    where removed_at is null`.execute(db)
}
