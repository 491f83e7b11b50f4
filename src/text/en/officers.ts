import { assuranceForm } from './officers/assurance-form.js'
import { account } from './officers/account.js'
import { accountActions } from './officers/account-actions.js'
import { accounts } from './officers/accounts.js'
import { assurances } from './officers/assurances.js'
import { contacts } from './officers/contacts.js'
import { endings } from './officers/endings.js'
import { endingRequests } from './officers/ending-requests.js'
import { disposal } from './officers/disposal.js'
import { frame } from './officers/frame.js'
import { granting } from './officers/granting.js'
import { importing } from './officers/importing.js'
import { letters } from './officers/letters.js'
import { log } from './officers/log.js'
import { mails } from './officers/mails.js'
import { relyingServices } from './officers/relying-services.js'
import { organisations } from './officers/organisations.js'
import { merging } from './officers/merging.js'
import { rules } from './officers/rules.js'
import { start } from './officers/start.js'
import { undelivered } from './officers/undelivered.js'

export const officers = {
  assuranceForm,
  account,
  accountActions,
  accounts,
  assurances,
  contacts,
  endings,
  endingRequests,
  disposal,
  frame,
  granting,
  importing,
  letters,
  log,
  mails,
  relyingServices,
  organisations,
  merging,
  rules,
  start,
  undelivered,
} as const
