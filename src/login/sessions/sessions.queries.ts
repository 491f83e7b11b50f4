import { sql } from 'kysely'
import { advisoryLock } from '../../database/advisory-lock.js'
import type { Policy } from '../../../config/policy.js'
import type { Db, Trx } from '../../database/database.js'
import { isReadOnly } from '../../database/unreachable.js'
import { alive, howLong } from './limits/session-limits.queries.js'
import type { EndReason, WhichSession } from './session.js'

const now = sql<Date>`portvakt_now()`

/** Until the end of the transaction, opening and ending this account's sessions stand in line. */
export async function lockSessions(trx: Trx, accountId: string): Promise<void> {
  await advisoryLock(trx, sql`hashtextextended(${accountId}::text, 20260301)`)
}

export interface SessionToSave {
  readonly idHash: Buffer
  readonly uid: string
  readonly accountId: string | null
  /** When the provider says that the person proved who they are, in seconds since 1970. */
  readonly provedAt: number | null
  readonly payload: Readonly<Record<string, unknown>>
  readonly source: string | null
}

/**
 * Saves unless that would revive something: the row was ended, or another of the same name was ended otherwise than by
 * being replaced, or all of the account's sessions were ended after the person proved who they are.
 */
export async function upsertSession(trx: Trx, session: SessionToSave): Promise<boolean> {
  const { rows } = await sql`
    with given as (select ${session.idHash}::bytea as id_hash, ${session.uid}::text as uid,
      ${session.accountId}::uuid as account_id, to_timestamp(${session.provedAt}::float) as proved_at),
    predecessor as (
      select session.* from session, given where session.uid = given.uid and session.id_hash <> given.id_hash
      order by session.ended_at desc nulls first limit 1),
    same as (
      select session.* from session, given
      where session.id_hash = given.id_hash or session.id_hash = (select id_hash from predecessor)
      order by session.id_hash = given.id_hash desc limit 1)
    insert into session (id_hash, uid, account_id, opened_at, signed_in_at, proved_at, last_seen_at, payload, source)
    select given.id_hash, given.uid, given.account_id, coalesce(same.opened_at, portvakt_now()),
      case when given.account_id is null then null
        when same.account_id = given.account_id and same.proved_at is not distinct from given.proved_at
          then same.signed_in_at
        else portvakt_now() end,
      given.proved_at, portvakt_now(), ${JSON.stringify(session.payload)}::jsonb, ${session.source}
    from given left join same on true
    where not exists (select from predecessor where ended_at is null or end_reason <> 'replaced')
      and (same.account_id = given.account_id and same.proved_at is not distinct from given.proved_at
        or given.account_id is null
        or not exists (select from sessions_ended
          where account_id = given.account_id and date_trunc('second', at) > given.proved_at))
    on conflict (id_hash) do update set account_id = excluded.account_id, signed_in_at = excluded.signed_in_at,
      proved_at = excluded.proved_at, last_seen_at = excluded.last_seen_at, payload = excluded.payload,
      source = coalesce(excluded.source, session.source)
      where session.ended_at is null and session.uid = excluded.uid
    returning 1`.execute(trx)
  return rows.length > 0
}

export async function selectSession(db: Db, which: WhichSession, limits: Policy['session']) {
  return await db
    .selectFrom('session')
    .where((row) => ('uid' in which ? row('uid', '=', which.uid) : row('id_hash', '=', which.idHash)))
    .where(alive(limits))
    .select(['uid', 'account_id as accountId', 'payload', 'opened_at as openedAt', 'signed_in_at as signedInAt'])
    .executeTakeFirst()
}

const living = (limits: Policy['session']) => sql<boolean>`(${alive(limits)} and exists (
  select from account where account.id = session.account_id and account.ended_at is null))`

const ofWhom = ['uid', 'account_id as accountId', 'signed_in_at as signedInAt'] as const

/** For the head of every page, and for the warning on it. */
const atTheBrowser = [
  ...ofWhom,
  sql<string>`(select concat_ws(' ', person.given_name, person.family_name)
    from account join person on person.id = account.person_id where account.id = session.account_id)`.as('name'),
  ...howLong,
] as const

/**
 * Reads whose session it is, and notes in the same statement that they are there. A database that takes no changes is
 * read all the same: the session then ends when it would have ended, unless the database takes changes again before.
 */
export async function noteActivity(db: Db, idHash: Buffer, limits: Policy['session']) {
  try {
    return await db
      .updateTable('session')
      .set({ last_seen_at: now })
      .where('id_hash', '=', idHash)
      .where(living(limits))
      .returning(atTheBrowser)
      .executeTakeFirst()
  } catch (error) {
    if (!isReadOnly(error)) throw error
    return await selectSignedIn(db, idHash, limits)
  }
}

export async function selectSignedIn(db: Db, idHash: Buffer, limits: Policy['session']) {
  return await db
    .selectFrom('session')
    .where('id_hash', '=', idHash)
    .where(living(limits))
    .select(atTheBrowser)
    .executeTakeFirst()
}

/** Where the account is signed in, the latest first. */
export async function selectSessionsOf(db: Db, accountId: string, limits: Policy['session']) {
  return await db
    .selectFrom('session')
    .where('account_id', '=', accountId)
    .where(living(limits))
    .select([...ofWhom, 'last_seen_at as lastSeenAt', 'source'])
    .orderBy('signed_in_at', 'desc')
    .orderBy('uid')
    .execute()
}

/** True when it is live and this account's; to the end of the transaction nobody else ends it. */
export async function holdSession(
  trx: Trx,
  which: { readonly uid: string; readonly accountId: string },
  limits: Policy['session'],
): Promise<boolean> {
  const held = trx.selectFrom('session').where('uid', '=', which.uid).where('account_id', '=', which.accountId)
  const row = await held.where(alive(limits)).select('uid').forUpdate().executeTakeFirst()
  return row !== undefined
}

/** The session and its account, null when nobody had signed in; undefined when it had ended before. */
export async function markEnded(trx: Trx, which: WhichSession, reason: EndReason) {
  return await trx
    .updateTable('session')
    .set({ ended_at: now, end_reason: reason, payload: '{}' })
    .where((row) => ('uid' in which ? row('uid', '=', which.uid) : row('id_hash', '=', which.idHash)))
    .where('ended_at', 'is', null)
    .returning(['uid', 'account_id as accountId'])
    .executeTakeFirst()
}

/** Also one that is being replaced at this moment: its successor then finds that it may not be saved. */
export async function markAllEnded(
  trx: Trx,
  input: { readonly accountId: string; readonly exceptIdHash?: Buffer | undefined; readonly reason: EndReason },
): Promise<readonly { readonly uid: string; readonly wasLive: boolean }[]> {
  const { rows } = await sql<{ uid: string; wasLive: boolean }>`
    with ending as (
      select id_hash, ended_at is null as was_live from session
      where account_id = ${input.accountId}
        and (ended_at is null or (end_reason = 'replaced' and ended_at > portvakt_now() - interval '1 minute'))
        and id_hash is distinct from ${input.exceptIdHash ?? null}::bytea
        and uid is distinct from (select uid from session where id_hash = ${input.exceptIdHash ?? null}::bytea)
      for update)
    update session set ended_at = coalesce(ended_at, portvakt_now()), end_reason = ${input.reason}, payload = '{}'
    from ending where session.id_hash = ending.id_hash
    returning session.uid, was_live as "wasLive"`.execute(trx)
  return rows
}

/** Every session of everybody: names those that were live. */
export async function markEveryEnded(trx: Trx, reason: EndReason): Promise<readonly string[]> {
  const rows = await trx
    .updateTable('session')
    .set({ ended_at: now, end_reason: reason, payload: '{}' })
    .where('ended_at', 'is', null)
    .returning('uid')
    .execute()
  return rows.map(({ uid }) => uid)
}

/** From now on, no sign-in that was proved before opens a session. */
export async function refuseEarlierSignIns(trx: Trx, accountId: string): Promise<void> {
  await trx
    .insertInto('sessions_ended')
    .values({ account_id: accountId, at: now })
    .onConflict((known) => known.column('account_id').doUpdateSet({ at: now }))
    .execute()
}

/** Ends the oldest beyond the number to keep, and names them. */
export async function markOldestEnded(
  trx: Trx,
  input: { readonly accountId: string; readonly keep: number; readonly limits: Policy['session'] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ uid: string }>`
    update session set ended_at = portvakt_now(), end_reason = 'too-many-sessions', payload = '{}'
    where id_hash in (
      select id_hash from session where account_id = ${input.accountId} and ${alive(input.limits)}
      order by signed_in_at desc offset ${input.keep})
    returning uid`.execute(trx)
  return rows.map(({ uid }) => uid)
}

/** In a table of its own, since sign-ins side by side hold the account's row together. */
export async function noteSignIn(trx: Trx, accountId: string): Promise<void> {
  await trx
    .insertInto('last_sign_in')
    .values({ account_id: accountId, at: now })
    .onConflict((before) => before.column('account_id').doUpdateSet({ at: now }))
    .execute()
}

export async function databaseTime(trx: Trx): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select portvakt_now() as at`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error('The database told no time.')
  return row.at
}

/** A day after its end nothing can revive a session, so its row may go. */
export async function deleteOldSessions(
  db: Db,
  { session, retention }: Pick<Policy, 'session' | 'retention'>,
  atMost: number,
): Promise<number> {
  const kept = sql`make_interval(days => ${retention.endedSessionDays}::int)`
  const { rows } = await sql`
    delete from session where id_hash in (
      select id_hash from session
      where ended_at < portvakt_now() - ${kept}
        or last_seen_at < portvakt_now() - ${kept} - make_interval(hours => ${session.absoluteHours}::int)
      limit ${atMost} for update skip locked)
    returning 1`.execute(db)
  return rows.length
}
