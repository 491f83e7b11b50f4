import type { PermissionChange } from '../permissions/changes/changes-in.js'
import { assertNever } from '../assert-never.js'
import { dateOf } from '../text/moment.js'
import type { Language, Text } from '../text/text.js'

/** One change as a mail tells it: which service and where, what was done, and the days. Not why somebody is away. */
export function whatChanged(text: Text, language: Language, change: PermissionChange): string {
  const { letters } = text.administration
  const where = letters.serviceAt(change.service[language], change.organisation.name)
  const { terms } = change
  const day = (date: string) => dateOf(language, date)
  const span =
    terms.validTo === undefined
      ? text.permissions.since(day(terms.validFrom))
      : text.permissions.sinceUntil(day(terms.validFrom), day(terms.validTo))
  switch (change.kind) {
    case 'granted':
      return letters.granted(where, span)
    case 'changed':
      return letters.changed(where, span)
    case 'paused':
      return letters.paused(where, day(terms.pause?.from ?? terms.validFrom), day(terms.pause?.to ?? terms.validFrom))
    case 'resumed':
      return letters.resumed(where, span)
    case 'ended':
      return letters.ended(where)
    default:
      return assertNever(change.kind)
  }
}
