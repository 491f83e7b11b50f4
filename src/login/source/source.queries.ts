import { sql } from 'kysely'
import type { NameKeys } from '../../accounts/username.js'
import type { Db, Trx } from '../../database/database.js'
import { carried, type Counted, type Limit, type Window } from './window.js'

/** The window that now is in, with what is counted in it and in the one before. The clock is read once. */
export async function selectWindow(
  db: Db,
  input: { readonly source: string; readonly counted: Counted; readonly windowMinutes: number },
): Promise<Window> {
  const { source, counted, windowMinutes } = input
  const { rows } = await sql<Window>`
    select turn.since, turn.seconds, extract(epoch from now - turn.since)::float8 / turn.seconds as passed,
      coalesce(present.attempts, 0) as attempts, coalesce(past.attempts, 0) as before
    from (select portvakt_now() as now, ${minutes(windowMinutes)} as length offset 0) as clock
    cross join lateral (
      select date_bin(length, now, 'epoch') as since, extract(epoch from length)::float8 as seconds) as turn
    left join source_attempts present
      on present.source = ${source} and present.counted = ${counted} and present.since = turn.since
    left join source_attempts past
      on past.source = ${source} and past.counted = ${counted} and past.since = turn.since - length`.execute(db)
  const [window] = rows
  if (window === undefined) throw new Error('The database told no time.')
  return window
}

/** Counts one more from this source, unless it is at its limit: however many ask at once, no more are let through. */
export async function countUp(db: Db, limit: Limit): Promise<boolean> {
  const { source, counted, window, atMost } = limit
  const room = atMost - carried(window)
  if (room <= 0) return false
  const row = await db
    .insertInto('source_attempts')
    .values({ source, counted, since: window.since, attempts: 1 })
    .onConflict((known) =>
      known
        .columns(['source', 'counted', 'since'])
        .doUpdateSet({ attempts: sql<number>`source_attempts.attempts + 1` })
        .where('source_attempts.attempts', '<', room),
    )
    .returning('attempts')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes one off each, in the window where it was counted: all in one statement, or none. */
export async function countDown(db: Db, limits: readonly Limit[]): Promise<void> {
  const sources = limits.map(({ source }) => source)
  const counted = limits.map((limit) => limit.counted)
  const windows = limits.map(({ window }) => window.since)
  await sql`
    with held as materialized (
      select known.source, known.counted, known.since from source_attempts known
      join unnest(${sources}::text[], ${counted}::text[], ${windows}::timestamptz[]) as taken (source, counted, since)
        using (source, counted, since)
      where known.attempts > 0 order by known.source for update of known)
    update source_attempts set attempts = attempts - 1 from held
    where (source_attempts.source, source_attempts.counted, source_attempts.since)
      = (held.source, held.counted, held.since)`.execute(db)
}

/** True for the first who is turned away in this window. */
export async function markTurnedAway(db: Db, { source, counted, window }: Limit): Promise<boolean> {
  const turned_away_at = sql<Date>`portvakt_now()`
  const row = await db
    .insertInto('source_attempts')
    .values({ source, counted, since: window.since, attempts: 0, turned_away_at })
    .onConflict((known) =>
      known
        .columns(['source', 'counted', 'since'])
        .doUpdateSet({ turned_away_at })
        .where('source_attempts.turned_away_at', 'is', null),
    )
    .returning('since')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * A row under each master secret that this node knows, so that the name stays familiar when one takes another's place.
 * A row that is a day old is written anew, a younger one only when tries are to be forgotten.
 */
export async function upsertFamiliarName(
  trx: Trx,
  { nameKeys, network }: { readonly nameKeys: NameKeys; readonly network: string },
): Promise<void> {
  const last_at = sql<Date>`portvakt_now()`
  await trx
    .insertInto('familiar_name')
    .values(nameKeys.all.map((name_key) => ({ name_key, network, last_at })))
    .onConflict((known) =>
      known
        .columns(['name_key', 'network'])
        .doUpdateSet({
          last_at,
          tries: 0,
          tries_since: null,
          // The one that was right, if it was tried at the limit.
          tries_today: sql<number>`greatest(0, familiar_name.tries_today - 1)`,
        })
        .where(
          sql<boolean>`greatest(familiar_name.tries, familiar_name.tries_today) > 0
            or familiar_name.last_at < portvakt_now() - interval '1 day'`,
        ),
    )
    .execute()
}

export interface FamiliarTry {
  readonly nameKeys: NameKeys
  readonly network: string
  readonly familiarDays: number
  readonly triesAtLimit: number
  readonly triesAtLimitPerDay: number
  readonly windowMinutes: number
}

export interface FamiliarTried {
  /** The name is familiar here and had tries left: however many ask at once, no more are let through. */
  readonly isCounted: boolean
  /** It was the last of the day. */
  readonly isLast: boolean
}

/** The rows under all master secrets are held in one order and go on from the highest count. */
export async function countFamiliarTry(db: Db, input: FamiliarTry): Promise<FamiliarTried> {
  const { nameKeys, network, familiarDays, triesAtLimit, triesAtLimitPerDay, windowMinutes } = input
  const isNow = sql`tries_since > portvakt_now() - ${minutes(windowMinutes)}`
  const isToday = sql`today_since > portvakt_now() - interval '1 day'`
  const { rows } = await sql<FamiliarTried>`
    with held as materialized (
      select * from familiar_name
      where name_key = any(${[...nameKeys.all]}::bytea[]) and network = ${network}
        and last_at > portvakt_now() - make_interval(days => ${familiarDays}::int)
      order by name_key for update
    ), known as (
      select coalesce(max(tries) filter (where ${isNow}), 0) as tries, min(tries_since) filter (where ${isNow}) as since,
        coalesce(max(tries_today) filter (where ${isToday}), 0) as today,
        min(today_since) filter (where ${isToday}) as day
      from held
    ), counted as (
      update familiar_name set tries = known.tries + 1, tries_since = coalesce(known.since, portvakt_now()),
        tries_today = known.today + 1, today_since = coalesce(known.day, portvakt_now())
      from known, held
      where familiar_name.name_key = held.name_key and familiar_name.network = held.network
        and known.tries < ${triesAtLimit}::int and known.today < ${triesAtLimitPerDay}::int
      returning familiar_name.tries_today
    )
    select count(*) > 0 as "isCounted", coalesce(max(tries_today) >= ${triesAtLimitPerDay}::int, false) as "isLast"
    from counted`.execute(db)
  return rows[0] ?? { isCounted: false, isLast: false }
}

/** Whether the name has succeeded from the network within so many days. */
export async function isFamiliarName(
  db: Db,
  { nameKeys, network, familiarDays }: Pick<FamiliarTry, 'nameKeys' | 'network' | 'familiarDays'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('familiar_name')
    .where('name_key', '=', sql<Buffer>`any(${[...nameKeys.all]}::bytea[])`)
    .where('network', '=', network)
    .where('last_at', '>', sql<Date>`portvakt_now() - make_interval(days => ${familiarDays}::int)`)
    .select('network')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteUnfamiliarNames(db: Db, familiarDays: number, atMost: number): Promise<number> {
  const { rows } = await sql`
    delete from familiar_name where ctid in (
      select ctid from familiar_name where last_at < portvakt_now() - make_interval(days => ${familiarDays}::int)
      limit ${atMost} for update skip locked)
    returning 1`.execute(db)
  return rows.length
}

export async function deleteOldSources(db: Db, windowMinutes: number, atMost: number): Promise<number> {
  const { rows } = await sql`
    delete from source_attempts where ctid in (
      select ctid from source_attempts where since < portvakt_now() - 2 * ${minutes(windowMinutes)}
      limit ${atMost} for update skip locked)
    returning 1`.execute(db)
  return rows.length
}

const minutes = (count: number) => sql`make_interval(mins => ${count}::int)`
