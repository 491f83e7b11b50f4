import type { Db, Trx } from '../database/database.js'
import { hashOf, type Visit } from './kiosk.js'
import { deleteEveryVisit, deleteOld, findVisit } from './kiosk.queries.js'

/** Where the browser with this cookie stands; undefined when it stands nowhere. */
export async function visitOf(db: Db, visitName: string | undefined): Promise<Visit | undefined> {
  return visitName === undefined ? undefined : await findVisit(db, hashOf(visitName))
}

/** Forgets visits that have run out, some at a time; tells how many, so that the caller knows when to stop. */
export async function sweepVisits(db: Db, atMost = 1_000): Promise<number> {
  return await deleteOld(db, atMost)
}

/** Whoever stands at a step of the kiosk starts again: a backup may have brought back one that was taken. */
export async function endEveryVisit(trx: Trx): Promise<void> {
  await deleteEveryVisit(trx)
}
