import { nameOfKind, sentenceOf } from '../../audit/told.js'
import { clockOf, dateOf, stockholmDayOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'
import type { AccountRow } from './log.queries.js'
import type { LoggedEvent } from './read-log.js'

interface Spoken {
  readonly text: Text
  readonly language: Language
}

/** One event as a sentence; one of a kind that this version does not know, by its code. */
export function eventAsSentence({ text, language }: Spoken, event: LoggedEvent): string {
  const { kind, details, result, actor, about, organisation, service, client } = event
  const { log: words } = text.officers
  if (kind === undefined) return `${event.writtenKind}.`
  return sentenceOf(
    { text, language },
    {
      kind,
      details,
      who: actor === null ? words.system : nameOf(text, actor),
      whom: about === null ? words.unknown : nameOf(text, about),
      isAboutSomebody: about !== null,
      isOwn: about !== null && about.id === actor?.id,
      isRefused: result === 'refused',
      organisation: organisation === null ? undefined : (organisation.name ?? words.goneOrganisation),
      service: service?.[language],
      client: client?.[language],
    },
  )
}

export function kindAsWords(text: Text, { kind, writtenKind }: LoggedEvent): string {
  return kind === undefined ? writtenKind : nameOfKind(text, kind)
}

/** By name; never of who has protected identity (product.md, rule 12). */
export function nameOf(text: Text, { name, isProtected }: AccountRow): string {
  const { log: words } = text.officers
  return isProtected ? words.protectedPerson : (name ?? words.goneAccount)
}

/** `25 november 2026 kl. 14.32` */
export function momentAsWords({ text, language }: Spoken, at: Date): string {
  return `${dateOf(language, stockholmDayOf(at))} ${clockOf(text, at)}`
}

/** `1 234 567` */
export function inFigures(language: Language, count: number | bigint): string {
  return new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB').format(count)
}
