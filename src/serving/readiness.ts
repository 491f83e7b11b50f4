import { openPool, serviceRole } from '../database/database.js'
import type { Openings } from './drain.js'

/** Asks the database on a connection of its own, so that a full pool does not look like a dead database. */
export function readiness(url: string, opened: Openings): () => Promise<boolean> {
  const pool = openPool({ url, size: 1, role: serviceRole })
  opened.add('the connection of the health check', async () => await pool.end())
  return async () => {
    const asked = pool.query('select from kysely_migration limit 1').then(
      () => true,
      () => false,
    )
    return await Promise.race([asked, tooLate(1_000)])
  }
}

const tooLate = async (milliseconds: number): Promise<false> =>
  await new Promise((resolve) => void setTimeout(resolve, milliseconds, false).unref())
