import { setTimeout as sleep } from 'node:timers/promises'
import type { AppContext } from '../context/app-context.js'

/** A moment of this process's own clock, which only measures how long things take. */
export const stopwatch = (): number => performance.now()

/**
 * No answer that rests on a password leaves earlier than this after the request came, so that what was found out on the
 * way does not show in the time (security.md 4.3). Nothing is held meanwhile: no connection, no place in the queue.
 */
export async function untilMinimumResponseTime(context: Pick<AppContext, 'policy'>, startedAt: number): Promise<void> {
  const left = () => context.policy.hashing.answerFloorMilliseconds - (stopwatch() - startedAt)
  // A timer counts from the loop's last turn and whole milliseconds, so it may ring a little early.
  while (left() > 0) await sleep(Math.ceil(left()))
}
