import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../database/database.js'
import type { ParsedQuery, QueryWord } from './search.js'

export type Findable = Extract<ParsedQuery, { kind: 'number' | 'words' }>

/** How many are found, though no more than asked are counted, and some of them by name. */
export async function selectFound(
  db: Db,
  parsed: Findable,
  { countedAtMost, limit, offset }: { readonly countedAtMost: number; readonly limit: number; readonly offset: number },
) {
  const { rows } = await sql<{ total: number; accountIds: string[] }>`
    with found as materialized (
      select account_id, name_key from sought_account where words @@ ${query(parsed)} limit ${countedAtMost + 1}::int),
    counted as (select count(*)::int as total from found)
    select total, array(
      select account_id from found order by name_key, account_id
      limit ${limit}::int offset least(${offset}::int, greatest(total - 1, 0) / ${limit}::int * ${limit}::int)
    ) as "accountIds" from counted`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('A count gave no row.')
  return row
}

/**
 * The first of very many by name, without sorting them: those whose family name begins with one of the words, then
 * whoever else.
 */
export async function selectFirst(db: Db, parsed: Findable, limit: number): Promise<readonly string[]> {
  const words = parsed.kind === 'words' ? parsed.words : []
  const found: string[] = []
  for (const within of [...words.map(beginsWith), sql`true`]) {
    if (found.length >= limit) break
    found.push(...(await walk(db, { parsed, within, but: found, limit: limit - found.length })))
  }
  return found
}

/** By name, those whose family name begins with the only word; nobody when there are several. */
export async function selectByFamilyName(db: Db, parsed: Findable, limit: number): Promise<readonly string[]> {
  const [word, ...more] = parsed.kind === 'words' ? parsed.words : []
  return word === undefined || more.length > 0
    ? []
    : await walk(db, { parsed, within: beginsWith(word), but: [], limit })
}

interface Walk {
  readonly parsed: Findable
  readonly within: RawBuilder<unknown>
  readonly but: readonly string[]
  readonly limit: number
}

/** The list in its order, until there are enough: the index that it is in has the words too, so that nothing else is read. */
const walk = async (db: Db, { parsed, within, but, limit }: Walk): Promise<readonly string[]> => {
  const { rows } = await sql<{ accountId: string }>`
    select account_id as "accountId" from (
      select account_id, words from sought_account where ${within} order by name_key, account_id offset 0) listed
    where words @@ ${query(parsed)} and account_id <> all(${but}::uuid[])
    limit ${limit}::int`.execute(db)
  return rows.map(({ accountId }) => accountId)
}

/** A short word is a whole name or none. */
const beginsWith = ({ word }: QueryWord) => {
  const folded = sql`portvakt_folded(${word}::text)`
  const beginning = sql`' ' || ${folded} || case when length(${folded}) > 2 then '' else ' ' end`
  return sql`name_key >= ${beginning} and name_key < ${beginning} || chr(1114111)`
}

const query = (parsed: Findable): RawBuilder<string> =>
  parsed.kind === 'number' ? numberQuery(parsed) : sql`(${sql.join(parsed.words.map(wordQuery), sql` && `)})`

const wordQuery = ({ word, hasParts, mayBeAddress }: QueryWord) => {
  const asItStands = sql`sought_query(array[portvakt_folded(${word}::text)])`
  const whole = mayBeAddress
    ? sql`(${asItStands} || sought_query(array['<' || portvakt_folded(${word}::text)]))`
    : asItStands
  return hasParts ? sql`(${whole} || sought_query(string_to_array(btrim(portvakt_words(${word}::text)), ' ')))` : whole
}

/** Of a protected person only the whole number fits. A plus stands in it from the year of the hundredth birthday. */
const numberQuery = ({ digits, isOverHundred }: { readonly digits: string; readonly isOverHundred: boolean }) =>
  isOverHundred
    ? sql<string>`(
        select string_agg(century || ${digits}::text || ':* | ''=' || century || ${digits}::text || '''', ' | ')::tsquery
        from unnest(array['18', '19', '20']) century
        where (century || left(${digits}::text, 2))::int + 100 <= extract(year from portvakt_today()))`
    : sql<string>`(${digits}::text || ':* | ''=' || ${digits}::text || '''')::tsquery`

/** As a list tells of them; of a protected person no name and no birthday. */
export async function selectListed(db: Db, accountIds: readonly string[]) {
  const open = (shown: RawBuilder<string>) =>
    sql<string | null>`case when not person.has_protected_identity then ${shown} end`
  return await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('last_sign_in', 'last_sign_in.account_id', 'account.id')
    .where('account.id', '=', sql<string>`any(${[...accountIds]}::uuid[])`)
    .select([
      'account.id as accountId',
      'account.username',
      open(sql`concat_ws(' ', person.given_name, person.family_name)`).as('name'),
      open(sql`left(person.personal_identity_number, 8)`).as('birthday'),
      sql<boolean>`account.ended_at is not null`.as('isEnded'),
      sql<boolean>`exists (select from password where password.account_id = account.id)`.as('hasPassword'),
      'last_sign_in.at as signedInAt',
      sql<string[]>`array(
        select organisation.name from organisation where organisation.id in (
          select held.organisation_id from "grant" held where held.account_id = account.id and held.ended_at is null
            and coalesce(held.valid_to, 'infinity') >= portvakt_today()
          union select appointment.organisation_id from appointment where appointment.account_id = account.id
            and appointment.ended_at is null and coalesce(appointment.valid_to, 'infinity') >= portvakt_today())
        order by organisation.name collate "sv-x-icu" limit 4)`.as('organisations'),
    ])
    .execute()
}

export type ListedRow = Awaited<ReturnType<typeof selectListed>>[number]
