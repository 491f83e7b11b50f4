import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import type { Origin } from '../../world/origin.js'
import type { Assurance, Decision } from './assurance.js'
import { markDecided, selectAssurance, selectDecided, selectUndecided, type AssuranceRow } from './queries.js'

export type DecidedAssurance =
  | { readonly kind: 'decided'; readonly assurance: Assurance }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'decided-meanwhile'; readonly assurance: Assurance }
  /** Whoever registers a paper never decides it, and nobody decides on their own. */
  | { readonly kind: 'needs-another-officer' }

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
  if (decided === undefined) return await whyNot(trx, assuranceId)
  await record(trx, from, {
    kind: `assurance-${decision}`,
    by,
    organisation: decided.organisationId,
    details: { assurance: assuranceId },
  })
  return { kind: 'decided', assurance: assuranceFrom(decided) }
}

export async function findAssurance(db: Db, id: string): Promise<Assurance | undefined> {
  const row = await selectAssurance(db, id)
  return row && assuranceFrom(row)
}

/** Those that await a decision, the oldest first. */
export async function undecidedAssurances(db: Db): Promise<readonly Assurance[]> {
  return (await selectUndecided(db)).map(assuranceFrom)
}

/** The latest decided first. */
export async function decidedAssurances(
  db: Db,
  { atMost }: { readonly atMost: number },
): Promise<readonly Assurance[]> {
  return (await selectDecided(db, atMost)).map(assuranceFrom)
}

const whyNot = async (trx: Trx, assuranceId: string): Promise<DecidedAssurance> => {
  const assurance = await findAssurance(trx, assuranceId)
  if (assurance === undefined) return { kind: 'not-there' }
  return assurance.state === 'registered' ? { kind: 'needs-another-officer' } : { kind: 'decided-meanwhile', assurance }
}

const assuranceFrom = (row: AssuranceRow): Assurance => {
  const { personalIdentityNumber, givenName, familyName, email, street, postalCode, locality, ...rest } = row
  const { decision, lastDay, replaces, ...paper } = rest
  return {
    ...paper,
    appointed: { personalIdentityNumber, givenName, familyName, email, street, postalCode, locality },
    state: decision ?? 'registered',
    ...(replaces !== null && { replaces }),
    ...(lastDay !== null && { lastDay }),
  }
}
