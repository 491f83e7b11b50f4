import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import type { Assurance, Decision } from './assurance.js'
import {
  isAnothersToDecide,
  isScanThere,
  markDecided,
  selectAssurance,
  type AssuranceRow,
} from './assurances.queries.js'

export type DecidedAssurance =
  | { readonly kind: 'decided'; readonly assurance: Assurance }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'decided-meanwhile'; readonly assurance: Assurance }
  /** Whoever registers a paper never decides it, and nobody decides on their own, or on what they have signed. */
  | { readonly kind: 'needs-another-officer' }
  /** The signed form has not been read in: nobody approves what they cannot see. */
  | { readonly kind: 'scan-missing' }

/** Approves, rejects or withdraws. What follows from an approval is written in the same transaction by who calls. */
export async function decideAssurance(
  trx: Trx,
  input: {
    readonly assuranceId: string
    readonly decision: Decision
    readonly by: string
    readonly reason?: string
    readonly from: Origin
  },
): Promise<DecidedAssurance> {
  const { assuranceId, decision, by, reason, from } = input
  const decided = await markDecided(trx, { assuranceId, decision, by, reason })
  if (decided === undefined) {
    const hindrance = await hindranceTo(trx, input)
    if (hindrance === undefined) throw new Error('Nothing hindered a decision, and it was not made.')
    return hindrance
  }
  await record(trx, from, {
    kind: `assurance-${decision}`,
    by,
    organisation: decided.organisationId,
    details: {
      assurance: assuranceId,
      ...(decided.isNotAppointed && { isAnotherSignatory: true }),
      ...(decided.isNotRegistrar && { isNotRegistrar: true }),
    },
  })
  return { kind: 'decided', assurance: assuranceFrom(decided) }
}

export async function findAssurance(db: Db, id: string): Promise<Assurance | undefined> {
  const row = await selectAssurance(db, id)
  return row && assuranceFrom(row)
}

type Hindrance = Exclude<DecidedAssurance, { kind: 'decided' }>

/** Why an officer cannot approve or reject a paper as it is now; undefined when they can, if nobody is quicker. */
export async function hindranceTo(
  trx: Trx,
  { assuranceId, by, decision }: { readonly assuranceId: string; readonly by: string; readonly decision: Decision },
): Promise<Hindrance | undefined> {
  const assurance = await findAssurance(trx, assuranceId)
  if (assurance === undefined) return { kind: 'not-there' }
  if (assurance.state !== 'registered') return { kind: 'decided-meanwhile', assurance }
  if (decision === 'withdrawn') return undefined
  if (await isAnothersToDecide(trx, { id: assuranceId, by })) return { kind: 'needs-another-officer' }
  return decision === 'approved' && !(await isScanThere(trx, assuranceId)) ? { kind: 'scan-missing' } : undefined
}

const assuranceFrom = (row: AssuranceRow): Assurance => {
  const { personalIdentityNumber, givenName, familyName, email, street, postalCode, locality, country, ...rest } = row
  const { decision, lastDay, replaces, isNotAppointed, isNotRegistrar, ...content } = rest
  return {
    ...content,
    appointed: { personalIdentityNumber, givenName, familyName, email, street, postalCode, locality, country },
    state: decision ?? 'registered',
    signatoryIsNot: { appointed: isNotAppointed, registrar: isNotRegistrar },
    ...(replaces !== null && { replaces }),
    ...(lastDay !== null && { lastDay }),
  }
}
