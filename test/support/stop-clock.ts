import { sql } from 'kysely'
import type { Db } from '../../src/database/database.js'

/**
 * Stops the database's clock at a moment: `stopClockAt(owner, '2026-03-29T23:59:59+02:00')`. The owner's connection.
 */
export async function stopClockAt(owner: Db, moment: string): Promise<void> {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(moment)) throw new RangeError(`${moment} is not a moment.`)
  await sql`
    create or replace function portvakt_now() returns timestamptz language sql volatile parallel restricted
    as ${sql.lit(`select timestamptz '${moment}'`)}`.execute(owner)
}
