import { sql, type Kysely } from 'kysely'

/**
 * pg_restore, VACUUM and REINDEX run with an empty search path, so a function that calls another by its bare name
 * fails there, and the table whose generated column uses it is lost. An SQL function names the schema of all that it
 * uses: with a search path of its own it would no longer be inlined. A PL/pgSQL function sets its search path, with
 * pg_temp last, so that no temporary table takes the place of one of ours.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await qualifyClock(db)
  await qualifyWords(db)
  await qualifyAddresses(db)
  for (const name of withSearchPath) {
    await sql`alter function ${sql.raw(name)} set search_path = public, pg_temp`.execute(db)
  }
}

const withSearchPath = [
  'another_address_is_untried()',
  'audit_anchor_holds()',
  'audit_chain()',
  'audit_close_period(int, uuid)',
  'audit_event_is_anchored()',
  'audit_head_follows()',
  'audit_is_append_only()',
  'audit_remove_anchored(int)',
  'list_anew()',
  'list_holder()',
  'seek_account_anew()',
  'seek_added()',
  'seek_person_anew()',
  'take_back_what_client_was_given()',
]

const qualifyClock = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create or replace function portvakt_today() returns date language sql volatile parallel restricted
    as $$select (public.portvakt_now() at time zone 'Europe/Stockholm')::date$$`.execute(db)
}

const qualifyWords = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create or replace function portvakt_words(written text) returns text language sql immutable strict parallel safe
    as $$
      select ' ' || btrim(regexp_replace(public.portvakt_folded(written), '[[:space:]''’.,"()/-]+', ' ', 'g'))
    $$`.execute(db)
  await sql`
    create or replace function listed_words(person, account, out name_key text, out words text)
    language sql immutable parallel safe
    as $$
      select
        case when $1.has_protected_identity then '~'
          else left(public.portvakt_words($1.family_name), 60) || ' '
            || left(public.portvakt_words($1.given_name), 60) end,
        case when $1.has_protected_identity then ' ' || public.portvakt_folded($2.username)
          else concat(
            public.portvakt_words($1.given_name), public.portvakt_words($1.family_name),
            ' ' || public.portvakt_folded($2.username), ' ' || public.portvakt_folded($1.email),
            ' ' || $1.personal_identity_number, ' ' || substr($1.personal_identity_number, 3)) end
    $$`.execute(db)
  await sql`
    create or replace function found_by(
      person, account, out words text, out username text, out number text, out email text)
    language sql immutable parallel safe
    as $$
      select
        case when $1.has_protected_identity then ''
          else concat(public.portvakt_words($1.given_name), public.portvakt_words($1.family_name),
            ' ', left($1.personal_identity_number, 8), ' ', substr($1.personal_identity_number, 3, 6)) end,
        public.portvakt_folded($2.username),
        case when not $1.has_protected_identity then $1.personal_identity_number end,
        case when not $1.has_protected_identity then public.portvakt_folded($1.email) end
    $$`.execute(db)
  await sql`
    create or replace function sought_words(person, account) returns tsvector language sql immutable parallel safe
    as $$
      select array_to_tsvector(array_remove(case when $1.has_protected_identity then array[
          public.portvakt_folded($2.username),
          '=' || $1.personal_identity_number, '=' || substr($1.personal_identity_number, 3)]
        else string_to_array(btrim(public.portvakt_words($1.given_name) || public.portvakt_words($1.family_name)), ' ')
          || array[
            public.portvakt_folded($2.username), '<' || public.portvakt_folded($1.email),
            public.portvakt_folded(substring($1.email from '@.*$')),
            $1.personal_identity_number, substr($1.personal_identity_number, 3)] end, null))
    $$`.execute(db)
}

const qualifyAddresses = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create or replace function portvakt_sees_addresses(whose uuid, organisations uuid[]) returns boolean
    language sql volatile
    as $$
      select coalesce((
          select organisation_id = any(organisations) from public."grant" where account_id = whose
          order by granted_at, id limit 1), true)
        or not exists (
          select from public."grant" where account_id = whose and organisation_id <> all(organisations)
            and ended_at is null and (valid_to is null or valid_to >= public.portvakt_today()))
    $$`.execute(db)
}
