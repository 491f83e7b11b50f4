import type { NewPerson } from '../../accounts/create-account.js'
import type { LocalDate } from '../../permissions/grants/grant.js'
import { mapInTurns } from '../../context/turns.js'
import { damageIn } from '../../tables/damage.js'
import type { WishedGrant } from '../add/add-person.js'
import { readDays } from './validation/days.js'
import { readNumber } from './validation/number.js'
import { readPerson } from './validation/person.js'
import { readWishes } from './validation/wishes.js'
import type { Mistake } from './mistake.js'
import type { Field, TypedRow } from './typed-row.js'

/**
 * What a row will come to, or all that is wrong with it. A person who is known is told of by nothing but what was typed
 * (product.md, rule 5): what stands in the row about them is neither looked at nor used.
 */
export type Validated =
  | { readonly kind: 'new'; readonly row: number; readonly person: NewPerson; readonly grants: readonly WishedGrant[] }
  | {
      readonly kind: 'known'
      readonly row: number
      readonly number: string
      readonly grants: readonly WishedGrant[]
    }
  /** They have all of it already. */
  | { readonly kind: 'nothing'; readonly row: number; readonly number: string }
  | { readonly kind: 'wrong'; readonly row: number; readonly mistakes: readonly Mistake[] }

export interface Situation {
  readonly today: LocalDate
  /** Who looks or adds. */
  readonly by: string
  /** By number; who has no account is not here. */
  readonly known: ReadonlyMap<string, KnownPerson>
}

export interface KnownPerson {
  readonly accountId: string
  readonly isEnded: boolean
  /** At this organisation, from today on; nobody else's. */
  readonly held: readonly WishedGrant[]
}

/** Every row, in order. The numbers of all of them must be among what `known` was asked about. */
export async function validate(rows: readonly TypedRow[], situation: Situation): Promise<readonly Validated[]> {
  const firstRows = new Map<string, number>()
  return await mapInTurns(rows, (typed) => {
    const number = readNumber(typed.fields.number, situation.today)
    const first = number.kind === 'number' ? firstRows.get(number.number) : undefined
    if (number.kind === 'number' && first === undefined) firstRows.set(number.number, typed.row)
    return validateRow(typed, situation, first)
  })
}

/** Whom a file may be about; what is no number is nobody's. */
export function numbersIn(rows: readonly TypedRow[], today: LocalDate): readonly string[] {
  return rows.flatMap(({ fields }) => {
    const read = readNumber(fields.number, today)
    return read.kind === 'number' ? [read.number] : []
  })
}

const validateRow = (typed: TypedRow, situation: Situation, first: number | undefined): Validated => {
  const { today, by, known } = situation
  const { row, fields } = typed
  const read = readNumber(fields.number, today)
  const number = read.kind === 'number' ? read.number : undefined
  const who = number === undefined ? undefined : known.get(number)
  const days = readDays(fields, today)
  const signalCounter = readWishes(typed.services, days, who?.held ?? [])
  const person = who === undefined ? readPerson(fields) : undefined
  const damages = damagesIn(typed, who === undefined)
  const found: readonly Mistake[] = [
    ...(typed.isTooWide ? [{ why: 'too-wide' as const }] : []),
    ...(read.kind === 'number' ? [] : [{ column: 'number' satisfies Field, why: read.kind }]),
    ...ofThem(who, { by, first }),
    ...(person?.mistakes ?? []),
    ...days.mistakes,
    ...signalCounter.mistakes,
  ]
  const mistakes = [...damages, ...found.filter(({ column }) => damages.every((damage) => damage.column !== column))]
  if (mistakes.length > 0 || number === undefined) return { kind: 'wrong', row, mistakes }
  if (signalCounter.grants.length === 0) return { kind: 'nothing', row, number }
  if (person === undefined) return { kind: 'known', row, number, grants: signalCounter.grants }
  return {
    kind: 'new',
    row,
    person: { personalIdentityNumber: number, ...person.details },
    grants: signalCounter.grants,
  }
}

/** What a program has done to a cell that is used: it is the cause, and said instead of what else is wrong there. */
const damagesIn = (typed: TypedRow, isNew: boolean): readonly Mistake[] => {
  const { number, from, to } = typed.fields
  const used: Readonly<Record<string, string>> = isNew
    ? { ...typed.fields, ...typed.services }
    : { number, ...typed.services, from, to }
  return Object.entries(used).flatMap(([column, cell]) => {
    const why = damageIn(cell)
    return why === undefined ? [] : [{ column, why }]
  })
}

const ofThem = (
  who: KnownPerson | undefined,
  { by, first }: { readonly by: string; readonly first: number | undefined },
): readonly Mistake[] => {
  const column = 'number' satisfies Field
  return [
    ...(first === undefined ? [] : [{ column, why: 'doubled' as const, words: [String(first)] }]),
    ...(who?.accountId === by ? [{ column, why: 'themselves' as const }] : []),
    ...(who?.isEnded === true ? [{ column, why: 'ended' as const }] : []),
  ]
}
