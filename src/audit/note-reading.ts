import type { Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'
import type { AuditEvent } from './event.js'
import { isNotedLately } from './audit.queries.js'
import { record } from './record.js'

/** Who turns a page, goes back or loads it anew within so many minutes is still at the same reading. */
const minutesOfOneReading = 10

/** Writes that something was read: once for each reading, however many pages it takes. */
export async function noteReading(trx: Trx, from: Origin, event: AuditEvent & { readonly by: string }): Promise<void> {
  const { kind, by, about = null, organisation = null, details = {} } = event
  const noted = { kind, by, about, organisation, details: JSON.stringify(details) }
  if (!(await isNotedLately(trx, noted, minutesOfOneReading))) await record(trx, from, event)
}
