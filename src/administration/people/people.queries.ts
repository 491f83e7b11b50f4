import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Db } from '../../database/database.js'
import { assertNever } from '../../assert-never.js'
import type { Asked, Part, ParsedQuery, QueryWord } from './matching.js'
import type { Order } from './search.js'

/** Asked once a statement: a day that is asked for at each of 20,000 rows is the dearest part of it. */
const today = sql<string>`(select portvakt_today())`
const ids = (list: readonly string[]) => sql<string>`any(${[...list]}::uuid[])`

/**
 * How many are found, and some of them in order; beyond the end, the last part. The list is read by its organisations
 * and is narrow, so neither people nor accounts of others are looked at.
 */
export async function selectFound(db: Db, asked: Asked, part: Part) {
  const { limit, offset, isDescending } = part
  const { rows } = await sql<{ total: number; accountIds: string[] }>`
    with place as materialized (
      select id, portvakt_folded(name) as name_key from organisation where id = ${ids(asked.organisationIds)}),
    found as materialized (
      select listed.account_id, min(listed.name_key) as name_key, ${orderKey(part.order)} as order_key
      from listed_person listed
      ${part.order === 'organisation' ? sql`join place on place.id = listed.organisation_id` : sql``}
      ${part.order === 'signed-in' ? sql`left join last_sign_in on last_sign_in.account_id = listed.account_id` : sql``}
      where listed.organisation_id = ${ids(asked.organisationIds)} and ${sql.join(conditions(asked), sql` and `)}
      group by listed.account_id),
    counted as (select count(*)::int as total from found)
    select total, array(
      select account_id from found
      order by order_key ${isDescending ? sql`desc nulls last` : sql`asc nulls first`},
        name_key ${isDescending && part.order === 'name' ? sql`desc` : sql`asc`}, account_id
      limit ${limit}::int offset least(${offset}::int, greatest(total - 1, 0) / ${limit}::int * ${limit}::int)
    ) as "accountIds" from counted`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('A count gave no row.')
  return row
}

const orderKey = (order: Order) => {
  if (order === 'organisation') return sql`min(place.name_key)`
  return order === 'signed-in' ? sql`min(last_sign_in.at)` : sql`null`
}

const conditions = ({
  organisationIds,
  parsed,
  service,
  state,
  accountIssue,
  among,
}: Asked): readonly RawBuilder<SqlBool>[] => [
  fits(parsed, organisationIds),
  ...(state === 'ended' ? [sql<SqlBool>`(${holds(organisationIds, service, isLive)}) is false`] : []),
  ...(state !== undefined && state !== 'ended' ? [holds(organisationIds, service, stateConditions[state])] : []),
  ...(service !== undefined && (state === undefined || state === 'ended')
    ? [holds(organisationIds, service, sql<SqlBool>`true`)]
    : []),
  ...(accountIssue === 'never-signed-in'
    ? [sql<SqlBool>`not exists (select from last_sign_in where account_id = listed.account_id)`]
    : []),
  ...(accountIssue === 'no-password'
    ? [sql<SqlBool>`not exists (select from password where account_id = listed.account_id)`]
    : []),
  ...(among === undefined ? [] : [sql<SqlBool>`listed.account_id = ${ids(among)}`]),
]

const isLive = sql<SqlBool>`held.ended_at is null and coalesce(held.valid_to, 'infinity') >= ${today}`
const isPaused = sql<SqlBool>`(${today} between held.paused_from and held.paused_to) is true`

const stateConditions = {
  active: sql<SqlBool>`${isLive} and held.valid_from <= ${today} and not ${isPaused}`,
  planned: sql<SqlBool>`${isLive} and held.valid_from > ${today}`,
  paused: sql<SqlBool>`${isLive} and ${isPaused}`,
} as const

/** Who holds such a grant, found once for all of the list and not for each of it: `is true` keeps it a set of its own. */
const holds = (organisationIds: readonly string[], service: string | undefined, condition: RawBuilder<SqlBool>) =>
  sql<SqlBool>`(listed.account_id in (
    select held.account_id from "grant" held
    where held.organisation_id = ${ids(organisationIds)}
      and ${service === undefined ? sql`true` : sql`held.service = ${service}`} and ${condition})) is true`

const fits = (parsed: ParsedQuery, organisationIds: readonly string[]): RawBuilder<SqlBool> => {
  switch (parsed.kind) {
    case 'everybody':
      return sql`true`
    case 'number':
      return hasNumber(parsed.digits, parsed.isOverHundred)
    case 'words':
      return sql`(${sql.join(
        parsed.words.map((word) => fitsWord(word, organisationIds)),
        sql` and `,
      )})`
    default:
      return assertNever(parsed)
  }
}

const fitsWord = ({ kind, pattern }: QueryWord, organisationIds: readonly string[]): RawBuilder<SqlBool> =>
  kind === 'in-address'
    ? sql`(listed.email like '%' || portvakt_folded(${pattern}) || '%' and ${seesAddress(organisationIds)})`
    : sql`(listed.words like '% ' || portvakt_folded(${pattern}) || '%'
        or listed.words like all (array(
          select '% ' || word || '%' from unnest(string_to_array(btrim(portvakt_words(${pattern})), ' ')) word))
        or listed.username like portvakt_folded(${pattern})
        or listed.email like portvakt_folded(${pattern}) || '%' and ${seesAddress(organisationIds)})`

/** The few who are listed elsewhere too are looked into, one by one: so they are counted, which is never done at once. */
const seesAddress = (organisationIds: readonly string[]): RawBuilder<SqlBool> =>
  sql`((select count(*) from listed_person elsewhere
      where elsewhere.account_id = listed.account_id and elsewhere.organisation_id <> all(${[...organisationIds]}::uuid[])) = 0
    or portvakt_sees_addresses(listed.account_id, ${[...organisationIds]}::uuid[]))`

/** A plus stands in the number from the year in which somebody turns a hundred. */
const hasNumber = (digits: string, isOverHundred: boolean): RawBuilder<SqlBool> =>
  isOverHundred
    ? sql`exists (select from unnest(array['18', '19', '20']) century
        where (century || left(${digits}::text, 2))::int + 100 <= extract(year from ${today})
          and (listed.number = century || ${digits}::text or listed.words like '% ' || century || ${digits}::text || '%'))`
    : sql`(listed.number in (${digits}, '19' || ${digits}, '20' || ${digits}, '18' || ${digits})
        or listed.words like ${`% ${digits}%`})`

export type ListedRow = Awaited<ReturnType<typeof selectPeople>>[number]

export async function selectPeople(
  db: Db,
  {
    accountIds,
    organisationIds,
  }: { readonly accountIds: readonly string[]; readonly organisationIds: readonly string[] },
) {
  return await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('password', 'password.account_id', 'account.id')
    .leftJoin('last_sign_in', 'last_sign_in.account_id', 'account.id')
    .where('account.id', '=', ids(accountIds))
    .select([
      'account.id as accountId',
      'account.username',
      'person.given_name as givenName',
      'person.family_name as familyName',
      sql<string | null>`case when portvakt_sees_addresses(account.id, ${[...organisationIds]}::uuid[])
        then person.email end`.as('email'),
      'person.personal_identity_number as personalIdentityNumber',
      'person.has_protected_identity as hasProtectedIdentity',
      sql<string | null>`(last_sign_in.at at time zone 'Europe/Stockholm')::date`.as('signedInOn'),
      sql<boolean>`account.ended_at is not null`.as('isEnded'),
      sql<boolean>`password.account_id is not null`.as('hasPassword'),
    ])
    .execute()
}

/** What they hold of each service at each of the organisations: what holds or comes first, otherwise what was last. */
export async function selectHeld(
  db: Db,
  input: { readonly accountIds: readonly string[]; readonly organisationIds: readonly string[] },
) {
  return await db
    .selectFrom('grant as held')
    .innerJoin('service', 'service.code', 'held.service')
    .where('held.account_id', '=', ids(input.accountIds))
    .where('held.organisation_id', '=', ids(input.organisationIds))
    .distinctOn(['held.account_id', 'held.organisation_id', 'held.service'])
    .select([
      'held.account_id as accountId',
      'held.organisation_id as organisationId',
      'held.service',
      'service.name_sv as sv',
      'service.name_en as en',
      'held.valid_from as validFrom',
      'held.valid_to as validTo',
      'held.paused_from as pausedFrom',
      'held.paused_to as pausedTo',
      'held.pause_reason as pauseReason',
      'held.end_reason as endReason',
      sql<string | null>`(held.ended_at at time zone 'Europe/Stockholm')::date`.as('endedOn'),
      today.as('today'),
    ])
    .orderBy('held.account_id')
    .orderBy('held.organisation_id')
    .orderBy('held.service')
    .orderBy(sql`${isLive} desc, held.ended_at desc nulls first`)
    .orderBy(sql`case when ${isLive} then held.valid_from end, held.valid_from desc`)
    .execute()
}

/** Who was locked lately: all that are locked now are among them, each with an event of its own. */
export async function selectLockedLately(
  db: Db,
  input: { readonly organisationIds: readonly string[]; minutes: number },
) {
  const { rows } = await sql<{ accountId: string; username: string }>`
    select distinct account.id as "accountId", account.username
    from audit_event event
    join account on account.id = event.about_id
    join listed_person listed on listed.account_id = account.id
    where event.kind = 'sign-in-locked' and event.at > portvakt_now() - make_interval(mins => ${input.minutes}::int + 1)
      and listed.organisation_id = ${ids(input.organisationIds)}`.execute(db)
  return rows
}

/** What can be reported for organisations of these, by name. */
export async function selectServices(db: Db, organisationIds: readonly string[]) {
  return await db
    .selectFrom('service')
    .where('organisation_kind', 'in', (kinds) =>
      kinds.selectFrom('organisation').where('id', '=', ids(organisationIds)).select('kind'),
    )
    .select(['code', 'name_sv as sv', 'name_en as en'])
    .orderBy('name_sv')
    .execute()
}
