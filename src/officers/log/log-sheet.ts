import type { Language, Text } from '../../text/text.js'
import { eventAsSentence, kindAsWords, nameOf } from './log.messages.js'
import type { LoggedEvent } from './read-log.js'

interface Spoken {
  readonly text: Text
  readonly language: Language
}

const order = [
  'seq',
  'at',
  'kind',
  'result',
  'sentence',
  'actor',
  'actorId',
  'about',
  'aboutId',
  'organisation',
  'code',
  'source',
  'requestId',
  'details',
  'hash',
] as const satisfies readonly (keyof Text['officers']['log']['columns'])[]

export function headingsOf({ text }: Spoken): readonly string[] {
  return order.map((column) => text.officers.log.columns[column])
}

/** One event as a row for people who read. */
export function asCells(spoken: Spoken, event: LoggedEvent): readonly string[] {
  const { text } = spoken
  const { actor, about, organisation, details } = event
  const cells: Readonly<Record<(typeof order)[number], string>> = {
    seq: event.seq,
    at: event.at.toISOString(),
    kind: kindAsWords(text, event),
    result: text.officers.log.results[event.result],
    sentence: eventAsSentence(spoken, event),
    actor: actor === null ? '' : nameOf(text, actor),
    actorId: actor?.id ?? '',
    about: about === null ? '' : nameOf(text, about),
    aboutId: about?.id ?? '',
    organisation: organisation?.name ?? '',
    code: organisation?.code ?? '',
    source: event.source ?? '',
    requestId: event.requestId ?? '',
    details: JSON.stringify(details),
    hash: event.hash,
  }
  return order.map((column) => cells[column])
}

/** One event as it was written, for programs: ids and hashes, no names. */
export function asJsonLine(event: LoggedEvent): string {
  const { seq, at, writtenKind: kind, result, actor, about, organisation, source, requestId, details } = event
  const { previousHash, hash } = event
  const [actorId, aboutId, organisationId] = [actor?.id ?? null, about?.id ?? null, organisation?.id ?? null]
  const told = { seq, at, kind, result, actorId, aboutId, organisationId, source, requestId, details }
  return `${JSON.stringify({ ...told, previousHash, hash })}\n`
}
