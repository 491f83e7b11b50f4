import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Policy } from '../../config/policy.js'
import type { NameKeys } from '../accounts/username.js'
import type { Db, Trx } from '../database/database.js'
import type { Purpose } from './one-time-password.js'

const now = sql<Date>`portvakt_now()`
const anyOf = ({ all }: NameKeys) => sql<Buffer>`any(${[...all]}::bytea[])`
const notClosed = sql<SqlBool>`used_at is null and replaced_at is null`

/** Orders for one name stand in line until the end of the transaction, so that limits and replacing are exact. */
export async function lockCodes(trx: Trx, { all }: NameKeys): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(encode(name.key, 'hex'), 4226))
    from unnest(${[...all]}::bytea[]) as name (key)`.execute(trx)
}

/**
 * What the limits are compared with: the orders from this network, and those of all networks that are as familiar to the
 * name, so that strangers use up no more than their own. A refused order is not counted, or the impatient would never
 * get one; a wrong try is counted for at least a day, whatever codes come after it, unless its code was refused and could
 * never be right.
 */
export async function countedFor(trx: Trx, nameKeys: NameKeys, { network, isFamiliar }: OrderedAt) {
  const isHere = sql<SqlBool>`network = ${network ?? null}::text`
  const ordered = (interval: string, where: RawBuilder<SqlBool>) =>
    sql<number>`(count(*) filter (
      where not is_throttled and ${where} and ordered_at > portvakt_now() - ${interval}::interval))::int`
  const isAlike = sql<SqlBool>`is_familiar = ${isFamiliar}::boolean`
  return await trx
    .selectFrom('one_time_password')
    .where('name_key', '=', anyOf(nameKeys))
    .where('purpose', '=', 'reset')
    .select([
      ordered('1 minute', isHere).as('ordersThisMinute'),
      ordered('1 hour', isHere).as('ordersThisHour'),
      ordered('1 day', isHere).as('ordersToday'),
      ordered('1 hour', isAlike).as('ordersThisHourInAll'),
      ordered('1 day', isAlike).as('ordersTodayInAll'),
      sql<number>`coalesce(sum(${wrongTries}) filter (
        where ${isOfToday} and ${isHere} and not is_throttled), 0)::int`.as('wrongToday'),
    ])
    .executeTakeFirstOrThrow()
}

/** Where an order comes from. */
export interface OrderedAt {
  /** Undefined when a proxy did not say: no limit rests on it. */
  readonly network: string | undefined
  /** The name has succeeded from there lately. */
  readonly isFamiliar: boolean
}

/** How many initial ones have been ordered for an account of late. */
export async function countInitial(trx: Trx, input: { readonly accountId: string; readonly minutes: number }) {
  return await trx
    .selectFrom('one_time_password')
    .where('account_id', '=', input.accountId)
    .where('purpose', '=', 'initial')
    .select([
      sql<number>`(count(*) filter (
        where ordered_at > portvakt_now() - make_interval(mins => ${input.minutes}::int)))::int`.as('justNow'),
      sql<number>`(count(*) filter (where ordered_at > portvakt_now() - interval '1 day'))::int`.as('today'),
    ])
    .executeTakeFirstOrThrow()
}

/** The codes of this purpose that still stood for the name stand no longer, nor those under a secret that is gone. */
export async function replaceCodes(
  trx: Trx,
  input: { readonly nameKeys: NameKeys; readonly accountId: string | undefined; readonly purpose: Purpose },
): Promise<void> {
  await trx
    .updateTable('one_time_password')
    .set({ replaced_at: now })
    .where((code) =>
      code.or([
        code('name_key', '=', anyOf(input.nameKeys)),
        code('account_id', '=', sql<string>`${input.accountId ?? null}::uuid`),
      ]),
    )
    .where('purpose', '=', input.purpose)
    .where(notClosed)
    .execute()
}

/** A code stands no longer, since its browser has ordered another; null for none. */
export async function replaceCode(trx: Trx, id: string | null): Promise<void> {
  await trx
    .updateTable('one_time_password')
    .set({ replaced_at: now })
    .where('id', '=', sql<string>`${id}::uuid`)
    .where(notClosed)
    .execute()
}

/** The code itself, or the one that it stands for. Null when it is another name's, or can no longer be used. */
export async function findUsable(
  trx: Trx,
  { nameKeys, codeId }: { readonly nameKeys: NameKeys; readonly codeId: string | undefined },
): Promise<string | null> {
  const row = await trx
    .selectFrom('one_time_password as ordered')
    .innerJoin('one_time_password as code', (join) =>
      join.on(sql<SqlBool>`code.id = case when ordered.is_throttled then ordered.stands_for else ordered.id end`),
    )
    .where('ordered.id', '=', sql<string>`${codeId ?? null}::uuid`)
    .where('code.name_key', '=', anyOf(nameKeys))
    .where('code.purpose', '=', 'reset')
    .where('code.used_at', 'is', null)
    .where('code.replaced_at', 'is', null)
    .where('code.expires_at', '>', now)
    .select('code.id')
    .executeTakeFirst()
  return row?.id ?? null
}

export interface NewCode {
  readonly purpose: Purpose
  readonly nameKey: Buffer
  readonly accountId: string | null
  readonly keyId: string
  readonly language: 'sv' | 'en'
  readonly isThrottled?: boolean
  readonly orderedAt?: OrderedAt
  readonly standsFor?: string | null
  /** At once without it. */
  readonly sendAt?: Date | undefined
  readonly minutes: number
  readonly reminderDaysBefore?: number
}

/** It lives from the moment it is sent, not from the moment it is ordered. No reminder when it lives too short. */
export async function insertCode(trx: Trx, code: NewCode): Promise<{ id: string; remindAt: Date | null }> {
  const remindAt = sql<Date>`expires_at - make_interval(days => ${code.reminderDaysBefore ?? null})`
  return await trx
    .with('moment', (made) =>
      made.selectNoFrom(sql<Date>`greatest(${code.sendAt ?? null}::timestamptz, portvakt_now())`.as('sent_from')),
    )
    .insertInto('one_time_password')
    .columns([
      'purpose',
      'name_key',
      'account_id',
      'key_id',
      'language',
      'is_throttled',
      'network',
      'is_familiar',
      'stands_for',
      'sent_from',
      'expires_at',
    ])
    .expression((from) =>
      from
        .selectFrom('moment')
        .select([
          sql<Purpose>`${code.purpose}`.as('purpose'),
          sql<Buffer>`${code.nameKey}::bytea`.as('name_key'),
          sql<string | null>`${code.accountId}::uuid`.as('account_id'),
          sql<string>`${code.keyId}`.as('key_id'),
          sql<'sv' | 'en'>`${code.language}`.as('language'),
          sql<boolean>`${code.isThrottled ?? false}::boolean`.as('is_throttled'),
          sql<string | null>`${code.orderedAt?.network ?? null}::text`.as('network'),
          sql<boolean>`${code.orderedAt?.isFamiliar ?? false}::boolean`.as('is_familiar'),
          sql<string | null>`${code.standsFor ?? null}::uuid`.as('stands_for'),
          'moment.sent_from',
          sql<Date>`moment.sent_from + make_interval(mins => ${code.minutes})`.as('expires_at'),
        ]),
    )
    .returning(['id', sql<Date | null>`case when ${remindAt} > sent_from then ${remindAt} end`.as('remindAt')])
    .executeTakeFirstOrThrow()
}

export interface Try {
  readonly id: string
  /** The master secrets that this node knows. */
  readonly secretIds: readonly string[]
  readonly policy: Policy['resetCode']
  readonly atMost?: number | undefined
}

/**
 * Counts the try before anything is compared, so that guessing in parallel gains nothing. No row: the code is used,
 * replaced, too old or tried too often; or it cannot be derived here.
 */
export async function countTry(db: Db, { id, secretIds, policy, atMost = policy.tries }: Try) {
  return await db
    .updateTable('one_time_password as code')
    .set({ attempts: sql<number>`code.attempts + 1` })
    .where('code.id', '=', id)
    .where('code.key_id', '=', sql<string>`any(${[...secretIds]}::text[])`)
    .where('code.purpose', '=', 'reset')
    .where('code.used_at', 'is', null)
    .where('code.replaced_at', 'is', null)
    .where('code.expires_at', '>', now)
    .where('code.attempts', '<', Math.min(policy.tries, atMost))
    .returning([
      'code.id',
      'code.purpose',
      'code.key_id as keyId',
      'code.account_id as accountId',
      'code.is_throttled as isThrottled',
      'code.stands_for as standsFor',
      triesLeft(policy).as('triesLeft'),
    ])
    .executeTakeFirst()
}

/** How a reset code stands, without touching it. No row: it stands no longer. */
export async function findStanding(db: Db, id: string, policy: Policy['resetCode']) {
  return await db
    .selectFrom('one_time_password as code')
    .where('code.id', '=', id)
    .where('code.used_at', 'is', null)
    .where('code.replaced_at', 'is', null)
    .where('code.expires_at', '>', now)
    .where(sql<SqlBool>`${triesLeft(policy)} > 0`)
    .select(['code.expires_at as expiresAt', triesLeft(policy).as('triesLeft')])
    .executeTakeFirst()
}

/** True for exactly one caller, however many ask at once. */
export async function markUsed(trx: Trx, id: string): Promise<boolean> {
  const row = await trx
    .updateTable('one_time_password')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('account_id', 'is not', null)
    .where('is_throttled', '=', false)
    .where(notClosed)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The initial one-time password that stands for a name, from the moment it is sent. */
export async function findInitial(db: Db, nameKeys: NameKeys) {
  return await db
    .selectFrom('one_time_password')
    .where('name_key', '=', anyOf(nameKeys))
    .where('purpose', '=', 'initial')
    .where('account_id', 'is not', null)
    .where(notClosed)
    .where('sent_from', '<=', now)
    .where('expires_at', '>', now)
    .select(['id', 'purpose', 'key_id as keyId'])
    .executeTakeFirst()
}

/** Whether an initial one-time password of the account waits that is derived from none of these master secrets. */
export async function hasInitialOfOthers(
  db: Db,
  { accountId, secretIds }: { readonly accountId: string; readonly secretIds: readonly string[] },
): Promise<boolean> {
  const row = await db
    .selectFrom('one_time_password')
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'initial')
    .where('key_id', '<>', sql<string>`all(${[...secretIds]}::text[])`)
    .where(notClosed)
    .where('sent_from', '<=', now)
    .where('expires_at', '>', now)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findSource(db: Db, id: string) {
  const found = db.selectFrom('one_time_password').where('id', '=', id)
  return await found.select(['id', 'purpose', 'key_id as keyId']).executeTakeFirst()
}

/** What a mail needs, as long as the code may still be told. */
export async function findToSend(db: Db, id: string) {
  return await db
    .selectFrom('one_time_password')
    .where('id', '=', id)
    .where('is_throttled', '=', false)
    .where(notClosed)
    .where('expires_at', '>', now)
    .select(['id', 'purpose', 'key_id as keyId', 'account_id as accountId', 'language', 'expires_at as expiresAt'])
    .executeTakeFirst()
}

/** Every code of the account that still stood stands no longer. */
export async function replaceAllCodes(trx: Trx, accountId: string): Promise<void> {
  await trx
    .updateTable('one_time_password')
    .set({ replaced_at: now })
    .where('account_id', '=', accountId)
    .where(notClosed)
    .execute()
}

/** Every code of everybody that still stood; how many they were. */
export async function replaceEveryCode(trx: Trx): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('one_time_password')
    .set({ replaced_at: now })
    .where(notClosed)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** How many codes may still be typed that were derived under each master secret, and until when. */
export async function countLiveBySecret(db: Db) {
  return await db
    .selectFrom('one_time_password')
    .where('account_id', 'is not', null)
    .where('is_throttled', '=', false)
    .where(notClosed)
    .where('expires_at', '>', now)
    .groupBy('key_id')
    .select(['key_id as secretId', sql<number>`count(*)::int`.as('count'), sql<Date>`max(expires_at)`.as('until')])
    .execute()
}

/** Two days after its end a code counts towards nothing. */
export async function deleteOld(db: Db, atMost: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('one_time_password')
    .where('id', 'in', (old) =>
      old
        .selectFrom('one_time_password')
        .where('expires_at', '<', sql<Date>`portvakt_now() - interval '2 days'`)
        .select('id')
        .limit(atMost)
        .forUpdate()
        .skipLocked(),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** The try that was right is not a wrong one. */
const wrongTries = sql<number>`attempts - (used_at is not null)::int`
const isOfToday = sql<SqlBool>`expires_at > portvakt_now() - interval '1 day'`

const triesLeft = (policy: Policy['resetCode']) => sql<number>`greatest(0, ${policy.tries}::int - code.attempts)`
