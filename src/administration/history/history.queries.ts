import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../database/database.js'

export interface EventRow {
  readonly seq: string
  readonly at: Date
  readonly kind: string
  readonly details: Readonly<Record<string, unknown>>
  readonly organisation: string | null
  readonly sv: string | null
  readonly en: string | null
  readonly actor: WhoRow
  readonly about: WhoRow
}

/** A name only of those who are known at one of the reader's organisations, and whose identity is not protected. */
export interface WhoRow {
  readonly id: string | null
  readonly name: string | null
  readonly isKnown: boolean
  readonly isProtected: boolean
  readonly isOfficer: boolean
}

export interface EventSearch {
  readonly organisationIds: readonly string[]
  /** Only what was about this person; then also what they did, and what was done to their account, by nobody else. */
  readonly about?: string | undefined
  /** Only what happened before this event. */
  readonly before?: string | undefined
  readonly kinds: readonly string[]
  readonly limit: number
}

/** What was done at the organisations, the latest first. The names are today's. */
export async function selectEvents(db: Db, search: EventSearch): Promise<readonly EventRow[]> {
  const { organisationIds, about, before, kinds, limit } = search
  const ours = sql`${[...organisationIds]}::uuid[]`
  const { rows } = await sql<EventRow>`
    select event.seq::text as seq, event.at, event.kind, event.details,
      organisation.name as organisation, service.name_sv as sv, service.name_en as en,
      ${whoIs(sql`event.actor_id`, ours)} as actor, ${whoIs(sql`event.about_id`, ours)} as about
    from audit_event event
    left join organisation on organisation.id = event.organisation_id
    left join service on service.code = event.details ->> 'service'
    where event.kind = any(${[...kinds]}::text[])
      and event.result = 'done'
      and event.seq < coalesce(${before ?? null}::bigint, 9223372036854775807)
      and ${about === undefined ? sql`event.organisation_id = any(${ours})` : concerning(about, ours)}
    order by event.seq desc
    limit ${limit}`.execute(db)
  return rows
}

/** What belongs to no organisation is the account's own: shown when the person, the system or one of ours did it. */
const concerning = (about: string, ours: RawBuilder<unknown>) => sql`event.about_id = any(array(
    select id from account where id = ${about}::uuid or merged_into = ${about}::uuid)) and (
  event.organisation_id = any(${ours})
  or (event.organisation_id is null and (
    event.actor_id is null or event.actor_id = event.about_id or exists (
      select from appointment
      where appointment.account_id = event.actor_id and appointment.organisation_id = any(${ours})))))`

const whoIs = (id: RawBuilder<unknown>, ours: RawBuilder<unknown>) => sql`(
  select jsonb_build_object(
    'id', account.id,
    'isKnown', known.here,
    'isProtected', known.here and person.has_protected_identity,
    'isOfficer', exists (select from officer where officer.account_id = account.id),
    'name', case when known.here and not person.has_protected_identity
      then concat_ws(' ', person.given_name, person.family_name) end)
  from (select ${id} as id) sought
  left join account on account.id = sought.id
  left join person on person.id = account.person_id
  cross join lateral (select
    exists (select from "grant" where "grant".account_id = sought.id and "grant".organisation_id = any(${ours}))
    or exists (select from appointment
      where appointment.account_id = sought.id and appointment.organisation_id = any(${ours})) as here) known)`
