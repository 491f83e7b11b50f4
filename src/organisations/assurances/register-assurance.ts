import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { today } from '../../database/today.js'
import type { Origin } from '../../context/origin.js'
import { isOpen } from '../queries.js'
import { fullName, isSameName } from '../../values/names.js'
import { faultsIn, type Namesake, type Paper, type PaperFault } from './assurance.js'
import { hasName, insertAssurance, insertScan, isOwnNumber, wouldAddNothing } from './queries.js'
import type { Scan } from './scan.js'

export type RegisteredAssurance =
  | { readonly kind: 'registered'; readonly assuranceId: string }
  | { readonly kind: 'faulty'; readonly faults: readonly PaperFault[] }
  | { readonly kind: 'appoints-themselves' }
  /** The officer has the signatory's name, and has not said that they are two persons. */
  | { readonly kind: 'signed-by-registrar' }
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
  const alike = await namesakesOf(trx, { paper, by })
  if (alike.registrar && paper.isNotRegistrar !== true) return { kind: 'signed-by-registrar' }
  const assuranceId = await insertAssurance(trx, { paper, by, alike })
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
      ...(alike.appointed && { isAnotherSignatory: true }),
      ...(alike.registrar && { isNotRegistrar: true }),
    },
  })
  return { kind: 'registered', assuranceId }
}

/** Whose name the signatory has. Of the appointed it has been answered: without that, the paper is faulty. */
const namesakesOf = async (
  trx: Trx,
  { paper, by }: { readonly paper: Paper; readonly by: string },
): Promise<Namesake> => {
  const { signatoryName: name, appointed } = paper
  return {
    appointed: isSameName(name, fullName(appointed)),
    registrar: await hasName(trx, { accountId: by, name }),
  }
}

const whyNot = async (trx: Trx, paper: Paper) => {
  if (!(await isOpen(trx, paper.organisationId))) return 'no-such-organisation'
  return (await wouldAddNothing(trx, paper)) ? 'appointed-already' : 'awaits-already'
}
