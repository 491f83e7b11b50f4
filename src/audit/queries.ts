import { sql, type Insertable } from 'kysely'
import type { Db, Trx } from '../database/database.js'
import type { AuditEventTable } from '../database/schema.js'

/** The database numbers, dates and chains the event itself. */
export async function append(trx: Trx, event: Insertable<AuditEventTable>): Promise<void> {
  await trx.insertInto('audit_event').values(event).execute()
}

/** The chain's end as the database remembers it, apart from the events: what was cut off is missed here. */
export async function head(db: Db): Promise<{ seq: string }> {
  return await db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
}

/** Events after a number, in order, each with the text that its hash was computed from. */
export async function chainAfter(db: Db, seq: string, limit: number) {
  return await db
    .selectFrom('audit_event')
    .where('seq', '>', sql<never>`${seq}::bigint`)
    .orderBy('seq')
    .limit(limit)
    .select([
      'seq',
      'hash',
      sql<string>`jsonb_build_array(seq, extract(epoch from at)::text, kind, result, actor_id, about_id,
        organisation_id, source, request_id, details)::text`.as('told'),
    ])
    .execute()
}
