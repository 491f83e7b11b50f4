import { sql, type Kysely } from 'kysely'

/**
 * Where two people are needed, no act of one puts them in the place of the other (product.md, rule 14): two accounts of
 * one person are one, one officer always stays, and a changed address is known until the former one has a notice of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await onePerson(db)
  await officers(db)
  await sql`alter table former_email alter column email drop not null, add column told_at timestamptz`.execute(db)
  await sql`update former_email set told_at = replaced_at`.execute(db)
  await sql`comment on column former_email.told_at is
    'When the notice to the former address left, or was given up; at once where there was no address before.'`.execute(
    db,
  )
  await sql`create index former_email_account on former_email (account_id)`.execute(db)
}

const onePerson = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table former_number (
      person_id   uuid not null references person,
      number      text not null check (number ~ '^[0-9]{12}$'),
      replaced_at timestamptz not null default portvakt_now(),
      primary key (person_id, number)
    )`.execute(db)
  await sql`comment on table former_number is
    'Numbers that somebody had before: two accounts that share one are one person wherever two people are needed.'`.execute(
    db,
  )
  await sql`create index former_number_number on former_number (number)`.execute(db)
  await sql`
    create function portvakt_numbers_of(account_of uuid) returns setof text language sql stable
    set search_path = public, pg_temp
    as $$
      with every_account as (
        select own.person_id from public.account named
        join public.account own on coalesce(own.merged_into, own.id) = coalesce(named.merged_into, named.id)
        where named.id = account_of)
      select person.personal_identity_number from public.person join every_account on person_id = person.id
      union
      select former.number from public.former_number former join every_account using (person_id)
    $$`.execute(db)
  await sql`comment on function portvakt_numbers_of is
    'The personal identity numbers of whoever has this account: today’s, former ones, and those of merged accounts.'`.execute(
    db,
  )
  await sql`
    create function portvakt_same_person(one uuid, other uuid) returns boolean language sql stable
    set search_path = public, pg_temp
    as $$
      select one = other or exists (
        select from public.portvakt_numbers_of(one) a (number) join public.portvakt_numbers_of(other) b (number)
          using (number))
    $$`.execute(db)
}

const officers = async (db: Kysely<unknown>): Promise<void> => {
  // Whoever becomes an officer again gets a row of their own: what has ended stays as it was.
  await sql`alter table officer drop constraint officer_pkey, add column id uuid primary key default gen_random_uuid()`.execute(
    db,
  )
  await sql`create unique index one_officer_at_a_time on officer (account_id) where ended_at is null`.execute(db)
  await sql`create index officer_account on officer (account_id)`.execute(db)
  await sql`
    create function portvakt_officer_ends() returns trigger language plpgsql
    set search_path = public, pg_temp
    as $$
    begin
      if old.ended_at is not null then
        raise exception 'An officer who has ended stays ended.' using errcode = 'check_violation';
      end if;
      perform pg_advisory_xact_lock(48, 1);
      if not exists (select from public.officer where ended_at is null and id <> old.id) then
        raise exception 'The last officer stays.' using errcode = 'check_violation', constraint = 'an_officer_stays';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger an_officer_ends_once_and_never_the_last before update of ended_at on officer
    for each row when (old.ended_at is distinct from new.ended_at) execute function portvakt_officer_ends()`.execute(db)
}
