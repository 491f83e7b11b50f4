import { sql } from 'kysely'
import type { Db } from './database.js'

/** The day of the calendar in Stockholm by the database's clock, as `2026-03-29`. */
export async function today(db: Db): Promise<string> {
  const { rows } = await sql<{ today: string }>`select portvakt_today() as today`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The database told no day.')
  return row.today
}
