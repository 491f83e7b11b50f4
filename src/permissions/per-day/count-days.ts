import type { Db } from '../../database/database.js'
import { countDay, selectUncounted } from './per-day.queries.js'

/** As many days as a chart shows, and how old the count of the present day may be. */
export const daysCounted = 30
const minutesOld = 10

/** Counts what holds today, and the days that nobody has counted, one statement for each: none takes long. */
export async function countPermissionDays(db: Db): Promise<number> {
  const days = await selectUncounted(db, { days: daysCounted, minutes: minutesOld })
  for (const day of days) await countDay(db, day)
  return days.length
}
