import { sql, type Kysely } from 'kysely'

/**
 * Any account of a million is found by the beginnings of words, at once: a narrow row for each, with the words in an
 * inverted index and the name in order. The agency looks everywhere, so this knows no organisation.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sought_account (
      account_id uuid primary key references account,
      name_key   text collate "C" not null,
      words      tsvector not null
    )`.execute(db)
  await sql`comment on table sought_account is 'Derived: one row for each account. Only triggers write it.'`.execute(db)
  await sql`comment on column sought_account.words is
    'Folded: names, username, e-mail address and its domain, and the number of twelve and of ten digits. An address
     stands behind a less-than sign: as many addresses as people begin with a common name, and who looks for a name would
     read them all. Of a protected person the username, and the numbers behind an equals sign, so that nothing but the
     whole of one fits.'`.execute(db)
  await keeping(db)
  await sql`
    insert into sought_account (account_id, name_key, words)
    select account.id, listed.name_key, sought_words(person, account)
    from account join person on person.id = account.person_id
    cross join lateral listed_words(person, account) listed`.execute(db)
  await sql`create index sought_account_words on sought_account using gin (words)`.execute(db)
  await sql`create index sought_account_name on sought_account (name_key, account_id)`.execute(db)
}

const keeping = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create function sought_words(person, account) returns tsvector language sql immutable parallel safe
    as $$
      select array_to_tsvector(array_remove(case when $1.has_protected_identity then array[
          portvakt_folded($2.username),
          '=' || $1.personal_identity_number, '=' || substr($1.personal_identity_number, 3)]
        else string_to_array(btrim(portvakt_words($1.given_name) || portvakt_words($1.family_name)), ' ') || array[
          portvakt_folded($2.username), '<' || portvakt_folded($1.email), portvakt_folded(substring($1.email from '@.*$')),
          $1.personal_identity_number, substr($1.personal_identity_number, 3)] end, null))
    $$`.execute(db)
  // Of words as they are folded; all of them must fit. A short word fits nothing but itself: it begins too many others.
  await sql`
    create function sought_query(words text[]) returns tsquery language sql immutable strict parallel safe
    as $$
      select string_agg('''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''''
        || case when length(word) > 2 then ':*' else '' end, ' & ')::tsquery
      from unnest(words) word where word <> ''
    $$`.execute(db)
  // The person is held, so that a change of name at the same moment is either seen here or sees this row.
  await sql`
    create function seek_added() returns trigger language plpgsql security definer
    set search_path = public as $$
    begin
      insert into sought_account (account_id, name_key, words)
      select added.id, listed.name_key, sought_words(its_person, its_account)
      from added
      join account its_account on its_account.id = added.id
      join person its_person on its_person.id = added.person_id
      cross join lateral listed_words(its_person, its_account) listed
      for share of its_person;
      return null;
    end $$`.execute(db)
  await sql`create trigger account_is_sought after insert on account referencing new table as added
    for each statement execute function seek_added()`.execute(db)
  for (const [table, key] of [
    ['account', 'id'],
    ['person', 'person_id'],
  ] as const) {
    const name = sql.id(`seek_${table}_anew`)
    await sql`
      create function ${name}() returns trigger language plpgsql security definer
      set search_path = public as $$
      begin
        update sought_account set name_key = listed.name_key, words = sought_words(its_person, its_account)
        from changed
        join account its_account on its_account.${sql.ref(key)} = changed.id
        join person its_person on its_person.id = its_account.person_id
        cross join lateral listed_words(its_person, its_account) listed
        where sought_account.account_id = its_account.id
          and (sought_account.name_key, sought_account.words)
            is distinct from (listed.name_key, sought_words(its_person, its_account));
        return null;
      end $$`.execute(db)
    await sql`create trigger ${sql.id(`${table}_is_sought_anew`)} after update on ${sql.table(table)}
      referencing new table as changed for each statement execute function ${name}()`.execute(db)
  }
}
