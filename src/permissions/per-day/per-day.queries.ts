import { sql } from 'kysely'
import type { Db } from '../../database/database.js'

/** The days of a month, today included, that are not counted; today again when that was a while ago. */
export async function selectUncounted(db: Db, { days, minutes }: { readonly days: number; readonly minutes: number }) {
  const { rows } = await sql<{ day: string }>`
    with today as (select portvakt_today() as day, portvakt_now() as at)
    select one::date::text as day from today, generate_series(today.day - ${days}::int + 1, today.day, interval '1 day') one
    where not exists (
      select from permission_day counted where counted.day = one::date
        and (counted.day < today.day or counted.counted_at > today.at - make_interval(mins => ${minutes}::int)))
    order by one`.execute(db)
  return rows.map(({ day }) => day)
}

/** How many hold each service that day; whoever was ended on the day itself held it no more. */
export async function countDay(db: Db, day: string): Promise<void> {
  await sql`
    insert into permission_day (day, service, holders, counted_at)
    select ${day}::date, service.code, coalesce(held.holders, 0), portvakt_now()
    from service left join (
      select service, count(*)::int as holders from "grant"
      where valid_from <= ${day}::date and coalesce(valid_to, 'infinity') >= ${day}::date
        and (ended_at is null or (ended_at at time zone 'Europe/Stockholm')::date > ${day}::date)
        and (${day}::date between paused_from and paused_to) is not true
      group by service) held on held.service = service.code
    on conflict (day, service) do update set holders = excluded.holders, counted_at = excluded.counted_at`.execute(db)
}
