import { sql, type RawBuilder } from 'kysely'
import type { Policy } from '../../../config/policy.js'
import type { Db, Trx } from '../../database/database.js'

const now = sql<Date>`portvakt_now()`
const minutes = (count: number): RawBuilder<string> => sql`make_interval(mins => ${count}::int)`

/**
 * Counts the attempt before anything is compared, and locks with the one that is too many: guesses made side by side
 * stand in line here. A lock that has passed counts as nothing. No row: the name is locked, and stays so no longer.
 */
export async function reserve(db: Db, nameKey: Buffer, lock: Policy['lock']) {
  const failures = sql<number>`case when login_attempts.locked_until is null then login_attempts.failures + 1 else 1 end`
  const lockedUntil = (count: RawBuilder<number>) =>
    sql<Date | null>`case when ${count} > ${lock.toleratedFailures}::int then portvakt_now() + ${minutes(lock.minutes)} end`
  return await db
    .insertInto('login_attempts')
    .values({ name_key: nameKey, failures: 1, locked_until: lockedUntil(sql`1`), last_at: now })
    .onConflict((counted) =>
      counted
        .column('name_key')
        .doUpdateSet({ failures, locked_until: lockedUntil(failures), last_at: now })
        .where(sql<boolean>`login_attempts.locked_until is null or login_attempts.locked_until <= portvakt_now()`),
    )
    .returning(['failures', 'locked_until as lockedUntil'])
    .executeTakeFirst()
}

export async function selectLock(db: Db, nameKey: Buffer): Promise<Date | undefined> {
  const row = await db
    .selectFrom('login_attempts')
    .where('name_key', '=', nameKey)
    .where('locked_until', '>', now)
    .select('locked_until as lockedUntil')
    .executeTakeFirst()
  return row?.lockedUntil ?? undefined
}

/** The names among these that are locked at this moment. */
export async function selectLocks(db: Db, nameKeys: readonly Buffer[]) {
  return await db
    .selectFrom('login_attempts')
    .where('name_key', '=', sql<Buffer>`any(${[...nameKeys]}::bytea[])`)
    .where('locked_until', '>', now)
    .select(['name_key as nameKey', 'locked_until as lockedUntil'])
    .execute()
}

export async function deleteAttempts(trx: Trx, nameKey: Buffer): Promise<void> {
  await trx.deleteFrom('login_attempts').where('name_key', '=', nameKey).execute()
}

export async function deleteEveryCount(trx: Trx): Promise<void> {
  await trx.deleteFrom('login_attempts').execute()
}

/** True for one caller, when the name was locked. */
export async function deleteLock(trx: Trx, nameKey: Buffer): Promise<boolean> {
  const row = await trx
    .deleteFrom('login_attempts')
    .where('name_key', '=', nameKey)
    .where('locked_until', '>', now)
    .returning('name_key')
    .executeTakeFirst()
  return row !== undefined
}

/** True at most once a day for one account. */
export async function takeLockNotice(trx: Trx, accountId: string): Promise<boolean> {
  const row = await trx
    .insertInto('lock_notice')
    .values({ account_id: accountId, mailed_at: now })
    .onConflict((mailed) =>
      mailed
        .column('account_id')
        .doUpdateSet({ mailed_at: now })
        .where(sql<boolean>`lock_notice.mailed_at <= portvakt_now() - interval '1 day'`),
    )
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes some of what counts towards nothing any more; how many it was. */
export async function deleteSpentAttempts(db: Db, lock: Policy['lock'], atMost: number): Promise<number> {
  const { rows } = await sql`
    delete from login_attempts where name_key in (
      select name_key from login_attempts
      where locked_until <= portvakt_now()
        or (locked_until is null and last_at < portvakt_now() - make_interval(days => ${lock.forgottenAfterDays}::int))
      limit ${atMost} for update skip locked)
    returning 1`.execute(db)
  return rows.length
}

/** Keeps the table bounded: names beyond the number go, unlocked before locked, the longest untouched first. */
export async function deleteAttemptsBeyond(db: Db, countedNames: number, atMost: number): Promise<number> {
  const { rows } = await sql`
    delete from login_attempts where name_key in (
      select name_key from login_attempts order by locked_until is not null, last_at
      limit least(${atMost}::bigint, greatest(0, (select count(*) from login_attempts) - ${countedNames}))
      for update skip locked)
    returning 1`.execute(db)
  return rows.length
}

/** Whether a lock until this moment still holds. */
export async function isAhead(db: Db, moment: Date): Promise<boolean> {
  const { rows } = await sql<{ isAhead: boolean }>`select ${moment}::timestamptz > portvakt_now() as "isAhead"`.execute(
    db,
  )
  return rows[0]?.isAhead === true
}
