import { randomUUID } from 'node:crypto'
import {
  markEnded,
  reopen,
  type EndedAccount,
  type ReopenAccount,
  type ReopenedAccount,
} from '../../../../accounts/endings/end-account.js'
import { decideRequest } from '../../../../accounts/ending-requests/decide-request.js'
import { endOfficer } from '../../../../accounts/officers/end-officer.js'
import type { Trx } from '../../../../database/database.js'
import { textIn } from '../../../../text/text.js'
import { enqueueMail } from '../../../../delivery/enqueue-mail.js'
import { endSessions } from '../../../../login/sessions/sessions.js'
import { burnCodes } from '../../../../one-time-passwords/burn.js'
import { endAppointmentsOf } from '../../../../organisations/end-appointments.js'
import { endGrantsOf } from '../../../../permissions/grants/end-grant.js'
import { tellOfAct } from '../../../../permissions/changes/tell-of-act.js'
import { declineRequestsOf } from '../../../../permissions/requests/decline-requests-of.js'
import type { Origin } from '../../../../context/origin.js'

export interface Ending {
  readonly accountId: string
  readonly by: string
  readonly second?: string | undefined
  readonly reason: string
  readonly from: Origin
}

/**
 * The account ends, and all that rested on it at the same moment (product.md, rules 9 and 10): sessions and the tokens
 * that hang on them, codes, permissions, appointments, what it had asked for and an officer's role. The person, the
 * administrators of the organisations and whoever had asked for it are told.
 */
export async function endAccount(trx: Trx, input: Ending): Promise<EndedAccount> {
  const outcome = await markEnded(trx, input)
  if (outcome.kind !== 'ended') return outcome
  await endWhatRestedOnIt(trx, input)
  await decideRequest(trx, { ...input, which: input, decision: { kind: 'ended' } })
  await enqueueMail(trx, { kind: 'account-ended', accountId: input.accountId })
  return outcome
}

/** What an ended account has left; its permissions are told of as ended to those who administer them. */
export async function endWhatRestedOnIt(trx: Trx, { accountId, by, from }: Omit<Ending, 'reason'>): Promise<void> {
  const act = randomUUID()
  await endSessions(trx, { accountId, reason: 'account-ended' })
  await burnCodes(trx, accountId)
  await endGrantsOf(trx, { accountId, by, from, act, reason: 'account-ended' })
  await tellOfAct(trx, { act })
  await endAppointmentsOf(trx, { accountId, by, from })
  // Read by the administrators of the organisation, in the language of the tool's first page.
  const reason = textIn('sv').officers.accountActions.requestDeclined
  await declineRequestsOf(trx, { accountId, by, from, reason })
  await endOfficer(trx, { accountId, by, from })
}

/**
 * The account lives again, with nothing but its username: a session that came too late to be ended is none, and the way
 * in is a one-time password that an officer has sent.
 */
export async function reopenAccount(trx: Trx, input: ReopenAccount): Promise<ReopenedAccount> {
  const outcome = await reopen(trx, input)
  if (outcome.kind !== 'reopened') return outcome
  await endSessions(trx, { accountId: input.accountId, reason: 'account-ended' })
  await burnCodes(trx, input.accountId)
  await enqueueMail(trx, { kind: 'account-reopened', accountId: input.accountId })
  return outcome
}
