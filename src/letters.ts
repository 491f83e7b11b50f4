import { fromWithin } from './context/origin.js'
import { emailChangedLetter } from './accounts/details/letters.js'
import { noteFormerAddressTold } from './accounts/details/recent-address.js'
import { permissionsChangedLetter } from './administration/letters.js'
import { noteRefusedAddress } from './accounts/refused-address.js'
import { goOn } from './audit/chain/walk.js'
import { record } from './audit/record.js'
import { carryOutBulk } from './administration/bulk/carry-out.js'
import type { Doers } from './delivery/chores/chore.js'
import type { Writers } from './delivery/letter.js'
import type { Sending } from './delivery/send.js'
import { permissionAskedForLetter, permissionDeclinedLetter } from './permissions/requests/letters.js'
import { passwordChangedLetter } from './kiosk/letters.js'
import { accountLockedLetter, sessionLimitLetter } from './login/letters.js'
import {
  accessResetLetter,
  accountEndedLetter,
  accountReopenedLetter,
  accountsMergedLetter,
  endingDecidedLetter,
} from './officers/accounts/letters.js'
import { goOnDisposing } from './officers/disposal/order-disposal.js'
import { appointmentEndedLetter, appointmentStartedLetter } from './officers/letters.js'
import { organisationEndedLetter } from './officers/organisations/letters.js'
import { oneTimePasswordLetter, oneTimePasswordReminder } from './one-time-passwords/letters.js'

/** Who writes which letter. */
export const writers = {
  'one-time-password': oneTimePasswordLetter,
  'one-time-password-reminder': oneTimePasswordReminder,
  'password-changed': passwordChangedLetter,
  'account-locked': accountLockedLetter,
  'session-limit': sessionLimitLetter,
  'appointment-started': appointmentStartedLetter,
  'appointment-ended': appointmentEndedLetter,
  'organisation-ended': organisationEndedLetter,
  'permissions-changed': permissionsChangedLetter,
  'permission-asked-for': permissionAskedForLetter,
  'permission-declined': permissionDeclinedLetter,
  'account-ended': accountEndedLetter,
  'account-reopened': accountReopenedLetter,
  'access-reset': accessResetLetter,
  'accounts-merged': accountsMergedLetter,
  'ending-decided': endingDecidedLetter,
  'email-changed': emailChangedLetter,
} satisfies Writers

/** Who does what is too long for a request. */
export const doers = { 'bulk-adding': carryOutBulk, 'audit-verifying': goOn, disposing: goOnDisposing } satisfies Doers

/** What became of a letter, or of a notice to a relying service, goes into the audit; an address that fails is noted. */
export const tellAudit: Sending['tell'] = async (trx, { letter, ...fate }) => {
  const isToFormer = letter?.kind === 'email-changed' && letter.to === 'former'
  if (isToFormer) await noteFormerAddressTold(trx, letter.id)
  const isRefused = fate.kind === 'mail-undeliverable' && !isToFormer
  if (isRefused && fate.about !== undefined) await noteRefusedAddress(trx, fate.about)
  await record(trx, fromWithin('post'), fate)
}
