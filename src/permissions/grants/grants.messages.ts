import { assertNever } from '../../assert-never.js'
import { dateOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'
import type { Grant, Pause } from './grant.js'

/** What a grant's state means: the days in plain words. */
export function termsOf(text: Text, language: Language, grant: Grant): string {
  const { permissions: words } = text
  const day = (date: string) => dateOf(language, date)
  switch (grant.state) {
    case 'active':
      return withPause(text, language, spanOf(text, language, grant.since, grant.until), grant.pause)
    case 'paused':
      return `${spanOf(text, language, grant.since, grant.until)}. ${words.pausedUntil(day(grant.pause.to), words.pauseReason[grant.pause.reason])}`
    case 'planned': {
      const { from, until, pause } = grant
      const starts = until === undefined ? words.from(day(from)) : words.fromUntil(day(from), day(until))
      return withPause(text, language, starts, pause)
    }
    case 'expired':
      return words.was(day(grant.since), day(grant.until))
    case 'ended':
      // Ended before its first day, it never held.
      return grant.on < grant.since ? words.withdrawn(day(grant.on)) : words.was(day(grant.since), day(grant.on))
    default:
      return assertNever(grant)
  }
}

const spanOf = ({ permissions: words }: Text, language: Language, since: string, until: string | undefined): string =>
  until === undefined
    ? words.since(dateOf(language, since))
    : words.sinceUntil(dateOf(language, since), dateOf(language, until))

const withPause = (text: Text, language: Language, span: string, pause: Pause | undefined): string => {
  if (pause === undefined) return span
  const { willPause, pauseReason } = text.permissions
  return `${span}. ${willPause(dateOf(language, pause.from), dateOf(language, pause.to), pauseReason[pause.reason])}`
}
