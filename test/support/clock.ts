import { sql } from 'kysely'
import type { Db } from '../../src/database/database.js'

/**
 * Moves the database's clock on from where it stands: `travel(owner, '30 minutes')`. The connection must be the
 * owner's; the service may not replace a function.
 */
export async function travel(owner: Db, interval: string): Promise<void> {
  const { rows } = await sql<{ ahead: string }>`
    select ((portvakt_now() + ${interval}::interval) - clock_timestamp())::text as ahead`.execute(owner)
  await sql`
    create or replace function portvakt_now() returns timestamptz language sql volatile parallel restricted
    as ${sql.lit(`select clock_timestamp() + interval '${rows[0]?.ahead}'`)}`.execute(owner)
}
