import { dateOf, isDay } from '../text/moment.js'
import type { Language, Text } from '../text/text.js'
import type { Told } from '../text/told.js'
import type { AuditKind } from './event.js'

/** An event as it is read: ids have become names, as far as the reader may know them. */
export interface EventRead {
  readonly kind: AuditKind
  readonly who: string
  readonly whom: string
  readonly isAboutSomebody: boolean
  readonly isOwn: boolean
  readonly isRefused: boolean
  readonly organisation: string | undefined
  readonly service: string | undefined
  readonly client: string | undefined
  readonly details: Readonly<Record<string, unknown>>
}

interface Spoken {
  readonly text: Text
  readonly language: Language
}

/** One event as a sentence: who did what, to whom. */
export function sentenceOf({ text, language }: Spoken, event: EventRead): string {
  return wordsOf(text)[event.kind].tells(toldOf({ text, language }, event))
}

/** What such an event is called. */
export function nameOfKind(text: Text, kind: AuditKind): string {
  return wordsOf(text)[kind].name
}

interface Words {
  readonly name: string
  readonly tells: (told: Told) => string
}

/** Exhaustive: a kind that no language has words for does not compile. */
const wordsOf = (text: Text): Readonly<Record<AuditKind, Words>> => text.audit.kinds

const toldOf = ({ text, language }: Spoken, event: EventRead): Told => {
  const { who, whom, isAboutSomebody, isOwn, isRefused, organisation, service, client, details } = event
  const { audit: words } = text
  const said = (name: string) => asWord(details[name])
  return {
    who,
    whom,
    isAboutSomebody,
    isOwn,
    isRefused,
    organisation: organisation ?? words.anOrganisation,
    service: service ?? words.aPermission,
    client: client ?? (said('client') === '?' ? '' : said('client')),
    span: (from, to) => spanOf({ text, language }, details[from], details[to]),
    count: (name) => (typeof details[name] === 'number' ? figures[language].format(details[name]) : '?'),
    said,
    says: (name, value) => details[name] === value,
  }
}

const figures = {
  sv: new Intl.NumberFormat('sv-SE'),
  en: new Intl.NumberFormat('en-GB'),
} as const satisfies Record<Language, Intl.NumberFormat>

const asWord = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '?'

const spanOf = ({ text, language }: Spoken, from: unknown, to: unknown): string => {
  const { audit: words } = text
  const first = isWrittenDay(from) ? dateOf(language, from) : '?'
  return isWrittenDay(to) ? words.fromTo(first, dateOf(language, to)) : words.from(first)
}

const isWrittenDay = (day: unknown): day is string => typeof day === 'string' && isDay(day)
