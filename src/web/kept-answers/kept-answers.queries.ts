import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Db } from '../../database/database.js'

export interface KeptAnswer {
  readonly idHash: Buffer
  readonly browser: Buffer
  readonly sessionUid: string | undefined
  readonly status: number
  readonly page: Buffer
  /** The network, for who is not signed in; undefined when a proxy did not say. */
  readonly source: string | undefined
}

export interface Room {
  /** Of strangers together, and of all sessions together. */
  readonly inAll: number
  readonly ofSession: number
  readonly ofSource: number
}

/**
 * For ten minutes. False when so many are kept, of this session or of this network, that somebody may be filling the
 * table: then none is added. Strangers and sessions have a part each, so that no stranger takes a session's place.
 */
export async function insertAnswer(db: Db, answer: KeptAnswer, { inAll, ofSession, ofSource }: Room): Promise<boolean> {
  const isIn = answer.sessionUid !== undefined
  const alike = sql<SqlBool>`(session_uid is not null) = ${isIn}::boolean`
  const theirs = isIn
    ? sql<SqlBool>`session_uid = ${answer.sessionUid}`
    : sql<SqlBool>`source = ${answer.source ?? null}::text`
  const theirsAtMost = isIn ? ofSession : ofSource
  const isRoomIn = (rows: RawBuilder<SqlBool>, atMost: number) =>
    sql`(select count(*) from (select from kept_answer where ${rows} limit ${atMost}) kept) < ${atMost}`
  const { rows } = await sql`
    insert into kept_answer (id_hash, browser, session_uid, status, page, source, expires_at)
    select ${answer.idHash}::bytea, ${answer.browser}::bytea, ${answer.sessionUid ?? null}::text, ${answer.status}::int,
      ${answer.page}::bytea, ${answer.source ?? null}::text, portvakt_now() + interval '10 minutes'
    where ${isRoomIn(alike, inAll)} and ${isRoomIn(theirs, theirsAtMost)}
    returning 1`.execute(db)
  return rows.length > 0
}

export async function findAnswer(db: Db, input: Pick<KeptAnswer, 'idHash' | 'browser'>) {
  return await db
    .selectFrom('kept_answer')
    .where('id_hash', '=', input.idHash)
    .where('browser', '=', input.browser)
    .where('expires_at', '>', sql<Date>`portvakt_now()`)
    .select(['session_uid as sessionUid', 'status', 'page'])
    .executeTakeFirst()
}

export async function deleteOldAnswers(db: Db, atMost: number): Promise<number> {
  const { rows } = await sql`
    delete from kept_answer where ctid in (
      select ctid from kept_answer where expires_at < portvakt_now() limit ${atMost} for update skip locked)
    returning 1`.execute(db)
  return rows.length
}
