import type { Text } from '../text/text.js'
import { isPlainLine, whyUnreadable } from './line.js'
import type { WhyNotPostalCode } from './postal-code.js'
import { isWebAddress } from './web-address.js'

/**
 * The longest that each kind of line is, wherever it is typed, pasted or listed (product.md, rule 17): in a form for a
 * person, for a school or for a letter, and in a file.
 */
export const longest = {
  givenName: 80,
  familyName: 80,
  /** Both, and the space between them. */
  fullName: 161,
  organisationName: 200,
  street: 80,
  locality: 40,
} as const
export type LineKind = keyof typeof longest

export type WhyNotLine =
  | 'missing'
  | 'too-long'
  /** Characters that no letter can carry. */
  | 'unreadable'
  | 'no-name'
  /** A mail program would make a link of it. */
  | 'web-address'

/** The one rule for each kind of line, of what `readLine` or `readStreet` has made of it. */
export function whyNotLine(kind: LineKind, text: string): WhyNotLine | undefined {
  if (text === '') return 'missing'
  if (text.length > longest[kind]) return 'too-long'
  if (!isPlainLine(text)) return 'unreadable'
  if (!/\p{L}/u.test(text)) return 'no-name'
  return personNames.has(kind) && isWebAddress(text) ? 'web-address' : undefined
}

const personNames: ReadonlySet<LineKind> = new Set(['givenName', 'familyName', 'fullName'])

/** What a form or a row of a file asks for, and what can be wrong with it. */
export type ValueKind = LineKind | 'email' | 'postalCode' | 'country'
export type WhyUnusable =
  | WhyNotLine
  | WhyNotPostalCode
  | 'no-email'
  | 'no-country'
  /** One of a person’s two names is missing, and nothing says that there is only one. */
  | 'needs-tick'
  /** Both names, although it is ticked that there is only one. */
  | 'two-names'
  /** Neither, although it is ticked that there is one. */
  | 'neither-name'

export interface WrongValue {
  readonly kind: ValueKind
  readonly why: WhyUnusable
  /** As it was read. */
  readonly value: string
}

/** The one sentence for a mistake, whoever made it and in whichever form or file. */
export function sentenceFor(text: Text, { kind, why, value }: WrongValue): string {
  const { mistakes } = text
  if (why === 'missing') return mistakes.missing[kind]
  if (why === 'needs-tick') return `${mistakes.missing[kind]} ${mistakes['needs-tick']}`
  if (why === 'unreadable') return whyUnreadable(text, value) ?? mistakes['no-name']
  if (why === 'too-long') return mistakes['too-long'](String(kind in longest ? longest[kind as LineKind] : 0))
  return mistakes[why]
}
