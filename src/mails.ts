import { fromWithin } from './context/origin.js'
import { emailChangedMail } from './accounts/details/account-details.mails.js'
import { noteFormerAddressTold } from './accounts/details/recent-address.js'
import { permissionsChangedMail } from './administration/administration.mails.js'
import { noteRefusedAddress } from './accounts/refused-address.js'
import { goOn } from './audit/chain/walk.js'
import { record } from './audit/record.js'
import { carryOutBulk } from './administration/bulk/carry-out.js'
import type { JobHandlers } from './delivery/jobs/job.js'
import type { MailWriters } from './delivery/mail-job.js'
import type { Sending } from './delivery/send.js'
import { permissionAskedForMail, permissionDeclinedMail } from './permissions/requests/permission-requests.mails.js'
import { passwordChangedMail } from './kiosk/kiosk.mails.js'
import { accountLockedMail, sessionLimitMail } from './login/login.mails.js'
import {
  accessResetMail,
  accountEndedMail,
  accountReopenedMail,
  accountsMergedMail,
  endingDecidedMail,
} from './officers/accounts/accounts.mails.js'
import { goOnDisposing } from './officers/disposal/order-disposal.js'
import { appointmentEndedMail, appointmentStartedMail } from './officers/officers.mails.js'
import { organisationEndedMail } from './officers/organisations/organisations.mails.js'
import { oneTimePasswordMail, oneTimePasswordReminder } from './one-time-passwords/one-time-passwords.mails.js'

/** Who writes which mail. */
export const writers = {
  'one-time-password': oneTimePasswordMail,
  'one-time-password-reminder': oneTimePasswordReminder,
  'password-changed': passwordChangedMail,
  'account-locked': accountLockedMail,
  'session-limit': sessionLimitMail,
  'appointment-started': appointmentStartedMail,
  'appointment-ended': appointmentEndedMail,
  'organisation-ended': organisationEndedMail,
  'permissions-changed': permissionsChangedMail,
  'permission-asked-for': permissionAskedForMail,
  'permission-declined': permissionDeclinedMail,
  'account-ended': accountEndedMail,
  'account-reopened': accountReopenedMail,
  'access-reset': accessResetMail,
  'accounts-merged': accountsMergedMail,
  'ending-decided': endingDecidedMail,
  'email-changed': emailChangedMail,
} satisfies MailWriters

/** Who does what is too long for a request. */
export const handlers = {
  'bulk-adding': carryOutBulk,
  'audit-verifying': goOn,
  disposing: goOnDisposing,
} satisfies JobHandlers

/** What became of a mail, or of a notice to a relying service, goes into the audit; an address that fails is noted. */
export const tellAudit: Sending['tell'] = async (trx, { job, ...fate }) => {
  const isToFormer = job?.kind === 'email-changed' && job.to === 'former'
  if (isToFormer) await noteFormerAddressTold(trx, job.id)
  const isRefused = fate.kind === 'mail-undeliverable' && !isToFormer
  if (isRefused && fate.about !== undefined) await noteRefusedAddress(trx, fate.about)
  await record(trx, fromWithin('post'), fate)
}
