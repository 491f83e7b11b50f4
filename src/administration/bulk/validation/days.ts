import { isBlank } from '../../../values/characters.js'
import type { LocalDate } from '../../../permissions/grants/grant.js'
import { readDay } from '../../../values/day.js'
import type { TypedRow } from '../typed-row.js'

export type WhyNoDay = 'no-date' | 'in-the-past' | 'too-far' | 'ends-before-it-starts'

export interface ReadDays {
  readonly validFrom: LocalDate
  readonly validTo?: LocalDate
  readonly mistakes: readonly { readonly column: 'from' | 'to'; readonly why: WhyNoDay }[]
}

/** From today when nothing else is said, and until further notice. */
export function readDays(typed: Pick<TypedRow['fields'], 'from' | 'to'>, today: LocalDate): ReadDays {
  const from = isBlank(typed.from) ? today : readDay(typed.from)
  const to = isBlank(typed.to) ? undefined : readDay(typed.to)
  const whyNotFrom = whyNot(from, today)
  const whyNotTo = isBlank(typed.to) ? undefined : whyNot(to, today)
  const isBackwards = whyNotTo === undefined && from !== undefined && to !== undefined && to < from
  return {
    validFrom: from ?? today,
    ...(to !== undefined && { validTo: to }),
    mistakes: [
      ...(whyNotFrom === undefined ? [] : [{ column: 'from' as const, why: whyNotFrom }]),
      ...(whyNotTo === undefined ? [] : [{ column: 'to' as const, why: whyNotTo }]),
      ...(isBackwards ? [{ column: 'to' as const, why: 'ends-before-it-starts' as const }] : []),
    ],
  }
}

const whyNot = (day: LocalDate | undefined, today: LocalDate): WhyNoDay | undefined => {
  if (day === undefined) return 'no-date'
  if (day < today) return 'in-the-past'
  return Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + yearsAhead ? 'too-far' : undefined
}

/** Further ahead than anybody plans: it is a slip of the finger. */
const yearsAhead = 20
