import { sql, type RawBuilder } from 'kysely'
import type { AuditKind } from '../../../audit/event.js'
import type { Db } from '../../../database/database.js'

export interface EventRow {
  readonly seq: string
  readonly at: Date
  readonly kind: AuditKind
  readonly result: 'done' | 'refused'
  readonly details: Readonly<Record<string, unknown>>
  readonly source: string | null
  readonly organisation: string | null
  readonly sv: string | null
  readonly en: string | null
  readonly clientSv: string | null
  readonly clientEn: string | null
  readonly actor: WhoRow
  readonly about: WhoRow
}

/** No name of who has protected identity, and none of nobody. */
export interface WhoRow {
  readonly id: string | null
  readonly name: string | null
}

export interface EventSearch {
  readonly accountId: string
  /** Of these kinds only. */
  readonly kinds?: readonly AuditKind[]
  /** Only what happened before this event. */
  readonly before?: string | undefined
  readonly limit: number
}

/** What befell the account, and those that have been merged into it, the latest first. The names are today's. */
export async function selectEvents(db: Db, { accountId, kinds, before, limit }: EventSearch) {
  const { rows } = await sql<EventRow>`
    select event.seq::text as seq, event.at, event.kind, event.result, event.details, event.source,
      organisation.name as organisation, service.name_sv as sv, service.name_en as en,
      client.name_sv as "clientSv", client.name_en as "clientEn",
      ${whoIs(sql`event.actor_id`)} as actor, ${whoIs(sql`event.about_id`)} as about
    from audit_event event
    left join organisation on organisation.id = event.organisation_id
    left join service on service.code = event.details ->> 'service'
    left join client on client.id = event.details ->> 'client'
    where event.about_id = any(array(
        select id from account where id = ${accountId}::uuid or merged_into = ${accountId}::uuid))
      and event.seq < coalesce(${before ?? null}::bigint, 9223372036854775807)
      and ${kinds === undefined ? sql`true` : sql`event.kind = any(${[...kinds]}::text[])`}
    order by event.seq desc
    limit ${limit}`.execute(db)
  return rows
}

const whoIs = (id: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('id', sought.id, 'name',
    case when not person.has_protected_identity then concat_ws(' ', person.given_name, person.family_name) end)
  from (select ${id} as id) sought
  left join account on account.id = sought.id
  left join person on person.id = account.person_id)`
