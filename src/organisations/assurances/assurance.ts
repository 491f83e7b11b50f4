import { readLine } from '../../values/line.js'
import { fullName, isSameName } from '../../values/names.js'
import { whyNotLine } from '../../values/mistakes.js'

/**
 * Försäkran om hantering av behörighet: the paper by which a signatory (rektor at a school, förvaltningschef in a
 * municipality) appoints a permission administrator (product.md, rules 3 and 4).
 *
 *   registered ──approve, by another officer──▶ approved    the appointment starts
 *       │  └─────reject, by another officer──▶ rejected    with a reason
 *       └────────withdraw, by any officer────▶ withdrawn   registered by mistake
 *
 * Who registers never approves or rejects it, and nobody registers or decides on the paper that appoints themselves, or
 * decides on one that they have signed. Two accounts of one person are one (docs/decisions/0009).
 * Nobody approves before the signed form is there as a file, which may be added while it waits and is never replaced.
 * One paper at a time awaits a decision for the same person and organisation, and none adds what is so already.
 * What an approved paper starts is told in appointments/appointment.ts.
 */
export type AssuranceState = 'registered' | 'approved' | 'rejected' | 'withdrawn'

/** What one officer does to a paper that awaits a decision. */
export const decisions = ['approved', 'rejected', 'withdrawn'] as const
export type Decision = (typeof decisions)[number]

/** Who is appointed, as the paper tells it. */
export interface Appointed {
  /** Twelve digits, as readPersonalIdentityNumber gives them. */
  readonly personalIdentityNumber: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly email: string
  readonly street: string
  readonly postalCode: string | null
  readonly locality: string
  readonly country: string
}

export interface AssuranceContent {
  readonly organisationId: string
  readonly signatoryName: string
  /** The officer has said that the signatory and the appointed, whose names are alike, are two people. */
  readonly isAnotherSignatory?: boolean
  /** The same of the signatory and that officer. */
  readonly isNotRegistrar?: boolean
  /** `2026-03-29`; neither before 1990 nor in the future. */
  readonly signedOn: string
  readonly appointed: Appointed
  /** Whether those who administer the organisation now stop when this one starts. */
  readonly effect: 'adds' | 'replaces'
  /** Of those who administer it, the one whose appointment ends; without it, a paper that replaces ends them all. */
  readonly replaces?: string
  /** The appointment's last day; without it, until further notice. */
  readonly lastDay?: string
}

export interface Assurance extends AssuranceContent {
  readonly id: string
  readonly state: AssuranceState
  readonly registeredBy: string
  readonly registeredAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly reason: string | null
  /** Whose name the signatory's is like: the officer who registered it has answered that they are two persons. */
  readonly signatoryIsNot: Namesake
}

export interface Namesake {
  readonly appointed: boolean
  readonly registrar: boolean
}

export type AssuranceFault =
  | 'signatory-missing'
  | 'signatory-is-appointed'
  | 'signed-in-the-future'
  | 'signed-before-1990'
  | 'last-day-has-passed'

/** What is wrong with a paper by itself, all at once. */
export function faultsIn(content: AssuranceContent, today: string): readonly AssuranceFault[] {
  const { signatoryName, signedOn, appointed, lastDay } = content
  const hasSignatory = whyNotLine('fullName', readLine(signatoryName)) === undefined
  const faults: (AssuranceFault | false)[] = [
    !hasSignatory && 'signatory-missing',
    hasSignatory &&
      content.isAnotherSignatory !== true &&
      isSameName(signatoryName, fullName(appointed)) &&
      'signatory-is-appointed',
    signedOn > today && 'signed-in-the-future',
    signedOn < '1990-01-01' && 'signed-before-1990',
    lastDay !== undefined && lastDay < today && 'last-day-has-passed',
  ]
  return faults.filter((fault) => fault !== false)
}
