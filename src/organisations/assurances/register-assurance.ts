import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { today } from '../../database/today.js'
import type { Origin } from '../../world/origin.js'
import { isOpen } from '../queries.js'
import { faultsIn, type Paper, type PaperFault } from './assurance.js'
import { insertAssurance, insertScan, isOwnNumber, wouldAddNothing } from './queries.js'
import type { Scan } from './scan.js'

export type RegisteredAssurance =
  | { readonly kind: 'registered'; readonly assuranceId: string }
  | { readonly kind: 'faulty'; readonly faults: readonly PaperFault[] }
  | { readonly kind: 'appoints-themselves' }
  | { readonly kind: 'no-such-organisation' }
  /** Another paper for the same person and organisation awaits a decision. */
  | { readonly kind: 'awaits-already' }
  /** It would add somebody who is appointed there already, until the same day. */
  | { readonly kind: 'appointed-already' }

/** An officer registers a signed paper. Nothing follows from it until another officer has approved it. */
export async function registerAssurance(
  trx: Trx,
  input: { readonly paper: Paper; readonly scan?: Scan; readonly by: string; readonly from: Origin },
): Promise<RegisteredAssurance> {
  const { paper, scan, by, from } = input
  const faults = faultsIn(paper, await today(trx))
  if (faults.length > 0) return { kind: 'faulty', faults }
  const { personalIdentityNumber } = paper.appointed
  if (await isOwnNumber(trx, { accountId: by, personalIdentityNumber })) return { kind: 'appoints-themselves' }
  const assuranceId = await insertAssurance(trx, { paper, by })
  if (assuranceId === undefined) return { kind: await whyNot(trx, paper) }
  if (scan !== undefined) await insertScan(trx, assuranceId, scan)
  await record(trx, from, {
    kind: 'assurance-registered',
    by,
    organisation: paper.organisationId,
    details: {
      assurance: assuranceId,
      effect: paper.effect,
      signedOn: paper.signedOn,
      lastDay: paper.lastDay ?? null,
      hasScan: scan !== undefined,
      ...(paper.isAnotherSignatory === true && { isAnotherSignatory: true }),
    },
  })
  return { kind: 'registered', assuranceId }
}

const whyNot = async (trx: Trx, paper: Paper) => {
  if (!(await isOpen(trx, paper.organisationId))) return 'no-such-organisation'
  return (await wouldAddNothing(trx, paper)) ? 'appointed-already' : 'awaits-already'
}
