import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { insertScan, selectAssurance } from './assurances.queries.js'
import type { Scan } from './scan.js'

export type AddedScan =
  | { readonly kind: 'added' }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'decided-meanwhile' }
  /** There is one already, and it stays: nothing that a decision may rest on is replaced. */
  | { readonly kind: 'scan-there-already' }

/** The signed form, of a paper that was registered without it and awaits a decision. */
export async function addScan(
  trx: Trx,
  input: { readonly assuranceId: string; readonly scan: Scan; readonly by: string; readonly from: Origin },
): Promise<AddedScan> {
  const { assuranceId, scan, by, from } = input
  const isAdded = await insertScan(trx, assuranceId, scan)
  const assurance = await selectAssurance(trx, assuranceId)
  if (assurance === undefined) return { kind: 'not-there' }
  if (!isAdded) return { kind: assurance.decision === null ? 'scan-there-already' : 'decided-meanwhile' }
  await record(trx, from, {
    kind: 'assurance-scan-added',
    by,
    organisation: assurance.organisationId,
    details: { assurance: assuranceId },
  })
  return { kind: 'added' }
}
