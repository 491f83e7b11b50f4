import { plainCharacters, withPlainHyphens } from '../../../values/characters.js'
import { isPlainLine, readLine } from '../../../values/line.js'

/** Where a letter to somebody with protected identity is sent, as an officer types it. */
export const forwardingFields = ['to', 'more', 'street', 'place'] as const
export type ForwardingField = (typeof forwardingFields)[number]
export type TypedForwarding = Readonly<Record<ForwardingField, string>>

export interface ForwardingMistake {
  readonly field: ForwardingField
  readonly what: ForwardingField | 'number'
}

export type ReadForwarding =
  | { readonly kind: 'read'; readonly lines: readonly string[] }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly ForwardingMistake[] }

/** The lines of the address; or all that must be mended. */
export function readForwarding(typed: TypedForwarding): ReadForwarding {
  const lines = forwardingFields.map((field) => ({ field, line: readLine(typed[field]) }))
  const mistakes = lines.flatMap(({ field, line }): readonly ForwardingMistake[] => {
    if (looksLikeNumber.test(withPlainHyphens(plainCharacters(line)))) return [{ field, what: 'number' }]
    return isRight[field](line) ? [] : [{ field, what: field }]
  })
  if (mistakes.length > 0) return { kind: 'mistaken', mistakes }
  return { kind: 'read', lines: lines.map(({ line }) => line).filter((line) => line !== '') }
}

/** A personal identity number stands on no letter, and so in no window. */
const looksLikeNumber = /(?<!\d)(?:\d{2})?\d{6}\s?[-+]?\s?\d{4}(?!\d)/

const isLine = (line: string): boolean => line.length <= 60 && isPlainLine(line)

const isRight: Readonly<Record<ForwardingField, (line: string) => boolean>> = {
  to: isLine,
  more: (line) => line === '' || isLine(line),
  street: isLine,
  place: (line) => isLine(line) && /^[1-9]\d{2} ?\d{2} +\p{L}/u.test(line),
}

/** Why a letter is withheld: a sentence for colleagues. */
export function readWhy(typed: string): string | undefined {
  const why = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return why !== '' && why.length <= 500 && !/[\p{C}\u{FFFD}]/u.test(why) ? why : undefined
}
