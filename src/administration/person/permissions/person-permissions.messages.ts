import type { GrantChangeRefusal } from '../../../permissions/grants/change-grant.js'
import type { GrantRefusal } from '../../../permissions/grants/grant-permission.js'
import type { Text } from '../../../text/text.js'

export type Refusal = GrantChangeRefusal | GrantRefusal

/** Why it was not done, in words; every refusal has its own, or it does not compile. */
export function whyRefused(text: Text, reason: Refusal): string {
  const words: Readonly<Record<Refusal, string>> = text.administration.personActions.refused
  return words[reason]
}

/** The question whose answer it was, on a form that asks from, to or on which day; undefined when it was none's. */
export function fieldOf(reason: Refusal, asked: readonly string[]): string | undefined {
  const candidates: Partial<Readonly<Record<Refusal, readonly string[]>>> = {
    'ends-before-it-starts': ['to', 'day'],
    'already-started': ['from'],
    'in-the-past': asked.includes('reason') || asked.includes('what') ? ['from', 'day'] : ['to', 'day'],
    overlaps: ['from', 'to', 'day'],
    'pause-outside': ['to', 'day'],
  }
  return candidates[reason]?.find((field) => asked.includes(field))
}
