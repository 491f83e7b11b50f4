import { isBlank } from '../../../values/characters.js'
import type { LocalDate } from '../../../permissions/grants/grant.js'
import { readDay } from '../../../values/day.js'
import type { WishedGrant } from '../add-person.js'

/** One service as it stands in the form: chosen or not, and its days as they were typed. */
export interface TypedService {
  readonly service: string
  readonly isChosen: boolean
  readonly from: string
  readonly to: string
}

export interface ServiceMistake {
  readonly service: string
  readonly part: 'service' | 'from' | 'to'
  readonly why: 'missing' | 'no-date' | 'in-the-past' | 'too-far' | 'ends-before-it-starts'
}

export type ReadServices =
  | { readonly kind: 'services'; readonly services: readonly WishedGrant[] }
  | { readonly kind: 'none-chosen' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly ServiceMistake[] }

/** What is wished for, or all that is wrong with the days. Days of a service that is not chosen do not matter. */
export function readTypedServices(typed: readonly TypedService[], today: LocalDate): ReadServices {
  const chosen = typed.filter(({ isChosen }) => isChosen)
  if (chosen.length === 0) return { kind: 'none-chosen' }
  const mistakes = chosen.flatMap((one) => mistakesIn(one, today))
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes }
  return { kind: 'services', services: chosen.map(wished) }
}

const wished = ({ service, from, to }: TypedService): WishedGrant => {
  const validTo = readDay(to)
  return { service, validFrom: readDay(from) ?? '', ...(validTo !== undefined && { validTo }) }
}

const mistakesIn = ({ service, from, to }: TypedService, today: LocalDate): readonly ServiceMistake[] => {
  const [first, last] = [readDay(from), readDay(to)]
  const whyNotFrom = isBlank(from) ? 'missing' : whyNot(first, today)
  const whyNotTo = isBlank(to) ? undefined : whyNot(last, today)
  const isBackwards = first !== undefined && last !== undefined && last < first
  return [
    ...(whyNotFrom === undefined ? [] : [{ service, part: 'from' as const, why: whyNotFrom }]),
    ...(whyNotTo === undefined ? [] : [{ service, part: 'to' as const, why: whyNotTo }]),
    ...(isBackwards && whyNotTo === undefined
      ? [{ service, part: 'to' as const, why: 'ends-before-it-starts' as const }]
      : []),
  ]
}

const whyNot = (day: LocalDate | undefined, today: LocalDate): ServiceMistake['why'] | undefined => {
  if (day === undefined) return 'no-date'
  if (day < today) return 'in-the-past'
  return Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + yearsAhead ? 'too-far' : undefined
}

/** Further ahead than anybody plans: it is a slip of the finger. */
const yearsAhead = 20
