import type { AuditEvent } from '../audit/event.js'
import type { Trx } from '../database/database.js'
import { markClosed, selectDetails } from './organisations.queries.js'

export type ClosedInRegister =
  /** What is to be recorded comes last, with what ends with it. */
  | { readonly kind: 'closed'; readonly events: readonly AuditEvent[] }
  | { readonly kind: 'not-there' }
  /** Somebody has changed or closed it since the reader saw it. */
  | { readonly kind: 'changed-meanwhile' }
  /** The one that takes over is closed, of another kind, or the same. */
  | { readonly kind: 'cannot-take-over' }

/**
 * An organisation closes, or goes into another that takes over what it had. Whoever would grant or appoint there at the
 * same moment waits, and then finds it closed. What ends with it is for the caller, in the same transaction.
 */
export async function closeInRegister(
  trx: Trx,
  input: {
    readonly organisationId: string
    /** What the reader has seen. */
    readonly version: number
    readonly into?: string
    readonly by: string
  },
): Promise<ClosedInRegister> {
  const { organisationId, version, into, by } = input
  // In one order whatever the direction, so that two merges never wait for each other.
  for (const id of [organisationId, into ?? organisationId].toSorted()) await selectDetails(trx, { id, isHeld: true })
  const leaving = await selectDetails(trx, { id: organisationId })
  const taking = into === undefined ? undefined : await selectDetails(trx, { id: into })
  if (leaving === undefined) return { kind: 'not-there' }
  if (into !== undefined) {
    const mayTakeOver = taking?.closedAt === null && taking.kind === leaving.kind && into !== organisationId
    if (!mayTakeOver) return { kind: 'cannot-take-over' }
  }
  if (!(await markClosed(trx, { id: organisationId, version, into }))) return { kind: 'changed-meanwhile' }
  if (taking === undefined) {
    return { kind: 'closed', events: [{ kind: 'organisation-closed', by, organisation: organisationId }] }
  }
  const details = { into: taking.id, intoCode: taking.code }
  const received = { merged: leaving.id, mergedCode: leaving.code }
  return {
    kind: 'closed',
    events: [
      { kind: 'organisation-merged', by, organisation: organisationId, details },
      { kind: 'organisation-took-over', by, organisation: taking.id, details: received },
    ],
  }
}
