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
        .doUpdateSet({ last_at, tries: 0, tries_since: null })
        .where(sql<boolean>`familiar_name.tries > 0 or familiar_name.last_at < portvakt_now() - interval '1 day'`),
    )
    .execute()
}

export interface FamiliarTry {
  readonly nameKeys: NameKeys
  readonly network: string
  readonly familiarDays: number
  readonly triesAtLimit: number
  readonly windowMinutes: number
}

/** True while the name is familiar here and has tries left: however many ask at once, no more are let through. */
export async function countFamiliarTry(db: Db, input: FamiliarTry): Promise<boolean> {
  const { nameKeys, network, familiarDays, triesAtLimit, windowMinutes } = input
  const isOver = sql<boolean>`tries_since is null or tries_since <= portvakt_now() - ${minutes(windowMinutes)}`
  const row = await db
    .updateTable('familiar_name')
    .set({
      tries: sql<number>`case when ${isOver} then 1 else tries + 1 end`,
      tries_since: sql<Date>`case when ${isOver} then portvakt_now() else tries_since end`,
    })
    .where('name_key', '=', sql<Buffer>`any(${[...nameKeys.all]}::bytea[])`)
    .where('network', '=', network)
    .where('last_at', '>', sql<Date>`portvakt_now() - make_interval(days => ${familiarDays}::int)`)
    .where(sql<boolean>`(${isOver} or tries < ${triesAtLimit})`)
    .returning('tries')
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
