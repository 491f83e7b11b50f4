import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import { uuid } from '../../database/uuid.js'
import { enqueueMail } from '../../delivery/enqueue-mail.js'
import type { Origin } from '../../context/origin.js'
import { markDecided, selectRequests, type RequestRow } from './ending-requests.queries.js'

/**
 * An officer answers a request to end an account, and the administrator who asked is told by mail. With `ended` the
 * account has been ended in the same transaction, whether at the request or without it being read.
 */
export interface DecideRequest {
  readonly which: { readonly requestId: string } | { readonly accountId: string }
  readonly by: string
  readonly decision: { readonly kind: 'ended' } | { readonly kind: 'declined'; readonly answer: string }
  readonly from: Origin
}

/** `not-decided`: decided before, about the officer's own account, or not there. */
export async function decideRequest(
  trx: Trx,
  { which, by, decision, from }: DecideRequest,
): Promise<{ readonly kind: 'decided' | 'not-decided' }> {
  const answer = decision.kind === 'declined' ? { answer: decision.answer } : {}
  const decided = await markDecided(trx, { which, by, decision: decision.kind, ...answer })
  if (decided === undefined) return { kind: 'not-decided' }
  await enqueueMail(trx, { kind: 'ending-decided', id: decided.id })
  await record(trx, from, {
    kind: 'account-ending-decided',
    by,
    about: decided.accountId,
    organisation: decided.organisationId,
    details: { request: decided.id, decision: decision.kind },
  })
  return { kind: 'decided' }
}

/** As it is shown: names where they may be. */
export type ShownRequest = RequestRow

export async function findEndingRequest(db: Db, id: string): Promise<ShownRequest | undefined> {
  if (!uuid.test(id)) return undefined
  const [row] = await selectRequests(db, { id })
  return row
}

/** All that have been made about one account. */
export async function endingRequestsAbout(db: Db, accountId: string): Promise<readonly ShownRequest[]> {
  return await selectRequests(db, { accountId })
}

/** Those that await an answer, the oldest first. */
export async function openEndingRequests(db: Db): Promise<readonly ShownRequest[]> {
  return await selectRequests(db, { isOpen: true, atMost: 200 })
}

/** The latest answered first. */
export async function decidedEndingRequests(db: Db): Promise<readonly ShownRequest[]> {
  return await selectRequests(db, { isOpen: false, atMost: 25 })
}
