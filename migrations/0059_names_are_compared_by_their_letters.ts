import { sql, type Kysely } from 'kysely'

/**
 * Whether an officer has the name of a signatory is asked as the form asks it (values/names.ts): apostrophes, hyphens,
 * spaces, marks and case tell nobody apart.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function portvakt_letters(name text) returns text language sql immutable strict parallel safe
    as $$
      select regexp_replace(replace(replace(translate(
        regexp_replace(normalize(lower(normalize(name, NFKC) collate "sv-x-icu"), NFD), '[\u0300-\u036fʹʼ]', '', 'g'),
        'æøœðđłıŋŧħ', 'aooddlinth'), 'ß', 'ss'), 'þ', 'th') collate "sv-x-icu", '[^[:alnum:]]', '', 'g') collate "C"
    $$`.execute(db)
}
