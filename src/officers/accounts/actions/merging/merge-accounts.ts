import { decideRequest } from '../../../../accounts/ending-requests/decide-request.js'
import { markEnded } from '../../../../accounts/endings/end-account.js'
import {
  becomeOne,
  carryEndingRequestOver,
  mayBecomeOne,
  type MergeRefusal,
  type Merging,
} from '../../../../accounts/merging/become-one.js'
import type { Trx } from '../../../../database/database.js'
import { enqueueMail } from '../../../../delivery/enqueue-mail.js'
import { carryAppointmentsOver } from '../../../../organisations/appointments/carry-over.js'
import { carryGrantsOver } from '../../../../permissions/grants/carry-over.js'
import { carryRequestsOver } from '../../../../permissions/requests/carry-over.js'
import { textIn } from '../../../../text/text.js'
import { endWhatRestedOnIt } from '../ending/end-account.js'

export type MergedAccounts = { readonly kind: 'merged' } | { readonly kind: MergeRefusal }

/**
 * Two accounts of one person become one, in one transaction: what the one may do, administers and has asked for goes on
 * with the other, and then it ends with all that is left of it. The person is told at both addresses.
 */
export async function mergeAccounts(trx: Trx, input: Merging): Promise<MergedAccounts> {
  const { accountId, to, by, from } = input
  const outcome = await mayBecomeOne(trx, input)
  if (outcome.kind !== 'mergeable') return outcome
  await carryRequestsOver(trx, input)
  await carryEndingRequestOver(trx, input)
  await carryGrantsOver(trx, input)
  await carryAppointmentsOver(trx, input)
  await markEnded(trx, { accountId, by, second: input.second, from, reason: textIn('sv').officers.merging.endReason })
  await decideRequest(trx, { which: { accountId }, by, from, decision: { kind: 'ended' } })
  await endWhatRestedOnIt(trx, { accountId, by, from })
  await becomeOne(trx, input)
  for (const id of [accountId, to]) await enqueueMail(trx, { kind: 'accounts-merged', accountId: id })
  return { kind: 'merged' }
}
