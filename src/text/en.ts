import { accounts } from './en/accounts.js'
import type { Text } from './shape.js'
import { administration } from './en/administration.js'
import { agency } from './en/agency.js'
import { audit } from './en/audit.js'
import { common } from './en/common.js'
import { demo } from './en/demo.js'
import { kiosk } from './en/kiosk.js'
import { login } from './en/login.js'
import { mail } from './en/mail.js'
import { minaTjanster } from './en/mina-tjanster.js'
import { mistakes } from './en/mistakes.js'
import { officers } from './en/officers.js'
import { oidc } from './en/oidc.js'
import { organisations } from './en/organisations.js'
import { ownAccount } from './en/own-account.js'
import { permissions } from './en/permissions.js'
import { refusals } from './en/refusals.js'
import { signedIn } from './en/signed-in.js'
import { start } from './en/start.js'
import { tables } from './en/tables.js'
import { usernameLetter } from './en/username-letter.js'

/** Every word a person reads, in English, by the module that says it. */
export const en = {
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
} satisfies Text
