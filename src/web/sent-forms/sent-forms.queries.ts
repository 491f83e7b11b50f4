import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

export interface SentForm {
  readonly idHash: Buffer
  readonly contents: Buffer
}

export interface KnownForm {
  readonly contents: Buffer
  /** Null until the first answer is known. */
  readonly target: string | null
}

/**
 * In the transaction of the act, so that it is known as sent when and only when the act is done. A second one waits here
 * for the first, and is told false once that is committed. A form that has expired, and is not swept yet, is none.
 */
export async function insertSentForm(trx: Trx, { idHash, contents }: SentForm): Promise<boolean> {
  const { rows } = await sql`
    insert into sent_form (id_hash, contents, expires_at)
    values (${idHash}, ${contents}, portvakt_now() + interval '1 day')
    on conflict (id_hash) do update
      set contents = excluded.contents, target = null, expires_at = excluded.expires_at
      where sent_form.expires_at <= portvakt_now()
    returning 1`.execute(trx)
  return rows.length > 0
}

export async function findSentForm(db: Db, idHash: Buffer): Promise<KnownForm | undefined> {
  return await db
    .selectFrom('sent_form')
    .where('id_hash', '=', idHash)
    .where('expires_at', '>', sql<Date>`portvakt_now()`)
    .select(['contents', 'target'])
    .executeTakeFirst()
}

export async function updateTarget(db: Db, idHash: Buffer, target: string): Promise<void> {
  await db.updateTable('sent_form').set({ target }).where('id_hash', '=', idHash).execute()
}

export async function deleteSentForm(db: Db, idHash: Buffer): Promise<void> {
  await db.deleteFrom('sent_form').where('id_hash', '=', idHash).execute()
}

export async function deleteOldForms(db: Db, atMost: number): Promise<number> {
  const { rows } = await sql`
    delete from sent_form where ctid in (
      select ctid from sent_form where expires_at < portvakt_now() limit ${atMost} for update skip locked)
    returning 1`.execute(db)
  return rows.length
}
