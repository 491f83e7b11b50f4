import { nameKeysOf } from '../../accounts/username.js'
import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import type { AppContext } from '../../context/app-context.js'
import { deleteLock } from './attempts.queries.js'

export interface Unlock {
  readonly accountId: string
  readonly username: string
  readonly by: string
  readonly from: Origin
}

/** Before its thirty minutes are over, an officer lets a locked name try again, from zero. */
export async function unlock(
  trx: Trx,
  context: Pick<AppContext, 'keys'>,
  { accountId, username, by, from }: Unlock,
): Promise<{ readonly kind: 'unlocked' | 'not-locked' }> {
  if (!(await deleteLock(trx, nameKeysOf(context, username)))) return { kind: 'not-locked' }
  await record(trx, from, { kind: 'account-unlocked', by, about: accountId })
  return { kind: 'unlocked' }
}
