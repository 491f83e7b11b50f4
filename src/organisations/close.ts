import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import type { Origin } from '../world/origin.js'
import { markClosed, selectDetails } from './queries.js'

export type ClosedInRegister =
  | { readonly kind: 'closed' }
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
    readonly from: Origin
  },
): Promise<ClosedInRegister> {
  const { organisationId, version, into, by, from } = input
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
    await record(trx, from, { kind: 'organisation-closed', by, organisation: organisationId })
    return { kind: 'closed' }
  }
  const details = { into: taking.id, intoCode: taking.code }
  await record(trx, from, { kind: 'organisation-merged', by, organisation: organisationId, details })
  const received = { merged: leaving.id, mergedCode: leaving.code }
  await record(trx, from, { kind: 'organisation-took-over', by, organisation: taking.id, details: received })
  return { kind: 'closed' }
}
