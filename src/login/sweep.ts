import type { Db } from '../database/database.js'
import type { AppContext } from '../context/app-context.js'
import { deleteAttemptsBeyond, deleteSpentAttempts } from './attempts/attempts.queries.js'
import { deleteLooseRelyingSessions } from './relying-sessions/relying-sessions.queries.js'
import { deleteOldSessions } from './sessions/sessions.queries.js'
import { deleteOldSources, deleteUnfamiliarNames } from './source/source.queries.js'

const batch = 1_000
const batchesAtMost = 100

/** Forgets what counts towards nothing any more, some at a time, so that no statement holds much for long. */
export async function sweepLogin(db: Db, context: Pick<AppContext, 'policy'>): Promise<number> {
  const { lock, source } = context.policy
  const sweeps = [
    async () => await deleteSpentAttempts(db, lock, batch),
    async () => await deleteAttemptsBeyond(db, lock.countedNames, batch),
    async () => await deleteOldSources(db, source.windowMinutes, batch),
    async () => await deleteUnfamiliarNames(db, source.familiarDays, batch),
    async () => await deleteOldSessions(db, context.policy, batch),
    async () => await deleteLooseRelyingSessions(db, batch),
  ]
  let swept = 0
  for (const sweep of sweeps) swept += await untilLess(sweep)
  return swept
}

const untilLess = async (sweep: () => Promise<number>): Promise<number> => {
  let total = 0
  for (let turn = 1; turn <= batchesAtMost; turn += 1) {
    const count = await sweep()
    total += count
    if (count < batch) break
  }
  return total
}
