import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

export interface Anchor {
  readonly seq: string
  readonly hash: Buffer
}

/** Where the chain begins, and whether an event in it says so; undefined when it begins at its first event. */
export async function selectAnchor(db: Db): Promise<(Anchor & { readonly isAttested: boolean }) | undefined> {
  const { rows } = await sql<Anchor & { isAttested: boolean }>`
    select anchor.last_seq::text as seq, anchor.hash, exists (
      select from audit_event event where event.kind = 'audit-period-closed' and event.seq > anchor.last_seq
        and event.details ->> 'lastSeq' = anchor.last_seq::text
        and event.details ->> 'hash' = encode(anchor.hash, 'hex')) as "isAttested"
    from audit_anchor anchor order by anchor.last_seq desc limit 1`.execute(db)
  return rows[0]
}

/** Of whole calendar years that ended before the day. */
export async function selectOldEvents(db: Db, before: string) {
  const { rows } = await sql<{ count: number; oldest: string | null; newest: string | null }>`
    with period as (select date_trunc('year', ${before}::date::timestamp) at time zone 'Europe/Stockholm' as ends),
    first as (select seq, at from audit_event order by seq limit 1),
    last as (select seq, at from audit_event where at < (select ends from period) order by at desc, seq desc limit 1)
    select coalesce(last.seq - first.seq + 1, 0)::int as count,
      (first.at at time zone 'Europe/Stockholm')::date::text as oldest,
      (last.at at time zone 'Europe/Stockholm')::date::text as newest
    from last, first where last.seq >= first.seq`.execute(db)
  return rows[0] ?? { count: 0, oldest: null, newest: null }
}

/**
 * Closes every year before that of the day. The database itself refuses what is too young, whoever asks.
 * Undefined when there is nothing, or it has been closed.
 */
export async function closePeriod(trx: Trx, { before, by }: { readonly before: string; readonly by: string }) {
  const { rows } = await sql<Anchor & { lastYear: number }>`
    select closed.last_seq::text as seq, closed.hash, extract(year from ${before}::date)::int - 1 as "lastYear"
    from audit_close_period(extract(year from ${before}::date)::int - 1, ${by}::uuid) closed`.execute(trx)
  return rows[0]
}

export async function removeAnchored(db: Db, atMost: number): Promise<number> {
  const { rows } = await sql<{ removed: number }>`select audit_remove_anchored(${atMost}::int) as removed`.execute(db)
  return rows[0]?.removed ?? 0
}

/** True while events lie before the place where the chain begins. */
export async function isClosedBefore(db: Db, before: string): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`
    select exists (select from audit_anchor where last_year >= extract(year from ${before}::date)::int - 1) as closed`.execute(
    db,
  )
  return rows[0]?.closed === true
}
