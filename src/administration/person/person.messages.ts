import { clockOf, dateOf, dayOf, stockholmDayOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'
import type { PersonHere } from './find-person.js'
import type { PersonRow } from './person.queries.js'
import { fullName } from '../../values/names.js'

/** The name, or that it is not shown. */
export function nameOf(text: Text, { row }: PersonHere): string {
  if (row.isProtected) return text.administration.person.protected
  return fullName(row)
}

/** How it stands with signing in. */
export function statusOf(
  text: Text,
  language: Language,
  { row, lockedUntil }: { readonly row: PersonRow; readonly lockedUntil: Date | undefined },
): string {
  const { statusOf: words } = text.administration.person
  if (row.endedAt !== null) return words.ended(dateOf(language, stockholmDayOf(row.endedAt)))
  if (lockedUntil !== undefined) return words.locked(dayOf(language, lockedUntil), clockOf(text, lockedUntil))
  if (!row.hasPassword) return words.noPassword
  return row.hasSignedIn ? words.works : words.neverSignedIn
}

/** What was just done, when the address says so; anything else there says nothing. */
export function whatWasDone(text: Text, done: unknown): string | undefined {
  const { done: words } = text.administration.person
  const kinds = ['klart', 'uppgifter', 'losenord', 'brev', 'avslut'] as const
  const kind = kinds.find((candidate) => candidate === done)
  return kind && words[kind]
}
