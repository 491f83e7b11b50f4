import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

/** False when the account is one already, has ended, or is not there. */
export async function insertOfficer(
  trx: Trx,
  input: { readonly accountId: string; readonly by?: string },
): Promise<boolean> {
  const row = await trx
    .insertInto('officer')
    .columns(['account_id', 'made_by'])
    .expression((account) =>
      account
        .selectFrom('account')
        .where('id', '=', input.accountId)
        .where('ended_at', 'is', null)
        .select(['id as account_id', sql<string | null>`${input.by ?? null}::uuid`.as('made_by')]),
    )
    .onConflict((known) =>
      known
        .column('account_id')
        .doUpdateSet({ since: sql`portvakt_now()`, ended_at: null, made_by: sql`excluded.made_by` })
        .where('officer.ended_at', 'is not', null),
    )
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function selectOfficer(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('officer')
    .innerJoin('account', 'account.id', 'officer.account_id')
    .where('officer.account_id', '=', accountId)
    .where('officer.ended_at', 'is', null)
    .where('account.ended_at', 'is', null)
    .select('officer.account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Never one's own. */
export async function markOfficerEnded(
  trx: Trx,
  { accountId, by }: { readonly accountId: string; readonly by: string },
): Promise<boolean> {
  const row = await trx
    .updateTable('officer')
    .set({ ended_at: sql<Date>`portvakt_now()` })
    .where('account_id', '=', accountId)
    .where('account_id', '<>', by)
    .where('ended_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}
