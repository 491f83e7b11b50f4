import { sql, type SqlBool } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

/** The chain's end as the database remembers it, apart from the events: what was cut off is missed here. */
export async function selectHead(db: Db): Promise<{ readonly seq: string }> {
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

export interface AskedWalk {
  /** Null: nobody asked, it is the walk of the night. */
  readonly by: string | null
  readonly source: string
  readonly requestId: string
  /** What the walk begins after. */
  readonly after: { readonly seq: string; readonly hash: Buffer }
}

/** From this hour on, when few are at work. */
const hourOfNightlyWalk = 2

const isNightlyWalkDue = sql<SqlBool>`
  extract(hour from portvakt_now() at time zone 'Europe/Stockholm') >= ${hourOfNightlyWalk}::int
  and not exists (select from audit_verification where asked_by is null
    and (asked_at at time zone 'Europe/Stockholm')::date = portvakt_today())`

/**
 * One walk at a time, and one a night that nobody asks for: undefined while another is under way, or when it has been. It
 * goes as far as there are events now.
 */
export async function insertWalk(trx: Trx, { by, source, requestId, after }: AskedWalk) {
  return await trx
    .insertInto('audit_verification')
    .columns(['asked_by', 'source', 'request_id', 'up_to', 'first_seq', 'walked_to', 'walked_hash'])
    .expression((eb) =>
      eb
        .selectFrom('audit_head')
        .select([
          sql<string | null>`${by}::uuid`.as('asked_by'),
          sql<string>`${source}::text`.as('source'),
          sql<string>`${requestId}::text`.as('request_id'),
          'audit_head.seq as up_to',
          sql<string>`${after.seq}::bigint + 1`.as('first_seq'),
          sql<string>`${after.seq}::bigint`.as('walked_to'),
          sql<Buffer>`${after.hash}::bytea`.as('walked_hash'),
        ])
        .$if(by === null, (head) => head.where(isNightlyWalkDue)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export type WalkRow = NonNullable<Awaited<ReturnType<typeof selectWalk>>>

const walk = [
  'id',
  'asked_by as askedBy',
  'asked_at as askedAt',
  'source',
  'request_id as requestId',
  'up_to as upTo',
  'first_seq as firstSeq',
  'walked_to as walkedTo',
  'walked_hash as walkedHash',
  'finished_at as finishedAt',
  'broken_at as brokenAt',
  'broken_why as brokenWhy',
] as const

export async function selectWalk(db: Db, id: string) {
  return await db.selectFrom('audit_verification').where('id', '=', id).select(walk).executeTakeFirst()
}

/** The one under way, and the last that came to an end. */
export async function selectLatestWalks(db: Db) {
  const latest = db.selectFrom('audit_verification').select(walk).orderBy('asked_at', 'desc').limit(1)
  const [underWay, finished] = await Promise.all([
    latest.where('finished_at', 'is', null).executeTakeFirst(),
    latest.where('finished_at', 'is not', null).executeTakeFirst(),
  ])
  return { underWay, finished }
}

interface Step {
  readonly id: string
  /** Where the walk stood when this step began. */
  readonly from: string
  readonly to: string
  readonly hash: Buffer
  readonly found?: { readonly at: string; readonly why: 'changed' | 'missing' | 'cut-off' } | undefined
  readonly isFinished: boolean
}

/** True for one caller: of two who walk the same stretch, one has walked it. */
export async function updateWalk(trx: Trx, { id, from, to, hash, found, isFinished }: Step): Promise<boolean> {
  const row = await trx
    .updateTable('audit_verification')
    .set({
      walked_to: to,
      walked_hash: hash,
      walked_at: sql<Date>`portvakt_now()`,
      ...(isFinished && { finished_at: sql<Date>`portvakt_now()` }),
      ...(found && { broken_at: found.at, broken_why: found.why }),
    })
    .where('id', '=', id)
    .where('walked_to', '=', from)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The walk that nobody has taken further for an hour: its id for one caller, who sees to it that somebody does. */
export async function takeUpStandingWalk(trx: Trx): Promise<string | undefined> {
  const row = await trx
    .updateTable('audit_verification')
    .set({ walked_at: sql<Date>`portvakt_now()` })
    .where('finished_at', 'is', null)
    .where('walked_at', '<', sql<Date>`portvakt_now() - interval '1 hour'`)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** How the chain was when it was last walked to the end. */
export async function selectChainFound(db: Db): Promise<{ isBroken: boolean; secondsAgo: number } | undefined> {
  return await db
    .selectFrom('audit_verification')
    .where('finished_at', 'is not', null)
    .orderBy('finished_at', 'desc')
    .limit(1)
    .select([
      sql<boolean>`broken_at is not null`.as('isBroken'),
      sql<number>`extract(epoch from portvakt_now() - finished_at)::float8`.as('secondsAgo'),
    ])
    .executeTakeFirst()
}
