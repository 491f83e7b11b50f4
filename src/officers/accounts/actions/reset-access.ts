import { changeContact } from '../../../accounts/details/change-details.js'
import type { Contact } from '../../../accounts/details/details.js'
import { forgetPassword } from '../../../accounts/set-password.js'
import { record } from '../../../audit/record.js'
import type { Trx } from '../../../database/database.js'
import { enqueueMail } from '../../../delivery/enqueue-mail.js'
import { endSessions } from '../../../login/sessions/sessions.js'
import { burnCodes } from '../../../one-time-passwords/burn.js'
import type { Origin } from '../../../context/origin.js'

export interface ResetAccess {
  readonly accountId: string
  /** Where the person is reached, as those say whose word makes the account an administrator's or an officer's. */
  readonly contact: Contact
  readonly why: { readonly why: 'assurance'; readonly assurance: string } | { readonly why: 'officer' }
  /** Nobody when it is the operator's command. */
  readonly by?: string
  readonly organisationId?: string
  readonly from: Origin
}

/**
 * An account that becomes an administrator's or an officer's may have been prepared by somebody else: with a mailbox of
 * theirs, a password, a session, a code (docs/decisions/0009). None of it lets anybody in any longer. The person is
 * reached where the paper says, and gets a mail about the password.
 */
export async function resetAccess(trx: Trx, input: ResetAccess): Promise<void> {
  const { accountId, contact, why, by, organisationId, from } = input
  const hadPassword = await forgetPassword(trx, accountId)
  const sessions = await endSessions(trx, { accountId, reason: 'access-reset' })
  await burnCodes(trx, accountId)
  await changeContact(trx, { accountId, contact, by, organisationId, from })
  await record(trx, from, {
    kind: 'access-reset',
    by,
    about: accountId,
    organisation: organisationId,
    details: { ...why, hadPassword, sessions },
  })
  if (hadPassword) await enqueueMail(trx, { kind: 'access-reset', accountId })
}
