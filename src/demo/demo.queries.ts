import { sql } from 'kysely'
import { advisoryLock } from '../database/advisory-lock.js'
import type { Db, Trx } from '../database/database.js'

/** One filler at a time, to the end of the transaction: the next one finds the database filled. */
export async function waitForTurn(trx: Trx): Promise<void> {
  await sql`set local lock_timeout = '30s'`.execute(trx)
  await advisoryLock(trx, sql`7216010`)
}

/** True when nobody and nothing is registered. */
export async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ isEmpty: boolean }>`
    select not exists (select from person) and not exists (select from organisation) as "isEmpty"`.execute(db)
  return rows[0]?.isEmpty === true
}

export async function demoClient(db: Db, id: string) {
  return await db
    .selectFrom('client')
    .select(['sealed_secret', 'redirect_uris', 'backchannel_logout_uri'])
    .where('id', '=', id)
    .executeTakeFirst()
}
