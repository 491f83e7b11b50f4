import type { Db } from '../../database/database.js'
import { fromWithin } from '../../context/origin.js'
import { record } from '../record.js'
import { closePeriod, isClosedBefore, removeAnchored, selectOldEvents } from './audit-periods.queries.js'

/**
 * Events go by whole calendar years. First the period is closed: an anchor takes the number and the hash of its last
 * event, an event in the chain tells both, and from then on the chain is walked from there. Only then, some at a time,
 * do the events before it go; the service may delete none, so the owner's own function does, and it takes no others.
 */
export async function oldEvents(db: Db, before: string) {
  return await selectOldEvents(db, before)
}

export async function disposeOfEvents(
  db: Db,
  { before, by, atMost }: { readonly before: string; readonly by: string; readonly atMost: number },
): Promise<number> {
  if (!(await isClosedBefore(db, before))) {
    await db.transaction().execute(async (trx) => {
      const closed = await closePeriod(trx, { before, by })
      if (closed === undefined) return
      const { seq, hash, lastYear } = closed
      const details = { lastSeq: seq, hash: hash.toString('hex'), lastYear }
      await record(trx, fromWithin('chore'), { kind: 'audit-period-closed', by, details })
    })
  }
  return await removeAnchored(db, atMost)
}
