import { nameKeysOf } from '../accounts/username.js'
import type { Origin } from '../context/origin.js'
import type { Db, Trx } from '../database/database.js'
import { stopwatch, untilMinimumResponseTime } from '../login/minimum-response-time.js'
import { tellLimited } from '../login/refusal.js'
import { networkOf } from '../login/source/familiar.js'
import { countSource } from '../login/source/source.js'
import { orderReset } from '../one-time-passwords/order.js'
import type { AppContext } from '../context/app-context.js'
import { hashOf, newVisitName, type Visit } from './kiosk.js'
import { deleteVisit, insertVisit } from './kiosk.queries.js'

/**
 * The form for who has forgotten the password. Whatever name is typed, a visit opens that waits for a code; only the
 * mailbox tells whether there is one. An order beyond the limits opens a visit that looks the same: the code that this
 * browser waited for fits it, and no other.
 */
export type OrderedCode =
  | { readonly kind: 'ordered'; readonly visitName: string }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }

export interface OrderCode {
  readonly username: string
  readonly language: 'sv' | 'en'
  readonly interactionUid: string | undefined
  /** Where this browser stands now. */
  readonly current: Visit | undefined
  readonly from: Origin
}

export async function orderCode(db: Db, context: AppContext, input: OrderCode): Promise<OrderedCode> {
  const startedAt = stopwatch()
  const counted = await countSource(db, context, input.from.address, 'order')
  if (counted.kind === 'limited') {
    if (counted.isFirst) await tellLimited(db, input.from, 'order')
    return counted
  }
  const ordered = await db.transaction().execute((trx) => order(trx, context, input))
  await untilMinimumResponseTime(context, startedAt)
  return ordered
}

const order = async (trx: Trx, context: AppContext, input: OrderCode): Promise<OrderedCode> => {
  const { current, from } = input
  const visitName = newVisitName()
  const ordered = await orderReset(trx, context, {
    ...input,
    orderedAt: await networkOf(trx, context, { nameKeys: nameKeysOf(context, input.username), address: from.address }),
    currentCodeId: current?.step === 'enter-code' ? current.codeId : undefined,
  })
  if (current !== undefined) await deleteVisit(trx, current.idHash)
  await insertVisit(trx, {
    idHash: hashOf(visitName),
    step: 'enter-code',
    nameKey: ordered.nameKeys.newest,
    codeId: ordered.codeId,
    interactionUid: input.interactionUid,
    minutes: context.policy.resetCode.minutes + context.policy.kiosk.stepMinutes,
  })
  return { kind: 'ordered', visitName }
}
