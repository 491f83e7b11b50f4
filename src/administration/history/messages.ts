import { never } from '../../never.js'
import { dateOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'
import { figures } from '../people/messages.js'
import type { HistoryEntry, Who } from './history.js'
import type { ToldKind } from './told-kinds.js'

/** One event as a sentence: who did what, to whom. */
export function sentenceOf(text: Text, language: Language, entry: HistoryEntry): string {
  return sentences[entry.kind]({
    words: text.administration.history,
    who: nameOf(text, entry.actor),
    whom: nameOf(text, entry.about),
    service: entry.service?.[language] ?? text.administration.history.aPermission,
    span: (from, to) => spanOf(text, language, { from: entry.details[from], to: entry.details[to] }),
    rows: typeof entry.details['rows'] === 'number' ? figures(language)(entry.details['rows']) : '?',
    hasNumbers: entry.details['numbers'] === true,
    isOwn: 'id' in entry.actor && 'id' in entry.about && entry.actor.id === entry.about.id,
  })
}

interface Told {
  readonly words: Text['administration']['history']
  readonly who: string
  readonly whom: string
  readonly service: string
  /** The days that two of the details tell, the last one included. */
  readonly span: (from: string, to: string) => string
  /** Of a list that was taken out: how long it was, and whether personal identity numbers were in it. */
  readonly rows: string
  readonly hasNumbers: boolean
  readonly isOwn: boolean
}

const sentences = {
  'permission-granted': ({ words, who, whom, service, span }) =>
    words.granted(who, whom, service, span('validFrom', 'validTo')),
  'permission-changed': ({ words, who, whom, service, span }) =>
    words.changed(who, whom, service, span('validFrom', 'validTo')),
  'permission-paused': ({ words, who, whom, service, span }) =>
    words.paused(who, whom, service, span('pausedFrom', 'pausedTo')),
  'permission-resumed': ({ words, who, whom, service }) => words.resumed(who, whom, service),
  'permission-ended': ({ words, who, whom, service }) => words.ended(who, whom, service),
  'appointment-started': ({ words, whom }) => words.appointed(whom),
  'appointment-ended': ({ words, whom }) => words.dismissed(whom),
  'username-letter-ordered': ({ words, who, whom }) => words.letterOrdered(who, whom),
  'username-letter-posted': ({ words, whom }) => words.letterPosted(whom),
  'account-created': ({ words, who, whom }) => words.created(who, whom),
  'details-changed': ({ words, who, whom }) => words.details(who, whom),
  'number-shown': ({ words, who, whom }) => words.number(who, whom),
  'username-shown': ({ words, who, whom }) => words.username(who, whom),
  'one-time-password-ordered': ({ words, who, whom, isOwn }) =>
    isOwn ? words.forgot(whom) : words.oneTimePassword(who, whom),
  'password-set': ({ words, whom }) => words.passwordSet(whom),
  'sign-in-locked': ({ words, whom }) => words.locked(whom),
  'account-ending-requested': ({ words, who, whom }) => words.endingAsked(who, whom),
  'list-exported': ({ words, who, rows, hasNumbers }) =>
    hasNumbers ? words.listWithNumbers(who, rows) : words.list(who, rows),
} as const satisfies Record<ToldKind, (told: Told) => string>

/** As it may be told to the administrators of a school. */
export function nameOf(text: Text, who: Who): string {
  const { history: words, person } = text.administration
  switch (who.kind) {
    case 'named':
      return who.name
    case 'protected':
      return person.protected
    case 'officer':
      return words.anOfficer
    case 'elsewhere':
      return words.somebodyElse
    case 'nobody':
      return text.agency.name
    default:
      return never(who)
  }
}

const spanOf = (text: Text, language: Language, { from, to }: { readonly from: unknown; readonly to: unknown }) => {
  const { history: words } = text.administration
  const first = isDay(from) ? dateOf(language, from) : '?'
  return isDay(to) ? words.fromTo(first, dateOf(language, to)) : words.from(first)
}

const isDay = (day: unknown): day is string => typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)
