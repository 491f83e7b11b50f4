import { auditKinds, type AuditKind } from '../../../audit/event.js'
import { sentenceOf } from '../../../audit/told.js'
import type { Db } from '../../../database/database.js'
import type { Language, Text } from '../../../text/text.js'
import { selectEvents, type EventRow, type WhoRow } from './organisation.queries.js'

/** What was done at an organisation, as an officer may read it: everything, but no protected name (rule 12). */
export interface OrganisationHistory {
  readonly entries: readonly EventRow[]
  /** Where older ones begin, when there are any. */
  readonly older: string | undefined
}

/** The latest first, a page at a time. */
export async function historyOf(
  db: Db,
  search: { readonly organisationId: string; readonly before?: string | undefined; readonly limit?: number },
): Promise<OrganisationHistory> {
  const { organisationId, before, limit = 25 } = search
  const rows = await selectEvents(db, { organisationId, before, limit: limit + 1 })
  return { entries: rows.slice(0, limit), older: rows.length > limit ? rows[limit - 1]?.seq : undefined }
}

/** As it stands in an address; anything but a number is no place to begin. */
export function readBefore(written: unknown): string | undefined {
  return typeof written === 'string' && /^\d{1,18}$/.test(written) ? written : undefined
}

export function entryAsSentence(
  { text, language }: { readonly text: Text; readonly language: Language },
  entry: EventRow,
  organisation: string,
): string {
  const { actor, about, details, result } = entry
  if (!isKind(entry.kind)) return entry.kind
  return sentenceOf(
    { text, language },
    {
      kind: entry.kind,
      details,
      organisation,
      service: (language === 'sv' ? entry.sv : entry.en) ?? undefined,
      who: nameOf(text, actor),
      whom: nameOf(text, about),
      isAboutSomebody: about.id !== null,
      isOwn: actor.id !== null && actor.id === about.id,
      isRefused: result === 'refused',
      client: undefined,
    },
  )
}

const isKind = (kind: string): kind is AuditKind => Object.hasOwn(auditKinds, kind)

/** What nobody did, the system did. */
const nameOf = (text: Text, { id, name }: WhoRow): string =>
  id === null ? text.agency.name : (name ?? text.officers.organisations.protected)
