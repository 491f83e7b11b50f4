import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { moveRequest } from '../ending-requests/ending-requests.queries.js'
import { isSecondOfficer } from '../officers/second-officer.js'
import { isCoordinationNumber } from '../personal-identity-number.js'
import { protectIdentity } from '../protect-identity.js'
import { holdBoth, markMerged, swapNumbers } from '../accounts.queries.js'

/**
 * Somebody who had a samordningsnummer has got a personnummer, and two records are one person. One account goes on, with
 * the personnummer whichever it had; the other ends and keeps the old number, so that who is looked for by it is found
 * with the account that goes on. What was protected of either is protected.
 */
export interface Merging {
  /** The one that ends. */
  readonly accountId: string
  /** The one that goes on. */
  readonly to: string
  readonly by: string
  /** The officer who agrees, where it takes two (docs/decisions/0009). */
  readonly second?: string | undefined
  readonly from: Origin
}

export type MergeRefusal =
  | 'not-there'
  | 'same'
  /** One of them is the officer's own. */
  | 'own'
  /** An officer's account is nobody else's, and one that was an officer's takes a second officer. */
  | 'officer'
  /** The one that is to end administers something: only with a second officer does that go on with another account. */
  | 'administrator'
  /** The one that is to go on has ended, or either was merged before. */
  | 'ended'
  /** Not one samordningsnummer and one personnummer: nothing says that they are one person. */
  | 'numbers'

export type Mergeable = { readonly kind: 'mergeable' } | { readonly kind: MergeRefusal }

/** Holds both accounts to the end of the transaction, and tells whether they may become one. */
export async function mayBecomeOne(trx: Trx, { accountId, to, by, second }: Omit<Merging, 'from'>): Promise<Mergeable> {
  if (accountId === to) return { kind: 'same' }
  if (by === accountId || by === to) return { kind: 'own' }
  const rows = await holdBoth(trx, [accountId, to])
  const [ending, survivor] = [rows.find(({ id }) => id === accountId), rows.find(({ id }) => id === to)]
  if (ending === undefined || survivor === undefined) return { kind: 'not-there' }
  if (ending.isOfficer || survivor.isOfficer) return { kind: 'officer' }
  if (survivor.isEnded || survivor.isMerged || ending.isMerged) return { kind: 'ended' }
  if (isCoordinationNumber(ending.number) === isCoordinationNumber(survivor.number)) return { kind: 'numbers' }
  const hasSecond = await isSecondOfficer(trx, { by, second })
  if ((ending.wasOfficer || survivor.wasOfficer) && !hasSecond) return { kind: 'officer' }
  if (ending.isAdministrator && !hasSecond) return { kind: 'administrator' }
  return { kind: 'mergeable' }
}

/** Requests that the person's account be ended go on with the person; before the one account is ended. */
export async function carryEndingRequestOver(trx: Trx, whose: Pick<Merging, 'accountId' | 'to'>): Promise<void> {
  await moveRequest(trx, whose)
}

/** When the one has ended: it leads to the other, which has the personnummer. */
export async function becomeOne(trx: Trx, { accountId, to, by, from }: Merging): Promise<void> {
  const rows = await holdBoth(trx, [accountId, to])
  const [ended, survivor] = [rows.find(({ id }) => id === accountId), rows.find(({ id }) => id === to)]
  if (ended === undefined || survivor === undefined) throw new Error('An account that is held is not there.')
  await markMerged(trx, { accountId, to })
  if (isCoordinationNumber(survivor.number)) {
    await swapNumbers(trx, [survivor, ended])
    await record(trx, from, { kind: 'number-changed', by, about: to })
  }
  if (ended.isProtected) await protectIdentity(trx, { accountId: to, by, isProtected: true, from })
  await record(trx, from, { kind: 'accounts-merged', by, about: to, details: { merged: accountId } })
}
