import { sql, type Kysely } from 'kysely'

/**
 * A school is shown a username when it asks for it, with a trace. Found by its beginning it could be read letter by
 * letter without one: so, like the number, it is no longer among the words.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table listed_person add column username text collate "C"`.execute(db)
  await sql`comment on column listed_person.words is
    'What a beginning of finds the person, folded, a space before each word. Of a protected person, nothing.'`.execute(
    db,
  )
  await sql`comment on column listed_person.username is
    'Folded. Found as a whole only: it is shown when it is asked for.'`.execute(db)
  await sql`drop function found_by(person, account)`.execute(db)
  await sql`
    create function found_by(person, account, out words text, out username text, out number text, out email text)
    language sql immutable parallel safe
    as $$
      select
        case when $1.has_protected_identity then ''
          else concat(portvakt_words($1.given_name), portvakt_words($1.family_name),
            ' ', left($1.personal_identity_number, 8), ' ', substr($1.personal_identity_number, 3, 6)) end,
        portvakt_folded($2.username),
        case when not $1.has_protected_identity then $1.personal_identity_number end,
        case when not $1.has_protected_identity then portvakt_folded($1.email) end
    $$`.execute(db)
  await keeping(db)
  await sql`
    update listed_person set words = found.words, username = found.username
    from account join person on person.id = account.person_id cross join lateral found_by(person, account) found
    where listed_person.account_id = account.id`.execute(db)
  await sql`alter table listed_person alter column username set not null`.execute(db)
}

const keeping = async (db: Kysely<unknown>): Promise<void> => {
  // The person is held, so that a change of name at the same moment is either seen here or sees this row.
  await sql`
    create or replace function list_holder() returns trigger language plpgsql security definer set search_path = public
    as $$
    declare its_account account; its_person person;
    begin
      if exists (select from listed_person listed
        where listed.organisation_id = new.organisation_id and listed.account_id = new.account_id) then return null;
      end if;
      select * into its_account from account where id = new.account_id;
      select * into its_person from person where id = its_account.person_id for share;
      insert into listed_person (organisation_id, account_id, name_key, words, username, number, email)
      select new.organisation_id, new.account_id, listed.name_key, found.words, found.username, found.number, found.email
      from listed_words(its_person, its_account) listed cross join found_by(its_person, its_account) found
      on conflict do nothing;
      return null;
    end $$`.execute(db)
  await sql`
    create or replace function list_anew() returns trigger language plpgsql security definer set search_path = public
    as $$
    declare its_id uuid;
    begin
      if tg_table_name = 'account' then its_id := new.id;
      else select id into its_id from account where person_id = new.id; end if;
      update listed_person
      set name_key = listed.name_key, words = found.words, username = found.username, number = found.number,
        email = found.email
      from account
      join person on person.id = account.person_id
      cross join lateral listed_words(person, account) listed
      cross join lateral found_by(person, account) found
      where listed_person.account_id = its_id and account.id = its_id;
      return null;
    end $$`.execute(db)
}
