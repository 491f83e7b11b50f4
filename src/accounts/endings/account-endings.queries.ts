import { sql, type SqlBool } from 'kysely'
import { countedBy } from '../../database/counted-by.js'
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
  { accountId, by, reason }: { readonly accountId: string; readonly by: string | undefined; readonly reason: string },
): Promise<string | undefined> {
  const row = await trx
    .updateTable('account_ending')
    .set({ reopened_at: now, reopened_by: by ?? null, reopen_reason: reason })
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

/** That they ended and were reopened, when and by whom, stays; why does not. */
export async function emptyReasons(trx: Trx, accountIds: readonly string[]): Promise<void> {
  await sql`
    update account_ending set reason = '–', reopen_reason = case when reopened_at is not null then '–' end
    where account_id = any(${[...accountIds]}::uuid[])`.execute(trx)
}

/** Of an account that lives on; the reasons of one that is still ended go with the person. */
const isOldReason = (before: string) => sql<SqlBool>`reason <> '–'
  and reopened_at < ${before}::date at time zone 'Europe/Stockholm'`

export async function selectOldReasons(db: Db, before: string) {
  return await db
    .selectFrom('account_ending')
    .where(isOldReason(before))
    .select(countedBy('reopened_at'))
    .executeTakeFirstOrThrow()
}

export async function emptyOldReasons(db: Db, before: string, atMost: number): Promise<number> {
  const { rows } = await sql`
    with gone as (
      select id from account_ending where ${isOldReason(before)} order by reopened_at limit ${atMost}
      for update skip locked)
    update account_ending set reason = '–', reopen_reason = '–' from gone where account_ending.id = gone.id
    returning 1`.execute(db)
  return rows.length
}
