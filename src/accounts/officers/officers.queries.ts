import { sql, type SqlBool } from 'kysely'
import { advisoryLock } from '../../database/advisory-lock.js'
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
    .onConflict((known) => known.column('account_id').where('ended_at', 'is', null).doNothing())
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

export async function selectWasOfficer(db: Db, accountId: string): Promise<boolean> {
  const row = await db.selectFrom('officer').where('account_id', '=', accountId).select('id').executeTakeFirst()
  return row !== undefined
}

export interface WordOfTwo {
  readonly accountId: string
  /** The officer who wants it; undefined when it is the command on the server, which needs no second. */
  readonly by: string | undefined
  /** The officer who agrees to it. */
  readonly second?: string | undefined
}

/**
 * The rule of two (docs/decisions/0009): one officer alone changes an account that never was an officer's. An account
 * that is or was one takes a second officer, who is another person than the first, or the command on the server.
 */
export const hasWordOfTwo = ({ accountId, by, second }: WordOfTwo) =>
  by === undefined
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(
  not exists (select from officer where account_id = ${accountId}) or ${isAnotherOfficer({ by, second })})`

interface TwoOfficers {
  readonly by: string
  readonly second?: string | undefined
}

export const isAnotherOfficer = ({ by, second }: TwoOfficers) => sql<SqlBool>`exists (
  select from officer where account_id = ${second ?? null}::uuid and ended_at is null
    and not portvakt_same_person(account_id, ${by}::uuid))`

export async function selectIsAnotherOfficer(db: Db, officers: TwoOfficers): Promise<boolean> {
  const row = await db.selectNoFrom(isAnotherOfficer(officers).as('isThere')).executeTakeFirstOrThrow()
  return row.isThere === true
}

/** Holds the officers until the end of the transaction: of two who end each other, the second finds the first ended. */
export async function holdOfficers(trx: Trx): Promise<void> {
  await advisoryLock(trx, sql`48, 1`)
}

export async function selectIsLastOfficer(trx: Trx, accountId: string): Promise<boolean> {
  const row = await trx
    .selectNoFrom(
      sql<boolean>`exists (select from officer where account_id = ${accountId} and ended_at is null)
        and not exists (select from officer where account_id <> ${accountId} and ended_at is null)`.as('isLast'),
    )
    .executeTakeFirstOrThrow()
  return row.isLast
}

/** Never one's own, and never the last one: a trigger refuses that too. */
export async function markOfficerEnded(
  trx: Trx,
  { accountId, by }: { readonly accountId: string; readonly by: string | undefined },
): Promise<boolean> {
  const row = await trx
    .updateTable('officer')
    .set({ ended_at: sql<Date>`portvakt_now()` })
    .where('account_id', '=', accountId)
    .where(sql<SqlBool>`account_id is distinct from ${by ?? null}::uuid`)
    .where('ended_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}
