import { sql, type RawBuilder, type SqlBool } from 'kysely'

/** True of an organisation when every word is the beginning of one in its name, or of its code; no sign is a wildcard. */
export function isFoundBy(words: string): RawBuilder<SqlBool> {
  return sql`organisation.words like all (array(
    select '% ' || word || '%'
    from unnest(string_to_array(btrim(portvakt_words(${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}::text)), ' ')) word
    where word <> ''))`
}
