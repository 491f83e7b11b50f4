import { accounts } from './sv/accounts.js'
import { administration } from './sv/administration.js'
import { agency } from './sv/agency.js'
import { audit } from './sv/audit.js'
import { common } from './sv/common.js'
import { demo } from './sv/demo.js'
import { kiosk } from './sv/kiosk.js'
import { login } from './sv/login.js'
import { mail } from './sv/mail.js'
import { minaTjanster } from './sv/mina-tjanster.js'
import { mistakes } from './sv/mistakes.js'
import { officers } from './sv/officers.js'
import { oidc } from './sv/oidc.js'
import { organisations } from './sv/organisations.js'
import { ownAccount } from './sv/own-account.js'
import { permissions } from './sv/permissions.js'
import { refusals } from './sv/refusals.js'
import { signedIn } from './sv/signed-in.js'
import { start } from './sv/start.js'
import { tables } from './sv/tables.js'
import { usernameLetter } from './sv/username-letter.js'

/** Every word a person reads, in Swedish, by the module that says it. */
export const sv = {
  accounts,
  administration,
  agency,
  audit,
  common,
  demo,
  kiosk,
  login,
  mail,
  minaTjanster,
  mistakes,
  officers,
  oidc,
  organisations,
  ownAccount,
  permissions,
  refusals,
  signedIn,
  start,
  tables,
  usernameLetter,
} as const
