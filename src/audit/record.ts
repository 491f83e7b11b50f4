import type { Trx } from '../database/database.js'
import type { AuditEvent } from './event.js'
import type { Origin } from '../context/origin.js'
import { append, appendAll } from './audit.queries.js'

/**
 * Writes what happened, in the transaction of the change itself. Let it be the transaction's last statement:
 * the chain puts simultaneous writers in line from here to their commit.
 */
export async function record(trx: Trx, from: Origin, event: AuditEvent): Promise<void> {
  await append(trx, {
    kind: event.kind,
    result: event.result ?? 'done',
    actor_id: event.by ?? null,
    about_id: event.about ?? null,
    organisation_id: event.organisation ?? null,
    source: from.address,
    request_id: from.requestId,
    details: JSON.stringify(event.details ?? {}),
  })
}

/**
 * Writes all that one act did to many, in one statement. Nobody else writes an event from here to the commit, and so
 * nobody signs in: let it be the last thing that a long transaction does.
 */
export async function recordAll(trx: Trx, from: Origin, events: readonly AuditEvent[]): Promise<void> {
  if (events.length > 0) await appendAll(trx, from, events)
}
