import { openPool, serviceRole } from '../database/database.js'
import type { Openings } from './drain.js'
import type { ReadinessCheck, Reason } from './readiness.js'

/**
 * Asks the database on a connection of its own, so that a full pool does not look like a dead database. It waits
 * longer than a request does: a slow database is a slow answer, not a missing one.
 */
export function databaseCheck(url: string, opened: Openings): ReadinessCheck {
  const pool = openPool({ url, size: 1, role: serviceRole, patience: 3 })
  opened.add('the connection of the health check', async () => await pool.end())
  return async () => {
    try {
      const { rows } = await pool.query<{ readOnly: boolean }>(look)
      return rows[0]?.readOnly === true ? [readOnly] : []
    } catch (error) {
      return [cannotServe(error as { readonly code?: string })]
    }
  }
}

/**
 * Counting these numbers needs more memory than `work_mem` allows, so PostgreSQL writes them to its disk: a full disk
 * refuses it without a row of ours being touched, on a standby too.
 */
const look = `
  select set_config('work_mem', '64kB', false), current_setting('transaction_read_only') = 'on' as "readOnly",
    (select count(*) from generate_series(1, 20000)), (select count(*) from kysely_migration where false)`

const readOnly: Reason = {
  name: 'database-read-only',
  words: 'The database takes no changes: pages can be read, and nothing can be signed in to or saved.',
  blocks: false,
}

const cannotServe = ({ code = '' }: { readonly code?: string }): Reason => {
  if (/^53(?:1|4)/.test(code)) {
    return {
      name: 'database-disk',
      words: `The database cannot write to its disk (${code}): it is full.`,
      blocks: false,
    }
  }
  return { name: 'database', words: `The database cannot be asked${code === '' ? '' : ` (${code})`}.`, blocks: true }
}
