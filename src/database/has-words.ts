import { sql, type RawBuilder, type SqlBool } from 'kysely'

/**
 * True when each of the words begins one in the column, which holds them as `portvakt_words` makes them, a space before
 * each. No sign is a wildcard.
 */
export function hasWords(column: string, typed: string): RawBuilder<SqlBool> {
  return sql`${sql.ref(column)} like all (array(
    select '% ' || word || '%'
    from unnest(string_to_array(btrim(portvakt_words(${typed.replaceAll(/[\\%_]/g, String.raw`\$&`)}::text)), ' ')) word
    where word <> ''))`
}
