import { sentenceOf } from '../../audit/told.js'
import { assertNever } from '../../assert-never.js'
import type { Language, Text } from '../../text/text.js'
import type { HistoryEntry, Who } from './history.js'

/** One event as an administrator may read it: who did what, to whom. */
export function entryAsSentence(text: Text, language: Language, entry: HistoryEntry): string {
  const { actor, about, kind, details, organisation, service } = entry
  return sentenceOf(
    { text, language },
    {
      kind,
      details,
      organisation,
      service: service?.[language],
      who: nameOf(text, actor),
      whom: nameOf(text, about),
      isAboutSomebody: about.kind !== 'nobody',
      isOwn: 'id' in actor && 'id' in about && actor.id === about.id,
      isRefused: false,
      client: undefined,
    },
  )
}

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
      return assertNever(who)
  }
}
