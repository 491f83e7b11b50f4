import type { AuditKind } from '../../../audit/event.js'
import { sentenceOf } from '../../../audit/told.js'
import type { Db } from '../../../database/database.js'
import type { Language, Text } from '../../../text/text.js'
import { momentOf } from '../person/account.messages.js'
import { selectEvents, type EventRow, type EventSearch, type WhoRow } from './account-history.queries.js'

export interface AccountHistory {
  readonly events: readonly EventRow[]
  /** Where older ones begin, when there are any. */
  readonly older: string | undefined
}

/** What the latest attempts to sign in came to. */
export const attemptKinds = [
  'signed-in',
  'sign-in-refused',
  'sign-in-locked',
  'sign-in-while-locked',
  'one-time-password-at-sign-in',
  'kiosk-refused',
  'account-unlocked',
] as const satisfies readonly AuditKind[]

/** The latest first, a page at a time. */
export async function historyOf(db: Db, search: EventSearch): Promise<AccountHistory> {
  const rows = await selectEvents(db, { ...search, limit: search.limit + 1 })
  const events = rows.slice(0, search.limit)
  return { events, older: rows.length > search.limit ? events.at(-1)?.seq : undefined }
}

export interface EventShown {
  readonly seq: string
  /** The day and the time, in words and for machines. */
  readonly when: string
  readonly dateTime: string
  readonly sentence: string
  /** Where it was and where it came from. */
  readonly where: string
}

/** One event as an officer reads it. Officers know each other by name. */
export function eventShown(spoken: { readonly text: Text; readonly language: Language }, event: EventRow): EventShown {
  const { text, language } = spoken
  const { kind, details, organisation, actor, about, result } = event
  const isOwn = actor.id !== null && actor.id === about.id
  const sentence = sentenceOf(spoken, {
    kind,
    details,
    organisation: organisation ?? undefined,
    service: (language === 'sv' ? event.sv : event.en) ?? undefined,
    client: (language === 'sv' ? event.clientSv : event.clientEn) ?? undefined,
    who: nameOf(text, actor),
    whom: nameOf(text, about),
    isAboutSomebody: about.id !== null,
    isOwn,
    isRefused: result === 'refused',
  })
  const where = [organisation, event.source].filter((part) => part !== null && part !== '').join(', ')
  return { seq: event.seq, when: momentOf(spoken, event.at), dateTime: event.at.toISOString(), sentence, where }
}

const nameOf = (text: Text, { id, name }: WhoRow): string => {
  if (id === null) return text.agency.name
  return name ?? text.officers.account.protected
}
