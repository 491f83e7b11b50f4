import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { selectScan } from './assurances.queries.js'
import type { Scan } from './scan.js'

/** The signed form as a file. That an officer had it in hand is written in the audit first. */
export async function fetchScan(
  trx: Trx,
  input: { readonly assuranceId: string; readonly by: string; readonly from: Origin },
): Promise<Scan | undefined> {
  const { assuranceId, by, from } = input
  const found = await selectScan(trx, assuranceId)
  if (found === undefined) return undefined
  const { organisationId, ...scan } = found
  await record(trx, from, {
    kind: 'assurance-scan-fetched',
    by,
    organisation: organisationId,
    details: { assurance: assuranceId },
  })
  return scan
}
