import { auditKinds, type AuditKind } from '../../audit/event.js'
import { noteReading } from '../../audit/note-reading.js'
import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { selectBeside, selectLog, selectLogged, type LogRow } from './log.queries.js'
import { fieldsOfLog, type LogSearch } from './search.js'

export const eventsOnPage = 25

/** An event of a kind that the catalogue knows; older versions may have written others. */
export interface LoggedEvent extends Omit<LogRow, 'kind'> {
  readonly kind: AuditKind | undefined
  /** As it was written. */
  readonly writtenKind: string
}

export interface ReadLog {
  readonly search: LogSearch
  readonly before?: string | undefined
  readonly by: string
  readonly from: Origin
}

export interface LogPage {
  readonly events: readonly LoggedEvent[]
  /** Where older ones begin, when there are any. */
  readonly older: string | undefined
}

/** A page of the log, the latest first. Reading it is itself an event: one for each search, however many pages are turned. */
export async function readLog(db: Db, { search, before, by, from }: ReadLog): Promise<LogPage> {
  const rows = await selectLog(db, search, { before, limit: eventsOnPage + 1 })
  await db
    .transaction()
    .execute(async (trx) => await noteReading(trx, from, { kind: 'audit-searched', by, ...asEvent(search) }))
  const events = rows.slice(0, eventsOnPage).map(eventFrom)
  return { events, older: rows.length > eventsOnPage ? events.at(-1)?.seq : undefined }
}

export interface OneEvent {
  readonly event: LoggedEvent
  readonly earlier: string | undefined
  readonly later: string | undefined
}

/** One event in full: where it came from, and how it hangs in the chain. */
export async function readEvent(
  db: Db,
  { seq, by, from }: { readonly seq: string; readonly by: string; readonly from: Origin },
): Promise<OneEvent | undefined> {
  const row = await selectLogged(db, seq)
  if (row === undefined) return undefined
  await db.transaction().execute(
    async (trx) =>
      await noteReading(trx, from, {
        kind: 'audit-event-shown',
        by,
        about: row.about?.id,
        organisation: row.organisation?.id,
        details: { event: seq },
      }),
  )
  return { event: eventFrom(row), ...(await selectBeside(db, seq)) }
}

/** As many events as a file holds; the search must be narrowed for more. */
export const eventsInFile = 100_000
const batch = 1_000

/** All that the search finds, to a number, the latest first; never before the audit says that it was taken out. */
export async function takeOutLog(
  db: Db,
  { search, by, from, format }: Omit<ReadLog, 'before'> & { readonly format: 'csv' | 'jsonl' },
): Promise<AsyncIterable<readonly LoggedEvent[]>> {
  const { about, organisation, details } = asEvent(search)
  await db.transaction().execute(
    async (trx) =>
      await record(trx, from, {
        kind: 'audit-exported',
        by,
        about,
        organisation,
        details: { ...details, format, atMost: eventsInFile },
      }),
  )
  return inBatches(db, search)
}

async function* inBatches(db: Db, search: LogSearch): AsyncGenerator<readonly LoggedEvent[]> {
  let before: string | undefined
  for (let left = eventsInFile; left > 0; left -= batch) {
    const rows = await selectLog(db, search, { before, limit: Math.min(batch, left) })
    if (rows.length > 0) yield rows.map(eventFrom)
    before = rows.at(-1)?.seq
    if (rows.length < batch) return
  }
}

/** What the audit tells of a search: whom it was about stands in its own column. */
const asEvent = (search: LogSearch) => {
  const { om: about, organisation, ...details } = fieldsOfLog(search)
  return { about, organisation, details }
}

const eventFrom = ({ kind, ...row }: LogRow): LoggedEvent => ({ ...row, kind: knownKind(kind), writtenKind: kind })

const knownKind = (kind: string): AuditKind | undefined => catalogue.get(kind)
const catalogue = new Map<string, AuditKind>(
  Object.keys(auditKinds).flatMap((kind) => (isKind(kind) ? [[kind, kind] as const] : [])),
)
function isKind(kind: string): kind is AuditKind {
  return kind in auditKinds
}
