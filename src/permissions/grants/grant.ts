/**
 * That somebody may use one service for one organisation, from a day to a day, both included (product.md, "The
 * words"). The days are the calendar's in Europe/Stockholm: what is valid to 29 March holds until midnight there,
 * without a job that must run on time. A pause lies within the grant, and the permission holds again the day after.
 * A grant is never changed or deleted: other days make a new grant that replaces it (rule 13).
 */
export type Grant =
  | { readonly state: 'planned'; readonly from: LocalDate; readonly until?: LocalDate; readonly pause?: Pause }
  | { readonly state: 'active'; readonly since: LocalDate; readonly until?: LocalDate; readonly pause?: Pause }
  | { readonly state: 'paused'; readonly since: LocalDate; readonly until?: LocalDate; readonly pause: Pause }
  | { readonly state: 'expired'; readonly since: LocalDate; readonly until: LocalDate }
  | { readonly state: 'ended'; readonly since: LocalDate; readonly on: LocalDate; readonly reason: string }

/** A day as `2026-03-29`: as text, days are in order. */
export type LocalDate = string

export const pauseReasons = ['parental-leave', 'sick-leave', 'leave', 'other'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** Both days included. */
export interface Pause {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly reason: PauseReason
}

/** What the row tells, whatever the day is. */
export interface GrantTerms {
  readonly validFrom: LocalDate
  /** The last day; without it, until further notice. */
  readonly validTo?: LocalDate
  readonly pause?: Pause
  readonly ended?: { readonly on: LocalDate; readonly reason: string }
}

export function stateOf(grant: GrantTerms, today: LocalDate): Grant {
  const { validFrom, validTo, pause, ended } = grant
  if (ended !== undefined) return { state: 'ended', since: validFrom, ...ended }
  if (validTo !== undefined && validTo < today) return { state: 'expired', since: validFrom, until: validTo }
  const until = validTo === undefined ? {} : { until: validTo }
  const ahead = pause !== undefined && pause.to >= today ? { pause } : {}
  if (today < validFrom) return { state: 'planned', from: validFrom, ...until, ...ahead }
  if (ahead.pause !== undefined && ahead.pause.from <= today) {
    return { state: 'paused', since: validFrom, ...until, pause: ahead.pause }
  }
  return { state: 'active', since: validFrom, ...until, ...ahead }
}

/** The terms in a row, its nulls left out. */
export function termsIn(row: {
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly pausedFrom: LocalDate | null
  readonly pausedTo: LocalDate | null
  readonly pauseReason: PauseReason | null
}): GrantTerms {
  const { validFrom, validTo, pausedFrom, pausedTo, pauseReason } = row
  return {
    validFrom,
    ...(validTo !== null && { validTo }),
    ...(pausedFrom !== null &&
      pausedTo !== null &&
      pauseReason !== null && { pause: { from: pausedFrom, to: pausedTo, reason: pauseReason } }),
  }
}
