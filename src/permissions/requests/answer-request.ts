import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { today } from '../../database/today.js'
import { enqueueMail } from '../../delivery/enqueue-mail.js'
import type { Origin } from '../../context/origin.js'
import type { LocalDate } from '../grants/grant.js'
import { grantPermission, type GrantRefusal } from '../grants/grant-permission.js'
import { takeTurn } from '../grants/take-turn.js'
import { markAnswered } from './permission-requests.queries.js'
import type { PermissionRequest } from './request.js'
import { findRequest } from './requests.js'

export interface AnswerRequest {
  readonly requestId: string
  readonly by: string
  readonly answer:
    | { readonly kind: 'granted'; readonly validTo?: LocalDate }
    | { readonly kind: 'declined'; readonly reason: string }
  readonly from: Origin
  /** What it is done together with, a uuid: one act is told in one mail. */
  readonly act: string
}

export type AnsweredRequest =
  | { readonly kind: 'granted' | 'declined' | 'not-there' | 'own-request' }
  /** Somebody was quicker; what they answered stands. */
  | { readonly kind: 'answered-already'; readonly request: PermissionRequest }
  /** The request is open still. */
  | { readonly kind: 'refused'; readonly why: GrantRefusal }

/** One of several who answer at once wins. What is granted is granted by all the rules of granting, from today. */
export async function answerRequest(trx: Trx, input: AnswerRequest): Promise<AnsweredRequest> {
  const { requestId, by, answer, from, act } = input
  const seen = await findRequest(trx, requestId)
  if (seen === undefined) return { kind: 'not-there' }
  if (seen.accountId === by) return { kind: 'own-request' }
  await takeTurn(trx, seen.accountId)
  const request = (await findRequest(trx, requestId)) ?? seen
  if (request.answer !== undefined) return { kind: 'answered-already', request }
  const { accountId, organisation, service } = request
  const whose = { accountId, organisationId: organisation.id, service: service.code, by, from }
  if (answer.kind === 'granted') {
    const { validTo } = answer
    const validFrom = await today(trx)
    const granted = await grantPermission(trx, { ...whose, act, validFrom, ...(validTo !== undefined && { validTo }) })
    if (granted.kind !== 'granted') return { kind: 'refused', why: granted.kind }
    await mark(trx, { requestId, by, answer: 'granted', grantId: granted.grantId })
  } else {
    const { reason } = answer
    if (!(await markAnswered(trx, { requestId, by, answer: 'declined', reason }))) return { kind: 'not-there' }
    await enqueueMail(trx, { kind: 'permission-declined', id: requestId })
  }
  await record(trx, from, {
    kind: 'permission-request-answered',
    by,
    about: accountId,
    organisation: organisation.id,
    details: { request: requestId, service: service.code, answer: answer.kind },
  })
  return { kind: answer.kind }
}

/** @throws when it cannot be marked, so that nothing is granted either */
const mark = async (trx: Trx, input: Parameters<typeof markAnswered>[1]): Promise<void> => {
  if (!(await markAnswered(trx, input))) throw new Error('A request that was open could not be answered.')
}
