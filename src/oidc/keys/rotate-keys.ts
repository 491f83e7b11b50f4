import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import type { AppContext } from '../../context/app-context.js'
import { findSigningKeys, insertSigningKey, retireBefore } from './signing-keys.queries.js'
import { algorithms, makeKey } from './signing-keys.js'

/**
 * New signing keys, in the four steps of security.md R-89 without a restart. A new key is **added** and published at
 * once, and every node that answers reads so at its next request; relying services have time to fetch it; when its hour
 * comes it is **promoted**, by the clock of the database, on every node at once; and the former one is published for as
 * long as anything that it signed can be shown to us: the longest session, whose id token is the hint at sign-out.
 *
 * A key that may have been stolen is replaced at once: nothing that it signed is accepted any more.
 */
export type RotatedKeys =
  | { readonly kind: 'rotated'; readonly kids: readonly string[] }
  /** One that has been added has not begun to sign. */
  | { readonly kind: 'under-way'; readonly signsFrom: Date }
  /** Somebody else did it at the same moment. */
  | { readonly kind: 'rotated-meanwhile' }

export interface Rotation {
  /** How long the new keys are published before they sign; 0 is at once, and the former keys are gone. */
  readonly aheadHours: number
  readonly from: Origin
}

export async function rotateKeys(db: Db, context: AppContext, { aheadHours, from }: Rotation): Promise<RotatedKeys> {
  const present = await findSigningKeys(db)
  const waiting = present.find(({ maySign }) => !maySign)
  if (waiting !== undefined && aheadHours > 0) return { kind: 'under-way', signsFrom: waiting.signsFrom }
  const made = await Promise.all(
    algorithms.map(async (alg) => ({
      key: await makeKey(context, alg),
      turn: 1 + Math.max(0, ...present.filter((key) => key.alg === alg).map(({ turn }) => turn)),
    })),
  )
  const keptHours = aheadHours === 0 ? 0 : aheadHours + context.policy.session.absoluteHours + 1
  return await db.transaction().execute(async (trx): Promise<RotatedKeys> => {
    for (const { key, turn } of made) {
      if (!(await insertSigningKey(trx, key, { turn, inHours: aheadHours }))) return { kind: 'rotated-meanwhile' }
      await retireBefore(trx, { alg: key.alg, turn, inHours: keptHours })
    }
    for (const { key } of made) {
      const details = { kid: key.kid, alg: key.alg, 'ahead hours': aheadHours }
      await record(trx, from, { kind: 'signing-keys-created', details })
    }
    return { kind: 'rotated', kids: made.map(({ key }) => key.kid) }
  })
}

export interface KeyShown {
  readonly kid: string
  readonly alg: string
  readonly state: 'waits' | 'signs' | 'is still published'
  readonly until: Date | undefined
}

/** Those that are published, each with what it does. */
export async function publishedKeys(db: Db): Promise<readonly KeyShown[]> {
  const keys = await findSigningKeys(db)
  return keys.map(({ kid, alg, maySign, signsFrom, retiredAt }) => {
    if (!maySign) return { kid, alg, state: 'waits', until: signsFrom }
    const isFirst = keys.find((key) => key.alg === alg)?.kid === kid
    return { kid, alg, state: isFirst ? 'signs' : 'is still published', until: retiredAt ?? undefined }
  })
}
