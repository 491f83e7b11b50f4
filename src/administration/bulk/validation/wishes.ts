import { plainCharacters } from '../../../values/characters.js'
import type { WishedGrant } from '../../add/add-person.js'
import type { ReadDays, WhyNoDay } from './days.js'

export type WhyNoWish = WhyNoDay | 'no-service' | 'no-mark' | 'overlaps'

export interface ReadWishes {
  /** What they do not have already. */
  readonly grants: readonly WishedGrant[]
  readonly mistakes: readonly {
    readonly column?: string
    readonly why: WhyNoWish
    readonly words?: readonly string[]
  }[]
}

/** Which services a row asks for: those with a yes in their column. */
export function readWishes(
  marks: Readonly<Record<string, string>>,
  days: ReadDays,
  held: readonly WishedGrant[],
): ReadWishes {
  const read = Object.entries(marks).map(([service, mark]) => ({ service, mark: meaningOf(mark) }))
  const unread = read.filter(({ mark }) => mark === undefined)
  const wished = read.filter(({ mark }) => mark === true).map(({ service }) => service)
  const isEmpty = wished.length === 0 && unread.length === 0
  const hasDays = days.mistakes.length === 0
  const validated = hasDays ? wished.map((service) => validateWish(service, days, held)) : []
  return {
    grants: validated.flatMap(({ grant }) => grant ?? []),
    mistakes: [
      ...(isEmpty ? [{ why: 'no-service' as const }] : []),
      ...unread.map(({ service }) => ({ column: service, why: 'no-mark' as const })),
      ...validated.flatMap(({ mistake }) => mistake ?? []),
    ],
  }
}

const yes = new Set(['ja', 'j', 'x', '1', 'yes', 'y', 'true', 'sant', '✓', '✔'])
const no = new Set(['', 'nej', 'n', '0', 'no', 'false', 'falskt', '-', '–'])

const meaningOf = (mark: string): boolean | undefined => {
  const plain = plainCharacters(mark).trim().toLowerCase()
  if (yes.has(plain)) return true
  return no.has(plain) ? false : undefined
}

const validateWish = (
  service: string,
  { validFrom, validTo }: ReadDays,
  held: readonly WishedGrant[],
): { readonly grant?: WishedGrant; readonly mistake?: ReadWishes['mistakes'][number] } => {
  const last = validTo ?? forEver
  const there = held.filter((grant) => grant.service === service && grant.validFrom <= last)
  const overlapping = there.find((grant) => (grant.validTo ?? forEver) >= validFrom)
  if (overlapping === undefined) return { grant: { service, validFrom, ...(validTo !== undefined && { validTo }) } }
  const isAllThere = overlapping.validFrom <= validFrom && (overlapping.validTo ?? forEver) >= last
  if (isAllThere) return {}
  const words = [overlapping.validFrom, ...(overlapping.validTo === undefined ? [] : [overlapping.validTo])]
  return { mistake: { column: service, why: 'overlaps', words } }
}

/** After every day that is written. */
const forEver = '9999-99-99'
