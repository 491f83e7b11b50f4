import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { isLastOfficer } from '../officers/end-officer.js'
import { deletePassword } from '../passwords/passwords.queries.js'
import { markAccountEnded, markAccountReopened } from '../accounts.queries.js'
import { insertEnding, markReopened, selectEndings } from './account-endings.queries.js'

/**
 * An account that has ended lets nobody in (product.md, rule 9), and its password is forgotten: who comes back chooses a
 * new one. The username stays the person's own, and each ending and reopening is kept with its reason.
 *
 *   living   -> ended    by an officer, not by the person themselves
 *   ended    -> living   by an officer or the operator's command, unless it was merged into another account
 */
export interface EndAccount {
  readonly accountId: string
  readonly by: string
  /** The officer who agrees, where it takes two (docs/decisions/0009). */
  readonly second?: string | undefined
  readonly reason: string
  readonly from: Origin
}

/** By an officer, or by the operator's command when `by` is undefined. */
export type ReopenAccount = Omit<EndAccount, 'by'> & { readonly by: string | undefined }

export type EndedAccount =
  | { readonly kind: 'ended' }
  | { readonly kind: 'not-ended' }
  /** The agency would have no officer left. */
  | { readonly kind: 'last-officer' }
export type ReopenedAccount = { readonly kind: 'reopened' } | { readonly kind: 'not-reopened' }

/** `not-ended`: ended before, one's own, one that takes a second officer, or not there. What rested on the account is ended by who calls. */
export async function markEnded(trx: Trx, { from, ...input }: EndAccount): Promise<EndedAccount> {
  if (await isLastOfficer(trx, input.accountId)) return { kind: 'last-officer' }
  if (!(await markAccountEnded(trx, input))) return { kind: 'not-ended' }
  await deletePassword(trx, input.accountId)
  const ending = await insertEnding(trx, input)
  await record(trx, from, { kind: 'account-ended', by: input.by, about: input.accountId, details: { ending } })
  return { kind: 'ended' }
}

/** `not-reopened`: living, merged, one's own, one that takes a second officer, or not there. */
export async function reopen(trx: Trx, { from, ...input }: ReopenAccount): Promise<ReopenedAccount> {
  if (!(await markAccountReopened(trx, input))) return { kind: 'not-reopened' }
  const ending = await markReopened(trx, input)
  await record(trx, from, {
    kind: 'account-reopened',
    by: input.by,
    about: input.accountId,
    details: { ending: ending ?? null },
  })
  return { kind: 'reopened' }
}

export interface Ending {
  readonly id: string
  readonly endedAt: Date
  readonly reason: string
  readonly reopenedAt: Date | null
  readonly reopenReason: string | null
}

/** The latest first. */
export async function endingsOf(db: Db, accountId: string): Promise<readonly Ending[]> {
  return await selectEndings(db, accountId)
}
