import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

/** The secrets that have been the newest somewhere, each with its place in their order as this node sees it. */
export async function selectSecrets(db: Db, newest: string) {
  return await db
    .selectFrom('master_secret')
    .select([
      'id',
      'sealed_pepper as sealedPepper',
      sql<boolean>`newest_since < (select newest_since from master_secret where id = ${newest})`.as('isOlder'),
      sql<boolean>`newest_since > (select newest_since from master_secret where id = ${newest})`.as('isNewer'),
    ])
    .orderBy('newest_since', 'desc')
    .execute()
}

/** The first node that has it as its newest says since when; one that was in use before is older than all. */
export async function insertSecret(
  trx: Trx,
  { id, sealedPepper, isFormer }: { readonly id: string; readonly sealedPepper: string; readonly isFormer: boolean },
): Promise<void> {
  await trx
    .insertInto('master_secret')
    .values({
      id,
      sealed_pepper: sealedPepper,
      newest_since: isFormer ? sql<Date>`'-infinity'` : sql<Date>`portvakt_now()`,
    })
    .onConflict((known) => known.column('id').doNothing())
    .execute()
}

/** True unless another node was first. */
export async function replacePepper(
  trx: Trx,
  { id, from, to }: { readonly id: string; readonly from: string; readonly to: string },
): Promise<boolean> {
  const row = await trx
    .updateTable('master_secret')
    .set({ sealed_pepper: to })
    .where('id', '=', id)
    .where('sealed_pepper', '=', from)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many passwords rest on the pepper of each secret. */
export async function countByPepper(db: Db) {
  return await db
    .selectFrom('password')
    .groupBy('pepper_id')
    .select(['pepper_id as secretId', sql<number>`count(*)::int`.as('count')])
    .execute()
}
