import { findAccount } from '../accounts/find.js'
import { nameKeysOf } from '../accounts/username.js'
import type { Trx } from '../database/database.js'
import type { AppContext } from '../context/app-context.js'
import { orderInitial, type OrderedInitial, type OrderInitial } from './order.js'
import { countInitial, lockCodes } from './one-time-passwords.queries.js'

export type OrderedAgain =
  | OrderedInitial
  /** One was ordered just now, or too many in a day: nothing is mailed, and the last one stands. */
  | { readonly kind: 'too-soon' }

/** A new initial one-time password at somebody's wish, at once: not so often that it is a nuisance. */
export async function orderAgain(trx: Trx, context: AppContext, input: OrderInitial): Promise<OrderedAgain> {
  const account = await findAccount(trx, input.accountId)
  if (account === undefined) return { kind: 'no-recipient' }
  const { minutesBetween, ordersPerDay } = context.policy.initialPassword
  await lockCodes(trx, nameKeysOf(context, account.username))
  const { justNow, today } = await countInitial(trx, { accountId: account.id, minutes: minutesBetween })
  if (justNow > 0 || today >= ordersPerDay) return { kind: 'too-soon' }
  return await orderInitial(trx, context, input)
}
