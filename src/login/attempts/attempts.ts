import type { NameKeys } from '../../accounts/username.js'
import { atMostOnce } from '../../database/at-most-once.js'
import type { Db, Trx } from '../../database/database.js'
import { digest, SecretUnknown } from '../../context/keys.js'
import type { AppContext } from '../../context/app-context.js'
import { deleteAttempts, deleteEveryCount, reserve, selectLock, takeBackAttempt } from './attempts.queries.js'

/**
 * The lock (product.md, rule 8; security.md 1.1). More than three wrong attempts lock a name for thirty minutes, by the
 * database's clock: three are tolerated, the fourth locks.
 *
 *   counted   before anything is compared; being right clears it, so a crash in between counts as wrong
 *   locked    every attempt is refused unverified, also the right one; none is counted, and none makes the lock longer
 *   after it  the counter starts at zero
 *
 * The counter is the typed name's, known or invented, and the same in every place where a password is asked for. It is
 * kept under each master secret that a node knows, so that two nodes that share one share the count, whatever else
 * either knows, and neither a new secret nor one that is dropped begins it anew.
 */
export type Reserved =
  /** `lockedUntil` when this attempt is the one too many: it locks unless it is right. */
  | { readonly kind: 'reserved'; readonly triesLeft: number; readonly lockedUntil?: Date }
  | { readonly kind: 'locked'; readonly until: Date }

/** @throws SecretUnknown at a node that does not know another one's newest master secret */
export async function reserveAttempt(
  db: Db,
  { policy, keys }: Pick<AppContext, 'policy' | 'keys'>,
  nameKeys: NameKeys,
): Promise<Reserved> {
  const { lock } = policy
  for (;;) {
    const { isReserved, failures, lockedUntil, until, unknownSecret } = await reserve(db, {
      nameKeys,
      secretIds: keys.ids,
      lock,
    })
    if (unknownSecret !== null) throw new SecretUnknown(unknownSecret)
    if (isReserved) {
      const triesLeft = Math.max(0, lock.toleratedFailures + 1 - failures)
      return { kind: 'reserved', triesLeft, ...(lockedUntil !== null && { lockedUntil }) }
    }
    if (until !== null) return { kind: 'locked', until }
    const locked = await selectLock(db, nameKeys)
    if (locked !== undefined) return { kind: 'locked', until: locked }
    // The lock began and ended meanwhile: the attempt is counted after all.
  }
}

/** What could not be judged is not counted: one attempt is taken back once, however often it is asked for. */
export async function takeBack(db: Db, nameKeys: NameKeys, reserved: Reserved | undefined): Promise<void> {
  if (reserved?.kind !== 'reserved') return
  const hasLocked = reserved.lockedUntil !== undefined
  await atMostOnce(reserved, async () => await takeBackAttempt(db, { nameKeys, hasLocked }))
}

/**
 * An attempt that this node cannot judge, since what it needs rests on a master secret that is gone, is counted beside
 * the name and never for it: the answers go down and lock as an invented name's do, and the name's own count stands.
 */
export async function reserveUnjudged(
  db: Db,
  context: Pick<AppContext, 'policy' | 'keys'>,
  { nameKeys, reserved }: { readonly nameKeys: NameKeys; readonly reserved: Reserved | undefined },
): Promise<Reserved> {
  await takeBack(db, nameKeys, reserved)
  return await reserveAttempt(db, context, besideTheName(nameKeys))
}

/** For an attempt that was right after all. */
export async function takeBackUnjudged(db: Db, nameKeys: NameKeys, reserved: Reserved | undefined): Promise<void> {
  await takeBack(db, besideTheName(nameKeys), reserved)
}

/** No name that can be typed has these keys. */
const besideTheName = ({ newest, all }: NameKeys): NameKeys => ({
  newest: beside(newest),
  all: all.map(beside).toSorted((one, other) => one.compare(other)),
})
const beside = (nameKey: Buffer): Buffer => digest(`unjudged ${nameKey.toString('hex')}`)

/** Until when the name is locked, for those who may know; undefined when it is not. */
export async function lockedUntil(db: Db, nameKeys: NameKeys): Promise<Date | undefined> {
  return await selectLock(db, nameKeys)
}

/** For whoever was right, or has got a new password: the count is zero and a lock is gone. */
export async function clearAttempts(trx: Trx, nameKeys: NameKeys): Promise<void> {
  await deleteAttempts(trx, nameKeys)
}

/** Every count begins anew, and no name is locked: for the day when a backup has brought old ones back. */
export async function clearEveryCount(trx: Trx): Promise<void> {
  await deleteEveryCount(trx)
}
