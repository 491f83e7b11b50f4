import { sql, type Insertable } from 'kysely'
import type { Db, Trx } from '../database/database.js'
import type { AuditEventTable } from '../database/schema.js'
import type { Origin } from '../context/origin.js'
import type { AuditEvent } from './event.js'

/** The database numbers, dates and chains the event itself. */
export async function append(trx: Trx, event: Insertable<AuditEventTable>): Promise<void> {
  await trx.insertInto('audit_event').values(event).execute()
}

/** As `append`, in the order given. */
export async function appendAll(trx: Trx, from: Origin, events: readonly AuditEvent[]): Promise<void> {
  await sql`
    insert into audit_event (kind, result, actor_id, about_id, organisation_id, source, request_id, details)
    select event ->> 'kind', coalesce(event ->> 'result', 'done'), (event ->> 'by')::uuid, (event ->> 'about')::uuid,
      (event ->> 'organisation')::uuid, ${from.address}, ${from.requestId}, coalesce(event -> 'details', '{}')
    from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as told (event, place)
    order by place`.execute(trx)
}

export interface Noted {
  readonly kind: string
  readonly by: string
  readonly about: string | null
  readonly organisation: string | null
  /** As JSON. */
  readonly details: string
}

/** Whether the last such event of theirs says the same, and is of these minutes. */
export async function isNotedLately(db: Db, { kind, by, about, organisation, details }: Noted, minutes: number) {
  const { rows } = await sql<{ noted: boolean }>`
    select about_id is not distinct from ${about}::uuid and organisation_id is not distinct from ${organisation}::uuid
      and details = ${details}::jsonb and at > portvakt_now() - make_interval(mins => ${minutes}::int) as noted
    from audit_event where actor_id = ${by}::uuid and kind = ${kind}
    order by seq desc limit 1`.execute(db)
  return rows[0]?.noted === true
}
