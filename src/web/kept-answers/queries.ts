import { sql } from 'kysely'
import type { Db } from '../../database/database.js'

export interface KeptAnswer {
  readonly idHash: Buffer
  readonly browser: Buffer
  readonly sessionUid: string | undefined
  readonly status: number
  readonly page: Buffer
}

/** For ten minutes. False when so many are kept that a stranger may be filling the table: then none is added. */
export async function insertAnswer(db: Db, answer: KeptAnswer, atMost: number): Promise<boolean> {
  const { rows } = await sql`
    insert into kept_answer (id_hash, browser, session_uid, status, page, expires_at)
    select ${answer.idHash}::bytea, ${answer.browser}::bytea, ${answer.sessionUid ?? null}::text, ${answer.status}::int,
      ${answer.page}::bytea, portvakt_now() + interval '10 minutes'
    where (select count(*) from (select from kept_answer limit ${atMost}) kept) < ${atMost}
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
