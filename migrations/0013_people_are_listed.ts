import { sql, type Kysely } from 'kysely'

/**
 * Who is listed at an organisation, in order of name and found by words, without reading everybody else: the database
 * keeps the list beside the grants, a narrow row for each person and organisation. And when somebody last signed in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await folding(db)
  await sql`
    create table listed_person (
      organisation_id uuid not null references organisation,
      account_id      uuid not null references account,
      name_key        text collate "C" not null,
      words           text collate "C" not null,
      primary key (organisation_id, account_id)
    )`.execute(db)
  await sql`comment on table listed_person is
    'Derived: one row for each person and organisation where they hold or have held a grant. Only triggers write it.'`.execute(
    db,
  )
  await sql`comment on column listed_person.words is
    'What the person is found by, folded, a space before each word. Of a protected person, the username only.'`.execute(
    db,
  )
  await sql`create index listed_person_account on listed_person (account_id)`.execute(db)
  await sql`create index grant_account on "grant" (account_id, organisation_id)`.execute(db)
  await sql`create index audit_event_locked on audit_event (at) where kind = 'sign-in-locked'`.execute(db)
  await keeping(db)
  await sql`
    create table last_sign_in (
      account_id uuid primary key references account,
      at         timestamptz not null
    )`.execute(db)
  await sql`
    insert into last_sign_in (account_id, at)
    select account.id, max(event.at) from audit_event event join account on account.id = event.actor_id
    where event.kind = 'signed-in' and event.result = 'done' group by account.id`.execute(db)
}

/** Without case and accents, but å, ä and ö are letters of their own, after z: in ASCII, so are the signs { | }. */
const folding = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create function portvakt_folded(written text) returns text language sql immutable strict parallel safe
    as $$
      select replace(replace(replace(translate(
        regexp_replace(
          normalize(translate(lower(normalize(written, NFKC) collate "sv-x-icu"), 'åäöæø{|}', '{|}|}()!'), NFD),
          '[\\u0300-\\u036f]', '', 'g'),
        'ðđłı', 'ddli'), 'ß', 'ss'), 'þ', 'th'), 'œ', 'oe') collate "C"
    $$`.execute(db)
  await sql`
    create function portvakt_words(written text) returns text language sql immutable strict parallel safe
    as $$ select ' ' || btrim(regexp_replace(portvakt_folded(written), '[[:space:]''’.,"()/-]+', ' ', 'g')) $$`.execute(
    db,
  )
}

const keeping = async (db: Kysely<unknown>): Promise<void> => {
  // Protected people stand last, so that their place tells nothing of their name.
  await sql`
    create function listed_words(person, account, out name_key text, out words text)
    language sql immutable parallel safe
    as $$
      select
        case when $1.has_protected_identity then '~'
          else left(portvakt_words($1.family_name), 60) || ' ' || left(portvakt_words($1.given_name), 60) end,
        case when $1.has_protected_identity then ' ' || portvakt_folded($2.username)
          else concat(
            portvakt_words($1.given_name), portvakt_words($1.family_name),
            ' ' || portvakt_folded($2.username), ' ' || portvakt_folded($1.email),
            ' ' || $1.personal_identity_number, ' ' || substr($1.personal_identity_number, 3)) end
    $$`.execute(db)
  // The person is held, so that a change of name at the same moment is either seen here or sees this row.
  await sql`
    create function list_holder() returns trigger language plpgsql security definer set search_path = public as $$
    declare its_account account; its_person person;
    begin
      if exists (select from listed_person listed
        where listed.organisation_id = new.organisation_id and listed.account_id = new.account_id) then return null;
      end if;
      select * into its_account from account where id = new.account_id;
      select * into its_person from person where id = its_account.person_id for share;
      insert into listed_person (organisation_id, account_id, name_key, words)
      select new.organisation_id, new.account_id, listed.name_key, listed.words
      from listed_words(its_person, its_account) listed
      on conflict do nothing;
      return null;
    end $$`.execute(db)
  await sql`create trigger grant_lists_its_holder after insert on "grant"
    for each row execute function list_holder()`.execute(db)
  await sql`
    create function list_anew() returns trigger language plpgsql security definer set search_path = public as $$
    declare its_id uuid;
    begin
      if tg_table_name = 'account' then its_id := new.id;
      else select id into its_id from account where person_id = new.id; end if;
      update listed_person set name_key = listed.name_key, words = listed.words
      from account
      join person on person.id = account.person_id
      cross join lateral listed_words(person, account) listed
      where listed_person.account_id = its_id and account.id = its_id;
      return null;
    end $$`.execute(db)
  for (const table of ['person', 'account']) {
    await sql`create trigger ${sql.id(`${table}_is_listed_anew`)} after update on ${sql.table(table)}
      for each row when (old is distinct from new) execute function list_anew()`.execute(db)
  }
  await sql`
    insert into listed_person (organisation_id, account_id, name_key, words)
    select held.organisation_id, held.account_id, listed.name_key, listed.words
    from (select distinct organisation_id, account_id from "grant") held
    join account on account.id = held.account_id
    join person on person.id = account.person_id
    cross join lateral listed_words(person, account) listed`.execute(db)
}
