import { auditKinds, type AuditKind } from '../../audit/event.js'
import { uuid } from '../../database/uuid.js'
import { plainCharacters } from '../../values/characters.js'
import { readDay } from '../../values/day.js'

/**
 * What is asked of the log, and how that is written in an address. People and organisations stand there by their ids,
 * so that an address can be kept and sent on, and tells nobody's name or number.
 */
export interface LogSearch {
  /** Whom it was about. */
  readonly about?: string
  /** Who did it. */
  readonly actor?: string
  readonly organisation?: string
  readonly kind?: AuditKind
  /** The first and the last moment, both included: a day, and a clock if it was said. */
  readonly from?: Moment
  readonly to?: Moment
}

export interface Moment {
  readonly day: string
  /** `14:30` */
  readonly clock?: string
}

export const logPath = '/handlaggning/logg'

const named = ['om', 'av', 'organisation'] as const
export const momentFields = ['fran', 'frankl', 'till', 'tillkl'] as const

/** The fields of the form, where people and organisations are typed in words. */
export const logFields = [...named, 'handelse', ...momentFields] as const
export type LogField = (typeof logFields)[number]
export type TypedSearch = Readonly<Record<LogField, string>>

/** Undefined when an address says what no page of ours does. */
export function readLogSearch(given: URLSearchParams): LogSearch | undefined {
  const said = (name: LogField) => given.get(name) ?? ''
  const [kind, from, to] = [readKind(said('handelse')), readMoment(said, 'fran'), readMoment(said, 'till')]
  const isStrange =
    logFields.some((name) => given.getAll(name).length > 1) ||
    named.some((name) => said(name) !== '' && !uuid.test(said(name))) ||
    [kind, from, to].includes('strange')
  if (isStrange || kind === 'strange' || from === 'strange' || to === 'strange') return undefined
  return {
    ...(said('om') !== '' && { about: said('om') }),
    ...(said('av') !== '' && { actor: said('av') }),
    ...(said('organisation') !== '' && { organisation: said('organisation') }),
    ...(kind && { kind }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

export function readKind(word: string): AuditKind | 'strange' | undefined {
  if (word === '') return undefined
  return kinds.find((kind) => kind === word) ?? 'strange'
}

/** A day, with a clock if there is one; a clock alone is no moment. */
export function readMoment(
  said: (name: (typeof momentFields)[number]) => string,
  which: 'fran' | 'till',
): Moment | 'strange' | undefined {
  const [typed, clock] = [
    plainCharacters(said(which)).trim(),
    plainCharacters(said(`${which}kl`))
      .trim()
      .replace('.', ':'),
  ]
  if (typed === '' && clock === '') return undefined
  const day = readDay(typed)
  if (day === undefined || !(clock === '' || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(clock))) return 'strange'
  return { day, ...(clock !== '' && { clock }) }
}

/** What a form carries along, and what stands in an address. */
export function fieldsOfLog({
  about,
  actor,
  organisation,
  kind,
  from,
  to,
}: LogSearch): Readonly<Record<string, string>> {
  return {
    ...(about !== undefined && { om: about }),
    ...(actor !== undefined && { av: actor }),
    ...(organisation !== undefined && { organisation }),
    ...(kind !== undefined && { handelse: kind }),
    ...(from !== undefined && { fran: from.day }),
    ...(from?.clock !== undefined && { frankl: from.clock }),
    ...(to !== undefined && { till: to.day }),
    ...(to?.clock !== undefined && { tillkl: to.clock }),
  }
}

/** Where the search is, at its newest or before an event. */
export function logAddress(search: LogSearch, before?: string): `/${string}` {
  const query = new URLSearchParams({
    ...fieldsOfLog(search),
    ...(before !== undefined && { fore: before }),
  }).toString()
  return query === '' ? logPath : `${logPath}?${query}`
}

export const kinds = Object.keys(auditKinds).filter((kind): kind is AuditKind => kind in auditKinds)
