import { add } from './administration/add.js'
import { bulk } from './administration/bulk.js'
import { frame } from './administration/frame.js'
import { help } from './administration/help.js'
import { history } from './administration/history.js'
import { mails } from './administration/mails.js'
import { organisation } from './administration/organisation.js'
import { people } from './administration/people.js'
import { person, personActions } from './administration/person.js'
import { requests } from './administration/requests.js'
import { start } from './administration/start.js'

/** The words of `/behorigheter`, a file for each of its parts. */
export const administration = {
  add,
  bulk,
  frame,
  help,
  history,
  mails,
  organisation,
  people,
  person,
  personActions,
  requests,
  start,
} as const
