import type { Db } from '../../database/database.js'
import { selectEvents, type EventRow, type WhoRow } from './history.queries.js'
import { toldKinds, type ToldKind } from './told-kinds.js'

/**
 * What was done, as an administrator may read it (product.md, rules 11 and 12): what happened at the organisations that
 * they administer, and what became of the account itself. Names are resolved when it is read; people with protected
 * identity are unnamed, and so is everybody who is not known at those organisations.
 */
export interface HistoryEntry {
  /** The event's number: the page after this one begins there. */
  readonly seq: string
  readonly at: Date
  readonly kind: ToldKind
  readonly actor: Who
  readonly about: Who
  readonly organisation: string | undefined
  readonly service: { readonly sv: string; readonly en: string } | undefined
  readonly details: Readonly<Record<string, unknown>>
}

export type Who =
  | { readonly kind: 'named'; readonly id: string; readonly name: string }
  | { readonly kind: 'protected'; readonly id: string }
  /** The agency's: an officer by name is nobody's here, and what no one did, the system did. */
  | { readonly kind: 'officer' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'elsewhere' }

export interface History {
  readonly entries: readonly HistoryEntry[]
  /** Where older ones begin, when there are any. */
  readonly older: string | undefined
}

export interface HistorySearch {
  readonly organisationIds: readonly string[]
  /** Only what was about this account. */
  readonly about?: string
  /** As `older` of the page before. */
  readonly before?: string | undefined
  readonly limit?: number
}

/** The latest first, a page at a time. */
export async function historyOf(db: Db, search: HistorySearch): Promise<History> {
  const { organisationIds, about, before, limit = 25 } = search
  const rows = await selectEvents(db, { organisationIds, about, before, kinds: toldKinds, limit: limit + 1 })
  const entries = rows.slice(0, limit).flatMap((row) => entryFrom(row))
  return { entries, older: rows.length > limit ? rows[limit - 1]?.seq : undefined }
}

/** As it stands in an address; anything but a number is no place to begin. */
export function readBefore(written: unknown): string | undefined {
  return typeof written === 'string' && /^\d{1,18}$/.test(written) ? written : undefined
}

const entryFrom = (row: EventRow): readonly HistoryEntry[] => {
  const kind = toldKinds.find((told) => told === row.kind)
  if (kind === undefined) return []
  const { seq, at, organisation, sv, en, details } = row
  const service = sv !== null && en !== null ? { sv, en } : undefined
  const [actor, about] = [whoFrom(row.actor), whoFrom(row.about)]
  return [{ seq, at, kind, actor, about, organisation: organisation ?? undefined, service, details }]
}

const whoFrom = ({ id, name, isKnown, isProtected, isOfficer }: WhoRow): Who => {
  if (id === null) return { kind: 'nobody' }
  if (name !== null) return { kind: 'named', id, name }
  if (isKnown && isProtected) return { kind: 'protected', id }
  return { kind: isOfficer ? 'officer' : 'elsewhere' }
}
