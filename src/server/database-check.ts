import { openPool, serviceRole } from '../database/database.js'
import type { Disposables } from './drain.js'
import type { ReadinessCheck, Reason } from './readiness.js'

/**
 * Asks the database on a connection of its own, so that a full pool does not look like a dead database. It waits
 * longer than a request does: a slow database is a slow answer, not a missing one. The node's clock, in milliseconds
 * since 1970, is compared with the database's (security.md F-35).
 */
export function databaseCheck(url: string, opened: Disposables, nodeClock = ownClock): ReadinessCheck {
  const pool = openPool({ url, size: 1, role: serviceRole, patience: 3 })
  opened.add('the connection of the health check', async () => await pool.end())
  return async () => {
    try {
      const askedAt = nodeClock()
      const { rows } = await pool.query<{ readOnly: boolean; databaseTime: number }>(look)
      const answeredAt = nodeClock()
      const [{ readOnly: isReadOnly, databaseTime } = { readOnly: false, databaseTime: askedAt }] = rows
      // It was read between the two: what the statement itself took is nobody's fault.
      const offBy = Math.max(askedAt - databaseTime, databaseTime - answeredAt, 0)
      return [...(isReadOnly ? [readOnly] : []), ...wrongClock(offBy)]
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
    (extract(epoch from clock_timestamp()) * 1000)::float8 as "databaseTime",
    (select count(*) from generate_series(1, 20000)), (select count(*) from kysely_migration where false)`

// oxlint-disable-next-line no-restricted-globals -- the node's own clock is what is judged
const ownClock = () => Date.now()

const [notedOver, refusedOver] = [5_000, 30_000]

/** Tokens are dated by the node's clock: one that is far wrong signs none. */
const wrongClock = (offBy: number): readonly Reason[] =>
  offBy <= notedOver
    ? []
    : [
        {
          name: 'clock',
          words: `This node's clock is ${Math.round(offBy / 1000)} s off the database's: set it by NTP.`,
          blocks: offBy > refusedOver,
        },
      ]

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
