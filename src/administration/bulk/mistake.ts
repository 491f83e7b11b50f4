import type { Damage } from '../../tables/damage.js'
import { sv } from '../../text/sv.js'
import type { WhyUnusable } from '../../values/mistakes.js'
import type { WhyNoDay } from './validation/days.js'
import type { WhyNoNumber } from './validation/number.js'

/** What is wrong in one place of a file. It holds no detail of anybody: what was typed stands in the row. */
export interface Mistake {
  /** A field, or the code of a service; without one, the row as a whole. */
  readonly column?: string
  readonly why: Why
  /** The row that has the same person, or the days of what they have. */
  readonly words?: readonly string[]
}

/** Each has its words. */
export type Why = keyof typeof sv.administration.bulk.wrong | Damage | WhyUnusable | WhyNoDay | WhyNoNumber

/** As the database keeps those of one row. */
export function writeMistakes(mistakes: readonly Mistake[]): string {
  return JSON.stringify({ mistakes })
}

export function readMistakes(stored: Readonly<Record<string, unknown>> | null): readonly Mistake[] {
  const list = stored?.['mistakes']
  return Array.isArray(list) ? list.flatMap(readMistake) : []
}

const readMistake = (stored: unknown): readonly Mistake[] => {
  if (typeof stored !== 'object' || stored === null || !('why' in stored) || !isWhy(stored.why)) return []
  const { why } = stored
  const words = 'words' in stored && Array.isArray(stored.words) ? stored.words.map(String) : []
  const column = 'column' in stored && typeof stored.column === 'string' ? stored.column : undefined
  return [{ why, words, ...(column !== undefined && { column }) }]
}

const isWhy = (text: unknown): text is Why =>
  typeof text === 'string' &&
  [sv.administration.bulk.wrong, sv.tables.damage, sv.mistakes, sv.mistakes.number].some((words) =>
    Object.hasOwn(words, text),
  )
