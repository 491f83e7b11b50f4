import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

const now = sql<Date>`portvakt_now()`

export async function insertEnding(
  trx: Trx,
  { accountId, by, reason }: { readonly accountId: string; readonly by: string; readonly reason: string },
): Promise<string> {
  const row = await trx
    .insertInto('account_ending')
    .values({ account_id: accountId, ended_by: by, reason })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Undefined when the account was ended before endings were kept. */
export async function markReopened(
  trx: Trx,
  { accountId, by, reason }: { readonly accountId: string; readonly by: string; readonly reason: string },
): Promise<string | undefined> {
  const row = await trx
    .updateTable('account_ending')
    .set({ reopened_at: now, reopened_by: by, reopen_reason: reason })
    .where('account_id', '=', accountId)
    .where('reopened_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The latest first. */
export async function selectEndings(db: Db, accountId: string) {
  return await db
    .selectFrom('account_ending')
    .where('account_id', '=', accountId)
    .select(['id', 'ended_at as endedAt', 'reason', 'reopened_at as reopenedAt', 'reopen_reason as reopenReason'])
    .orderBy('ended_at', 'desc')
    .execute()
}
