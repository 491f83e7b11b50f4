import { sql } from 'kysely'
import type { Db } from '../database/database.js'

/** Seconds since 1970 by the clock that decides. */
export async function secondsNow(db: Db): Promise<number> {
  const { rows } = await sql<{
    seconds: number
  }>`select floor(extract(epoch from portvakt_now()))::int as seconds`.execute(db)
  return rows[0]?.seconds ?? 0
}
