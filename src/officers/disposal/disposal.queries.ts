import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

/** The day so many years ago. */
export async function selectYearsAgo(db: Db, years: number): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select (portvakt_today() - make_interval(years => ${years}::int))::date::text as day`.execute(db)
  return rows[0]?.day ?? ''
}

export interface Ordered {
  readonly class: string
  readonly before: string
  readonly by: string
  readonly source: string
  readonly requestId: string
  readonly expected: number
}

/** Undefined while another of the same class is under way. */
export async function insertDisposal(trx: Trx, ordered: Ordered): Promise<string | undefined> {
  const row = await trx
    .insertInto('disposal')
    .values({
      class: ordered.class,
      before: ordered.before,
      ordered_by: ordered.by,
      source: ordered.source,
      request_id: ordered.requestId,
      expected: ordered.expected,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function selectDisposal(db: Db, id: string) {
  return await db
    .selectFrom('disposal')
    .where('id', '=', id)
    .select(['id', 'class', 'before', 'ordered_by as orderedBy', 'removed', 'finished_at as finishedAt'])
    .executeTakeFirst()
}

/** The latest first. */
export async function selectDisposals(db: Db, atMost: number) {
  return await db
    .selectFrom('disposal')
    .select(['id', 'class', 'before', 'ordered_at as orderedAt', 'expected', 'removed', 'finished_at as finishedAt'])
    .orderBy('ordered_at', 'desc')
    .limit(atMost)
    .execute()
}

export async function addRemoved(db: Db, id: string, removed: number): Promise<void> {
  await db
    .updateTable('disposal')
    .set({ removed: sql<number>`removed + ${removed}::int` })
    .where('id', '=', id)
    .execute()
}

/** How many went in all, for the one who finishes it. */
export async function finishDisposal(trx: Trx, id: string): Promise<number | undefined> {
  const row = await trx
    .updateTable('disposal')
    .set({ finished_at: sql<Date>`portvakt_now()` })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .returning('removed')
    .executeTakeFirst()
  return row?.removed
}
