import type { PermissionChange } from '../permissions/changes/changes-in.js'
import { assertNever } from '../assert-never.js'
import { dateOf } from '../text/moment.js'
import type { Language, Text } from '../text/text.js'

/** One change as a mail tells it: which service and where, what was done, and the days. Not why somebody is away. */
export function whatChanged(text: Text, language: Language, change: PermissionChange): string {
  const { mails } = text.administration
  const where = mails.serviceAt(change.service[language], change.organisation.name)
  const { terms } = change
  const day = (date: string) => dateOf(language, date)
  const span =
    terms.validTo === undefined
      ? text.permissions.since(day(terms.validFrom))
      : text.permissions.sinceUntil(day(terms.validFrom), day(terms.validTo))
  switch (change.kind) {
    case 'granted':
      return mails.granted(where, span)
    case 'changed':
      return mails.changed(where, span)
    case 'paused':
      return mails.paused(where, day(terms.pause?.from ?? terms.validFrom), day(terms.pause?.to ?? terms.validFrom))
    case 'resumed':
      return mails.resumed(where, span)
    case 'ended':
      return mails.ended(where)
    default:
      return assertNever(change.kind)
  }
}
