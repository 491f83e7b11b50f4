import { dateOf, stockholmDayOf } from '../../../text/moment.js'
import type { Language, Text } from '../../../text/text.js'
import type { FoundAccount, FoundAccounts } from './find-accounts.js'
import { countedAtMost, pageSize } from './search.js'

interface Spoken {
  readonly text: Text
  readonly language: Language
}

const figures = {
  sv: new Intl.NumberFormat('sv-SE'),
  en: new Intl.NumberFormat('en-GB'),
} as const satisfies Record<Language, Intl.NumberFormat>

export const inFigures = (language: Language, count: number): string => figures[language].format(count)

/** Which of them are on this page. */
export function whichAreShown(
  { text, language }: Spoken,
  found: Extract<FoundAccounts, { kind: 'found' | 'very-many' }>,
): string {
  const { accounts: words } = text.officers
  const number = (count: number) => inFigures(language, count)
  if (found.kind === 'very-many') return words.veryMany(number(countedAtMost), number(found.accounts.length))
  const { total, page, accounts } = found
  if (total === 1) return words.shownOne
  if (total <= pageSize) return words.shownAll(number(total))
  const before = (page - 1) * pageSize
  return words.shown(number(before + 1), number(before + accounts.length), number(total))
}

/** How the account stands, as one word of a list. */
export type AccountState = 'ended' | 'locked' | 'no-password' | 'active'

export function stateOf({
  isEnded,
  lockedUntil,
  hasPassword,
}: Pick<FoundAccount, 'isEnded' | 'lockedUntil' | 'hasPassword'>): AccountState {
  if (isEnded) return 'ended'
  if (lockedUntil !== undefined) return 'locked'
  return hasPassword ? 'active' : 'no-password'
}

export function signedInOn({ text, language }: Spoken, at: Date | null): string {
  return at === null ? text.officers.accounts.never : dateOf(language, stockholmDayOf(at))
}
