import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'
import { selectAccountByNumber, updateNumber } from './accounts.queries.js'

export type ChangedNumber =
  | { readonly kind: 'changed' }
  /** Another account has it: perhaps it is the same person, and the two are to become one. */
  | { readonly kind: 'taken' }
  /** It is that already, the account has ended, is the officer's own or takes a second officer, or is not there. */
  | { readonly kind: 'not-changed' }

/** The number may change and is never a key: the person, the account and all that is theirs are the same. */
export async function changeNumber(
  trx: Trx,
  input: {
    readonly accountId: string
    /** Undefined when it is the operator's command. */
    readonly by: string | undefined
    readonly second?: string | undefined
    readonly number: string
    readonly from: Origin
  },
): Promise<ChangedNumber> {
  const { accountId, by, second, number, from } = input
  const whose = await selectAccountByNumber(trx, number)
  if (whose !== undefined && whose.accountId !== accountId) return { kind: 'taken' }
  const outcome = await updateNumber(trx, { accountId, by, second, number })
  if (outcome !== 'changed') return { kind: outcome }
  await record(trx, from, { kind: 'number-changed', by, about: accountId })
  return { kind: 'changed' }
}
