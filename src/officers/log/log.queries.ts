import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Db } from '../../database/database.js'
import { hasWords } from '../../database/has-words.js'
import type { LogSearch, Moment } from './search.js'

export interface LogRow {
  readonly seq: string
  readonly at: Date
  readonly kind: string
  readonly result: 'done' | 'refused'
  readonly details: Readonly<Record<string, unknown>>
  readonly source: string | null
  readonly requestId: string | null
  readonly previousHash: string
  readonly hash: string
  readonly actor: AccountRow | null
  readonly about: AccountRow | null
  readonly organisation: { readonly id: string; readonly name: string | null; readonly code: string | null } | null
  readonly service: { readonly sv: string; readonly en: string } | null
  readonly client: { readonly sv: string; readonly en: string } | null
}

export interface AccountRow {
  readonly id: string
  /** Null of who has protected identity, and of an account that is not there any more. */
  readonly name: string | null
  readonly username: string | null
  readonly isProtected: boolean
}

export interface Part {
  /** Only what happened before this event. */
  readonly before?: string | undefined
  readonly limit: number
}

/** The latest first. Whatever is asked for, the events are read along an index in the order that they are shown. */
export async function selectLog(db: Db, search: LogSearch, { before, limit }: Part): Promise<readonly LogRow[]> {
  const wanted = [sql<SqlBool>`seq < coalesce(${before ?? null}::bigint, 9223372036854775807)`, ...conditions(search)]
  return await resolved(
    db,
    sql`select * from audit_event where ${sql.join(wanted, sql` and `)} order by seq desc limit ${limit}::int`,
  )
}

export async function selectLogged(db: Db, seq: string): Promise<LogRow | undefined> {
  return (await resolved(db, sql`select * from audit_event where seq = ${seq}::bigint`))[0]
}

/** The events beside one, if there are any. */
export async function selectBeside(db: Db, seq: string) {
  const { rows } = await sql<{ earlier: string | null; later: string | null }>`
    select (select max(seq)::text from audit_event where seq < ${seq}::bigint) as earlier,
      (select min(seq)::text from audit_event where seq > ${seq}::bigint) as later`.execute(db)
  return { earlier: rows[0]?.earlier ?? undefined, later: rows[0]?.later ?? undefined }
}

const conditions = ({ about, actor, organisation, kind, from, to }: LogSearch): readonly RawBuilder<SqlBool>[] => [
  ...(about === undefined ? [] : [sql<SqlBool>`about_id = ${about}::uuid`]),
  ...(actor === undefined ? [] : [sql<SqlBool>`actor_id = ${actor}::uuid`]),
  ...(organisation === undefined ? [] : [sql<SqlBool>`organisation_id = ${organisation}::uuid`]),
  ...(kind === undefined ? [] : [sql<SqlBool>`kind = ${kind}`]),
  ...(from === undefined ? [] : since(instantOf(from))),
  ...(to === undefined ? [] : until(afterwards(to))),
]

/**
 * Events are numbered in the order of time, so a time is a number, found at once. A clock that was set back moves that
 * by a little: the numbers are taken with some to spare, and the time itself decides.
 */
const spare = sql`interval '10 minutes'`
const since = (at: RawBuilder<unknown>): readonly RawBuilder<SqlBool>[] => [
  sql`at >= ${at}`,
  sql`seq >= coalesce((select seq from audit_event where at >= ${at} - ${spare} order by at, seq limit 1),
    9223372036854775807)`,
]
const until = (at: RawBuilder<unknown>): readonly RawBuilder<SqlBool>[] => [
  sql`at < ${at}`,
  sql`seq <= coalesce((select seq from audit_event where at < ${at} + ${spare} order by at desc, seq desc limit 1), 0)`,
]

/** By the clock on the wall in Sweden. */
const instantOf = ({ day, clock = '00:00' }: Moment) =>
  sql`((${day}::date + ${clock}::time) at time zone 'Europe/Stockholm')`
const afterwards = ({ day, clock }: Moment) =>
  clock === undefined
    ? sql`((${day}::date + 1)::timestamp at time zone 'Europe/Stockholm')`
    : sql`((${day}::date + ${clock}::time + interval '1 minute') at time zone 'Europe/Stockholm')`

/** Names are today's, and only of those whose identity is not protected (product.md, rule 12). */
const resolved = async (db: Db, events: RawBuilder<unknown>): Promise<readonly LogRow[]> => {
  const { rows } = await sql<LogRow>`
    with event as materialized (${events})
    select event.seq::text as seq, event.at, event.kind, event.result, event.details, event.source,
      event.request_id as "requestId", encode(event.previous_hash, 'hex') as "previousHash",
      encode(event.hash, 'hex') as hash,
      ${whoIs(sql`event.actor_id`)} as actor, ${whoIs(sql`event.about_id`)} as about,
      case when event.organisation_id is not null then jsonb_build_object(
        'id', event.organisation_id, 'name', organisation.name, 'code', organisation.code) end as organisation,
      case when service.code is not null then jsonb_build_object('sv', service.name_sv, 'en', service.name_en) end
        as service,
      case when client.id is not null then jsonb_build_object('sv', client.name_sv, 'en', client.name_en) end as client
    from event
    left join organisation on organisation.id = event.organisation_id
    left join service on service.code = event.details ->> 'service'
    left join client on client.id = event.details ->> 'client'
    order by event.seq desc`.execute(db)
  return rows
}

const whoIs = (id: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('id', sought.id, 'isProtected', coalesce(person.has_protected_identity, false),
    'username', case when not person.has_protected_identity then account.username end,
    'name', case when not person.has_protected_identity then concat_ws(' ', person.given_name, person.family_name) end)
  from (select ${id} as id) sought
  left join account on account.id = sought.id
  left join person on person.id = account.person_id
  where sought.id is not null)`

export interface Candidate {
  readonly id: string
  readonly words: string
}

/** By a name in which every word begins a part: never of who has protected identity. */
export async function selectNamed(db: Db, typed: string, atMost: number): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select account.id, concat_ws(' ', person.given_name, person.family_name) || ' (' || account.username || ')' as words
    from (
      select account_id, name_key from sought_account
      where words @@ sought_query(string_to_array(btrim(portvakt_words(${typed}::text)), ' ')) limit ${atMost}) found
    join account on account.id = found.account_id
    join person on person.id = account.person_id
    where not person.has_protected_identity
    order by found.name_key, account.id`.execute(db)
  return rows
}

/** By its code, or by words that begin some in its name. */
export async function selectOrganisations(db: Db, typed: string, atMost: number): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate & { isCode: boolean }>`
    select id, name || ' (' || code || ')' as words, code = ${typed} as "isCode" from organisation
    where ${hasWords('organisation.words', typed)}
    order by code = ${typed} desc, name_key = portvakt_folded(${typed}) desc, name_key, id limit ${atMost}`.execute(db)
  const byCode = rows.filter(({ isCode }) => isCode)
  return byCode.length > 0 ? byCode : rows
}

/** For the fields of the form: the username, and the organisation's code. */
export async function selectChosen(db: Db, { about, actor, organisation }: LogSearch) {
  const { rows } = await sql<{ about: string | null; actor: string | null; organisation: string | null }>`
    select ${usernameOf(about)} as about, ${usernameOf(actor)} as actor,
      (select code from organisation where id = ${organisation ?? null}::uuid) as organisation`.execute(db)
  return rows[0] ?? { about: null, actor: null, organisation: null }
}

const usernameOf = (id: string | undefined) => sql`(select username from account where id = ${id ?? null}::uuid)`
