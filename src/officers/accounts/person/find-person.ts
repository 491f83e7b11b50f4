import { nameKeysOf } from '../../../accounts/username.js'
import { record } from '../../../audit/record.js'
import type { Db, Trx } from '../../../database/database.js'
import { uuid } from '../../../database/uuid.js'
import { lockedUntil } from '../../../login/attempts/attempts.js'
import type { Origin } from '../../../context/origin.js'
import type { AppContext } from '../../../context/app-context.js'
import { selectPerson, type PersonRow } from './account.queries.js'

/** An account as the agency sees it: all of it, wherever it is used. */
export interface AccountHere extends PersonRow {
  /** Nobody acts on their own. */
  readonly isSelf: boolean
  readonly lockedUntil: Date | undefined
}

/** Undefined for nobody and for what is no id. */
export async function findAccountHere(
  db: Db,
  context: AppContext,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<AccountHere | undefined> {
  const row = uuid.test(id) ? await selectPerson(db, id) : undefined
  if (row === undefined) return undefined
  const until = await lockedUntil(db, nameKeysOf(context, row.username))
  return { ...row, isSelf: row.accountId === by, lockedUntil: until }
}

export interface Look {
  readonly accountId: string
  readonly by: string
  readonly from: Origin
}

/** That the page was read, or what on it was shown on purpose (product.md, rules 11 and 12). */
export async function noteLook(
  trx: Trx,
  kind: 'account-shown' | 'number-shown' | 'protected-details-shown',
  { accountId: about, by, from }: Look,
): Promise<void> {
  await record(trx, from, { kind, by, about })
}
