import { sql, type RawBuilder } from 'kysely'
import type { Trx } from './database.js'

/** Waits for every other transaction that holds this key, and holds it until the transaction ends. */
export async function advisoryLock(trx: Trx, key: RawBuilder<unknown>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key})`.execute(trx)
}
