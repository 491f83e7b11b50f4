import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Policy } from '../../../config/policy.js'
import type { NameKeys } from '../../accounts/username.js'
import type { Db, Trx } from '../../database/database.js'

const now = sql<Date>`portvakt_now()`
const isOneOf = ({ all }: NameKeys) => sql<SqlBool>`name_key = any(${[...all]}::bytea[])`
const minutes = (count: number): RawBuilder<string> => sql`make_interval(mins => ${count}::int)`

/** How an attempt stands that was asked for: `isReserved`, or locked `until`; neither when a lock ended meanwhile. */
export interface Reserving {
  readonly isReserved: boolean
  readonly failures: number
  /** When this attempt is the one too many. */
  readonly lockedUntil: Date | null
  readonly until: Date | null
  /** The master secret that another node has as its newest, and that this node does not know. */
  readonly unknownSecret: string | null
}

/**
 * Counts the attempt before anything is compared, and locks with the one that is too many: guesses made side by side
 * stand in line here. A lock that has passed counts as nothing; while one holds, nothing is counted and it stays so no
 * longer. Nor is anything counted at a node that another one's newest secret is unknown to: what was chosen or ordered
 * at that one cannot be judged here, and nobody who asks, known or invented, is told more than that.
 *
 * A name has a row under each master secret that this node knows. All of them are held first, always in the same order,
 * and the highest count is the one that goes on, in every row, as does a lock: so a node that shares only one of the
 * secrets counts on from the same number, and so does one that begins with a new secret.
 */
export async function reserve(db: Db, { nameKeys, secretIds, lock }: ToReserve): Promise<Reserving> {
  const [newest, ...others] = secretIds
  const counted = sql<number>`case when login_attempts.locked_until is null then login_attempts.failures else 0 end`
  const until = (count: RawBuilder<number>) =>
    sql`case when ${count} > ${lock.toleratedFailures}::int then portvakt_now() + ${minutes(lock.minutes)} end`
  const failures = sql<number>`greatest(${counted} + 1, excluded.failures)`
  const { rows } = await sql<Reserving>`
    with held as materialized (
      select login_attempts.locked_until, login_attempts.failures, ${counted} as counted
      from login_attempts where ${isOneOf(nameKeys)} order by name_key for update
    ), known as (
      select coalesce(max(failures) filter (where locked_until > portvakt_now()), max(counted) + 1, 1) as failures,
        max(locked_until) filter (where locked_until > portvakt_now()) as until,
        (select max(id) from master_secret where id <> all(${[newest, ...others]}::text[]) and newest_since > (
          select newest_since from master_secret where id = ${newest})) as unknown_secret
      from held
    ), reserved as (
      insert into login_attempts (name_key, failures, locked_until, last_at, secret_ids)
      select name.key, known.failures, coalesce(known.until, ${until(sql`known.failures`)}), portvakt_now(),
        ${[newest, ...others]}::text[]
      from known, unnest(${[...nameKeys.all]}::bytea[]) with ordinality as name (key, place)
      where known.unknown_secret is null order by name.place
      on conflict (name_key) do update
      set failures = ${failures}, last_at = portvakt_now(), secret_ids = excluded.secret_ids,
        locked_until = coalesce((select known.until from known), ${until(failures)})
      where login_attempts.locked_until is null or login_attempts.locked_until <= portvakt_now()
      returning failures, locked_until
    )
    select max(known.until) is null and count(reserved.failures) = ${nameKeys.all.length}::int as "isReserved",
      coalesce(max(reserved.failures), 0) as failures, max(reserved.locked_until) as "lockedUntil",
      max(known.until) as until, max(known.unknown_secret) as "unknownSecret"
    from known left join reserved on true`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The database counted no attempt.')
  return row
}

export interface ToReserve {
  readonly nameKeys: NameKeys
  /** The master secrets that this node knows, newest first. */
  readonly secretIds: readonly [string, ...string[]]
  readonly lock: Policy['lock']
}

/** Takes back what was counted in advance, and the lock if that attempt was the one too many. */
export async function takeBackAttempt(
  db: Db,
  { nameKeys, hasLocked }: { readonly nameKeys: NameKeys; readonly hasLocked: boolean },
): Promise<void> {
  await sql`
    with gone as (
      delete from login_attempts where ${isOneOf(nameKeys)} and failures = 1
    )
    update login_attempts set failures = failures - 1,
      locked_until = case when not ${hasLocked}::boolean then locked_until end
    where ${isOneOf(nameKeys)} and failures > 1`.execute(db)
}

export async function selectLock(db: Db, nameKeys: NameKeys): Promise<Date | undefined> {
  const row = await db
    .selectFrom('login_attempts')
    .where(isOneOf(nameKeys))
    .where('locked_until', '>', now)
    .select(sql<Date | null>`max(locked_until)`.as('lockedUntil'))
    .executeTakeFirst()
  return row?.lockedUntil ?? undefined
}

/** How many locks hold that have no row under this node's newest master secret, by each secret that they rest on. */
export async function countLocksBySecret(db: Db, secretIds: readonly [string, ...string[]]) {
  const [newest, ...others] = secretIds
  const { rows } = await sql<{ secretId: string; count: number; until: Date }>`
    select secret_id as "secretId", ceil(sum(1.0 / greatest(1, cardinality(secret_ids))))::int as count,
      max(locked_until) as until
    from login_attempts,
      unnest(case when secret_ids = '{}' then ${others}::text[] else secret_ids end) as secret (secret_id)
    where locked_until > portvakt_now() and ${newest} <> all(secret_ids)
    group by secret_id`.execute(db)
  return rows
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

export async function deleteAttempts(trx: Trx, nameKeys: NameKeys): Promise<void> {
  await trx.deleteFrom('login_attempts').where(isOneOf(nameKeys)).execute()
}

export async function deleteEveryCount(trx: Trx): Promise<void> {
  await trx.deleteFrom('login_attempts').execute()
}

/** True for one caller, when the name was locked. */
export async function deleteLock(trx: Trx, nameKeys: NameKeys): Promise<boolean> {
  const row = await trx
    .deleteFrom('login_attempts')
    .where(isOneOf(nameKeys))
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
