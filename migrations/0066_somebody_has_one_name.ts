import { sql, type Kysely } from 'kysely'

/**
 * A person has a given name and a family name, or one of them. The other is null, which is written only for somebody
 * of whom it is said; an empty one stays refused. The list and the search follow.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['person', 'assurance']) {
    await sql`
      alter table ${sql.table(table)}
        alter column given_name drop not null,
        alter column family_name drop not null,
        add constraint ${sql.id(`${table}_has_a_name`)} check (num_nonnulls(given_name, family_name) >= 1)`.execute(db)
  }
  await sql`
    create or replace function listed_words(person, account, out name_key text, out words text)
    language sql immutable parallel safe
    as $$
      select
        case when $1.has_protected_identity then '~'
          else concat_ws(' ', left(public.portvakt_words($1.family_name), 60),
            left(public.portvakt_words($1.given_name), 60)) end,
        case when $1.has_protected_identity then ' ' || public.portvakt_folded($2.username)
          else concat(
            public.portvakt_words($1.given_name), public.portvakt_words($1.family_name),
            ' ' || public.portvakt_folded($2.username), ' ' || public.portvakt_folded($1.email),
            ' ' || $1.personal_identity_number, ' ' || substr($1.personal_identity_number, 3)) end
    $$`.execute(db)
  await sql`
    create or replace function sought_words(person, account) returns tsvector language sql immutable parallel safe
    as $$
      select array_to_tsvector(array_remove(case when $1.has_protected_identity then array[
          public.portvakt_folded($2.username),
          '=' || $1.personal_identity_number, '=' || substr($1.personal_identity_number, 3)]
        else string_to_array(btrim(concat(public.portvakt_words($1.given_name), public.portvakt_words($1.family_name))), ' ')
          || array[
            public.portvakt_folded($2.username), '<' || public.portvakt_folded($1.email),
            public.portvakt_folded(substring($1.email from '@.*$')),
            $1.personal_identity_number, substr($1.personal_identity_number, 3)] end, null))
    $$`.execute(db)
}
