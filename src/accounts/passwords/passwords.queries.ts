import { sql } from 'kysely'
import type { Trx } from '../../database/database.js'

export interface StoredPassword {
  readonly accountId: string
  readonly hash: string
  readonly pepperId: string
}

export async function upsertPassword(trx: Trx, input: StoredPassword): Promise<void> {
  const values = { hash: input.hash, pepper_id: input.pepperId, set_at: sql<Date>`portvakt_now()` }
  await trx
    .insertInto('password')
    .values({ account_id: input.accountId, ...values })
    .onConflict((present) => present.column('account_id').doUpdateSet(values))
    .execute()
}

/** The password was not chosen anew, so the day it was set stays. */
export async function replaceHash(trx: Trx, input: StoredPassword & { readonly oldHash: string }): Promise<boolean> {
  const row = await trx
    .updateTable('password')
    .set({ hash: input.hash, pepper_id: input.pepperId })
    .where('account_id', '=', input.accountId)
    .where('hash', '=', input.oldHash)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** To the microsecond, which no Date carries. */
export const passwordChosenAt = sql<string | null>`extract(epoch from password.set_at)::text`

/** The account's row is held, so that ending it, or setting its password after taking the same row, waits. */
export async function lockUnchanged(
  trx: Trx,
  input: { readonly accountId: string; readonly chosenAt: string | null },
): Promise<boolean> {
  const row = await trx
    .selectFrom('account')
    .where('id', '=', input.accountId)
    .where('ended_at', 'is', null)
    .select('id')
    .forShare()
    .executeTakeFirst()
  if (row === undefined) return false
  const password = await trx
    .selectFrom('password')
    .where('account_id', '=', input.accountId)
    .select(passwordChosenAt.as('chosenAt'))
    .forShare()
    .executeTakeFirst()
  return (password?.chosenAt ?? null) === input.chosenAt
}

/** True when there was one. */
export async function deletePassword(trx: Trx, accountId: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('password')
    .where('account_id', '=', accountId)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}
