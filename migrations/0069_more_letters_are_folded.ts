import { sql, type Kysely } from 'kysely'

/**
 * The Skolt Sámi ǥ and ʒ are found by g and z, as ŋ, đ and ŧ by n, d and t. Every letter that stands in an apostrophe's
 * place is one: ʻ, ʽ, ʾ, ʿ and ꞌ too. What has been folded before is folded anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function portvakt_folded(written text) returns text language sql immutable strict parallel safe
    as $$
      select replace(replace(replace(translate(
        regexp_replace(
          normalize(translate(lower(normalize(
            translate(regexp_replace(written,
              '[\\u00ad\\u034f\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff]', '', 'g'), '´', ''''),
            NFKC) collate "sv-x-icu"), 'åäöæø{|}', '{|}|}()!'), NFD),
          '[\\u0300-\\u036f]', '', 'g'),
        'ðđłıŋŧħǥʒ‐‑‒–—―−⁃’‘‛ʼʻʽʾʿꞌʹ′${sql.raw('`')}', 'ddlinthgz--------'''''''''''''''''''''''''), 'ß', 'ss'), 'þ', 'th'), 'œ', 'oe') collate "C"
    $$`.execute(db)
  await sql`
    create or replace function portvakt_letters(name text) returns text language sql immutable strict parallel safe
    as $$
      select regexp_replace(replace(replace(translate(
        regexp_replace(normalize(lower(normalize(name, NFKC) collate "sv-x-icu"), NFD), '[\u0300-\u036fʹʺʻʼʽʾʿˀˁꞌ]', '', 'g'),
        'æøœðđłıŋŧħǥʒ', 'aooddlinthgz'), 'ß', 'ss'), 'þ', 'th') collate "sv-x-icu", '[^[:alnum:]]', '', 'g') collate "C"
    $$`.execute(db)
  await sql`update organisation set name = name`.execute(db)
  await sql`
    update listed_person set name_key = listed.name_key, words = found.words, username = found.username,
      number = found.number, email = found.email
    from account join person on person.id = account.person_id
    cross join lateral listed_words(person, account) listed cross join lateral found_by(person, account) found
    where listed_person.account_id = account.id`.execute(db)
  await sql`
    update sought_account set name_key = listed.name_key, words = sought_words(person, account)
    from account join person on person.id = account.person_id
    cross join lateral listed_words(person, account) listed
    where sought_account.account_id = account.id`.execute(db)
}
