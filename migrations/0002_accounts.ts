import { sql, type Kysely } from 'kysely'

/** A person has at most one account; the account has at most one password. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person (
      id                       uuid primary key default gen_random_uuid(),
      personal_identity_number text not null unique check (personal_identity_number ~ '^[0-9]{12}$'),
      given_name               text not null check (given_name <> ''),
      family_name              text not null check (family_name <> ''),
      email                    text check (length(email) <= 254 and email !~ '[[:cntrl:][:space:],;<>]'),
      street                   text,
      postal_code              text check (postal_code ~ '^[0-9]{5}$'),
      locality                 text,
      language                 text not null default 'sv' check (language in ('sv', 'en')),
      has_protected_identity   boolean not null default false,
      created_at               timestamptz not null default portvakt_now()
    )`.execute(db)
  await sql`comment on column person.personal_identity_number is
    'Personnummer or samordningsnummer, twelve digits. May change, so it is never a key.'`.execute(db)
  await sql`
    create table account (
      id           uuid primary key default gen_random_uuid(),
      person_id    uuid not null unique references person,
      username     text not null,
      username_key text not null unique,
      created_at   timestamptz not null default portvakt_now(),
      ended_at     timestamptz,
      end_reason   text,
      constraint an_ended_account_has_a_reason check ((ended_at is null) = (end_reason is null))
    )`.execute(db)
  await sql`comment on column account.username_key is
    'The username trimmed, NFKC and case-folded: two names that look alike are one name.'`.execute(db)
  await sql`
    create table password (
      account_id uuid primary key references account,
      hash       text not null check (hash like '$argon2id$%'),
      pepper_id  text not null,
      set_at     timestamptz not null default portvakt_now()
    )`.execute(db)
}
