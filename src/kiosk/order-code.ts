import type { NameKeys } from '../accounts/username.js'
import type { Origin } from '../world/origin.js'
import type { Db, Trx } from '../database/database.js'
import { stopwatch, untilFloor } from '../login/floor.js'
import { tellLimited } from '../login/refusal.js'
import { countSource } from '../login/source/source.js'
import { orderReset } from '../one-time-passwords/order.js'
import { standing } from '../one-time-passwords/redeem.js'
import type { World } from '../world/world.js'
import { hashOf, newVisitName, type Visit } from './kiosk.js'
import { deleteVisit, insertVisit } from './queries.js'

/**
 * The door for the forgetful. Whatever name is typed, a visit opens that waits for a code; only the mailbox tells
 * whether there is one. An order beyond the limits from the browser that already waits for a code keeps that code
 * usable; from any other browser it opens a visit that looks the same and that no code fits.
 */
export type OrderedCode =
  | { readonly kind: 'ordered'; readonly visitName: string | undefined }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }

export interface OrderCode {
  readonly username: string
  readonly language: 'sv' | 'en'
  readonly interactionUid: string | undefined
  /** Where this browser stands now. */
  readonly current: Visit | undefined
  readonly from: Origin
}

/** `visitName` is the browser's new one; undefined when it goes on with the one it has. */
export async function orderCode(db: Db, world: World, input: OrderCode): Promise<OrderedCode> {
  const startedAt = stopwatch()
  const counted = await countSource(db, world, input.from.address, 'order')
  if (counted.kind === 'limited') {
    if (counted.isFirst) await tellLimited(db, input.from, 'order')
    return counted
  }
  const ordered = await db.transaction().execute((trx) => order(trx, world, input))
  await untilFloor(world, startedAt)
  return ordered
}

const order = async (trx: Trx, world: World, input: OrderCode): Promise<OrderedCode> => {
  const { current } = input
  const visitName = newVisitName()
  const ordered = await orderReset(trx, world, input)
  if (!ordered.isWithinLimits && (await waitsFor(trx, world, current, ordered.nameKeys))) {
    return { kind: 'ordered', visitName: undefined }
  }
  if (current !== undefined) await deleteVisit(trx, current.idHash)
  await insertVisit(trx, {
    idHash: hashOf(visitName),
    step: 'enter-code',
    nameKey: ordered.nameKeys.newest,
    codeId: ordered.codeId,
    interactionUid: input.interactionUid,
    minutes: world.policy.resetCode.minutes + world.policy.kiosk.stepMinutes,
  })
  return { kind: 'ordered', visitName }
}

const waitsFor = async (trx: Trx, world: World, visit: Visit | undefined, { all }: NameKeys): Promise<boolean> => {
  if (visit?.step !== 'enter-code' || visit.codeId === undefined) return false
  if (!all.some((nameKey) => nameKey.equals(visit.nameKey))) return false
  return (await standing(trx, world, visit.codeId)) !== undefined
}
