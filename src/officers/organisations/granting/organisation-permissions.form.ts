import { isBlank } from '../../../values/characters.js'
import { detailsFrom, unusable, whyUnusable } from '../../../accounts/details/details.js'
import { checkPersonalIdentityNumber, type CheckedNumber } from '../../../accounts/personal-identity-number.js'
import { hasNumberIn } from '../../../accounts/number-query.js'
import type { NewPerson } from '../../../accounts/create-account.js'
import { pauseReasons } from '../../../permissions/grants/grant.js'
import { readDayOfThisCentury as readDay } from '../../../values/day.js'
import type { AgencyAct } from './act.js'

export const detailFields = ['givenName', 'familyName', 'email', 'street', 'postalCode', 'locality', 'country'] as const
export const givingFields = ['who', 'what', 'from', 'to', 'hasOneName', ...detailFields] as const
export type GivingField = (typeof givingFields)[number]
export type TypedGiving = Readonly<Record<GivingField, string>>

export const actFields = ['act', 'validFrom', 'validTo', 'from', 'to', 'reason'] as const
export type TypedAct = Readonly<Record<(typeof actFields)[number], string>>

export type ReadWho =
  | { readonly number: string }
  /** What has digits like a number, and is no right one, is most likely no username either. */
  | { readonly username: string; readonly wrong?: Exclude<CheckedNumber['kind'], 'number'> }

/** A number has ten or twelve digits; anything else is a username. */
export function readWho(typed: string, today: string): ReadWho {
  const read = checkPersonalIdentityNumber(typed, today)
  if (read.kind === 'number') return { number: read.number }
  return { username: typed.trim(), ...(hasNumberIn(typed) && { wrong: read.kind }) }
}

export function isNothingTold(typed: TypedGiving): boolean {
  return detailFields.every((field) => field === 'country' || isBlank(typed[field]))
}

/** Somebody new needs all of it: the letter goes to the address, and the one-time password to the e-mail. */
export function readNewPerson(
  typed: TypedGiving,
  personalIdentityNumber: string,
): { readonly person: NewPerson } | { readonly wrong: readonly (typeof detailFields)[number][] } {
  const details = detailsFrom(typed)
  const { email, street, postalCode, locality, country } = details
  const missing = { email, street, locality }
  const bad = new Set<string>(unusable(typed))
  for (const [field, value] of Object.entries(missing)) if (value === null) bad.add(field)
  if (whyUnusable('postalCode', postalCode ?? '', country) !== undefined) bad.add('postalCode')
  const wrong = detailFields.filter((field) => bad.has(field))
  if (wrong.length > 0 || email === null || street === null || locality === null) return { wrong }
  const { givenName, familyName } = details
  return { person: { personalIdentityNumber, givenName, familyName, email, street, postalCode, locality, country } }
}

export interface WrongAct {
  readonly field: 'validFrom' | 'validTo' | 'from' | 'to' | 'reason'
  readonly what: 'no-date' | 'reason'
}

/** The act; undefined when it names none; or what is wrong with it. */
export function readAct(typed: TypedAct): AgencyAct | readonly WrongAct[] | undefined {
  switch (typed.act) {
    case 'days': {
      const [validFrom, validTo] = [readDay(typed.validFrom), readDay(typed.validTo)]
      const isOpen = isBlank(typed.validTo)
      if (validFrom === undefined) return [{ field: 'validFrom', what: 'no-date' }]
      if (validTo === undefined && !isOpen) return [{ field: 'validTo', what: 'no-date' }]
      return { kind: 'days', validFrom, ...(validTo !== undefined && { validTo }) }
    }
    case 'pause': {
      const [from, to] = [readDay(typed.from), readDay(typed.to)]
      const reason = pauseReasons.find((known) => known === typed.reason)
      if (from !== undefined && to !== undefined && reason !== undefined) {
        return { kind: 'pause', pause: { from, to, reason } }
      }
      return [
        ...(from === undefined ? [{ field: 'from', what: 'no-date' } as const] : []),
        ...(to === undefined ? [{ field: 'to', what: 'no-date' } as const] : []),
        ...(reason === undefined ? [{ field: 'reason', what: 'reason' } as const] : []),
      ]
    }
    case 'resume':
    case 'end':
      return { kind: typed.act }
    default:
      return undefined
  }
}
