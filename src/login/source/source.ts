import { isIP } from 'node:net'
import type { Db } from '../../database/database.js'
import { atMostOnce } from '../../database/at-most-once.js'
import { sourcesOf } from '../../values/network.js'
import type { AppContext } from '../../context/app-context.js'
import { countDown, countUp, markTurnedAway, selectWindow } from './source.queries.js'
import { secondsUntilRoom, type Counted, type Limit } from './window.js'

/**
 * Source limits stand in front of the lock, so that nobody locks the names of a whole school, or orders mails to it,
 * from one place (security.md 1.1, R-24). Counted by address and by network; a right password is not held against it.
 */
export type CountedSource =
  | { readonly kind: 'counted'; readonly limits: readonly Limit[] }
  /** `isFirst`: the first refusal of this window, which is worth an audit event. */
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number; readonly isFirst: boolean }

export async function countSource(
  db: Db,
  context: Pick<AppContext, 'policy'>,
  address: string,
  counted: Counted,
): Promise<CountedSource> {
  // What a proxy did not say is not one visitor: a limit on it would be everybody's.
  if (isIP(address) === 0) return { kind: 'counted', limits: [] }
  const [near, far] = await limitsOn(db, context, { address, counted })
  if (!(await countUp(db, near))) return await turnAway(db, near)
  const isLetThrough = await countUp(db, far).catch(async (error: unknown) => {
    await uncountSource(db, { kind: 'counted', limits: [near] }).catch(() => undefined)
    throw error
  })
  if (isLetThrough) return { kind: 'counted', limits: [near, far] }
  await countDown(db, [near])
  return await turnAway(db, far)
}

/** Takes back what was counted in advance: once for what one attempt counted, however often it is asked for. */
export async function uncountSource(db: Db, counted: CountedSource | undefined): Promise<void> {
  if (counted?.kind !== 'counted') return
  await atMostOnce(counted, async () => await countDown(db, counted.limits))
}

const turnAway = async (db: Db, limit: Limit): Promise<CountedSource> => ({
  kind: 'limited',
  retryAfterSeconds: secondsUntilRoom(limit.window, limit.atMost),
  isFirst: await markTurnedAway(db, limit),
})

/** The address's limit, and its network's. */
const limitsOn = async (
  db: Db,
  { policy }: Pick<AppContext, 'policy'>,
  { address, counted }: { readonly address: string; readonly counted: Counted },
) => {
  const { windowMinutes, ...limits } = policy.source
  const { address: near, network: far } = sourcesOf(address)
  const [ofAddress, ofNetwork] =
    counted === 'failure'
      ? [limits.failuresPerAddress, limits.failuresPerNetwork]
      : [limits.ordersPerAddress, limits.ordersPerNetwork]
  const limitOn = async (source: string, atMost: number): Promise<Limit> => ({
    source,
    counted,
    atMost,
    window: await selectWindow(db, { source, counted, windowMinutes }),
  })
  return [await limitOn(near, ofAddress), await limitOn(far, ofNetwork)] as const
}
