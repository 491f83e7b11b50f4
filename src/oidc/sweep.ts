import type { Db, Trx } from '../database/database.js'
import { removeEverything, sweepRecords } from './storage/storage.queries.js'

/** Deletes what has expired, a batch at a time so that nothing waits long for its rows; how many it was. */
export async function sweep(db: Db, batch = 1_000): Promise<number> {
  let swept = 0
  for (;;) {
    const gone = await db.transaction().execute((trx) => sweepRecords(trx, batch))
    swept += gone
    if (gone < batch) return swept
  }
}

/** No code or token that was ever given works any longer: what a backup brings back was perhaps used since. */
export async function forgetEverything(trx: Trx): Promise<void> {
  await removeEverything(trx)
}
