import type { GrantChangeRefusal } from '../../../permissions/grants/change-grant.js'
import type { Text } from '../../../text/text.js'
import type { Given } from './give.js'
import type { GivingField } from './organisation-permissions.form.js'

type NotGiven = Exclude<Given['kind'], 'granted'>

/** Why it was not given, in words. */
export function whyNotGiven(text: Text, reason: NotGiven): string {
  return reason === 'not-theirs' ? text.officers.granting.isLocal : text.administration.personActions.refused[reason]
}

/** Why it was not changed, in words. */
export function whyNotChanged(text: Text, reason: GrantChangeRefusal): string {
  return reason === 'not-there' ? text.officers.granting.isLocal : text.administration.personActions.refused[reason]
}

/** The question whose answer it was. */
export function fieldOf(reason: NotGiven): GivingField {
  switch (reason) {
    case 'to-themselves':
    case 'no-such-account':
      return 'who'
    case 'ends-before-it-starts':
      return 'to'
    case 'in-the-past':
    case 'overlaps':
      return 'from'
    case 'no-such-organisation':
    case 'not-offered':
    case 'not-theirs':
      return 'what'
    default:
      return reason satisfies never
  }
}
