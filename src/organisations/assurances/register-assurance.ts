import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { today } from '../../database/today.js'
import type { Origin } from '../../context/origin.js'
import { isOpen } from '../organisations.queries.js'
import { fullName, isSameName } from '../../values/names.js'
import { faultsIn, type Namesake, type AssuranceContent, type AssuranceFault } from './assurance.js'
import { hasName, insertAssurance, insertScan, isOwnNumber, wouldAddNothing } from './assurances.queries.js'
import type { Scan } from './scan.js'

export type RegisteredAssurance =
  | { readonly kind: 'registered'; readonly assuranceId: string }
  | { readonly kind: 'faulty'; readonly faults: readonly AssuranceFault[] }
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
  input: { readonly content: AssuranceContent; readonly scan?: Scan; readonly by: string; readonly from: Origin },
): Promise<RegisteredAssurance> {
  const { content, scan, by, from } = input
  const faults = faultsIn(content, await today(trx))
  if (faults.length > 0) return { kind: 'faulty', faults }
  const { personalIdentityNumber } = content.appointed
  if (await isOwnNumber(trx, { accountId: by, personalIdentityNumber })) return { kind: 'appoints-themselves' }
  const alike = await namesakesOf(trx, { content, by })
  if (alike.registrar && content.isNotRegistrar !== true) return { kind: 'signed-by-registrar' }
  const assuranceId = await insertAssurance(trx, { content, by, alike })
  if (assuranceId === undefined) return { kind: await whyNot(trx, content) }
  if (scan !== undefined) await insertScan(trx, assuranceId, scan)
  await record(trx, from, {
    kind: 'assurance-registered',
    by,
    organisation: content.organisationId,
    details: {
      assurance: assuranceId,
      effect: content.effect,
      signedOn: content.signedOn,
      lastDay: content.lastDay ?? null,
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
  { content, by }: { readonly content: AssuranceContent; readonly by: string },
): Promise<Namesake> => {
  const { signatoryName: name, appointed } = content
  return {
    appointed: isSameName(name, fullName(appointed)),
    registrar: await hasName(trx, { accountId: by, name }),
  }
}

const whyNot = async (trx: Trx, content: AssuranceContent) => {
  if (!(await isOpen(trx, content.organisationId))) return 'no-such-organisation'
  return (await wouldAddNothing(trx, content)) ? 'appointed-already' : 'awaits-already'
}
