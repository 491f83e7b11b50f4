import { plainCharacters, withPlainHyphens } from '../../../values/characters.js'
import { readLine, readStreet } from '../../../values/line.js'
import { whyNotLine, type WrongValue } from '../../../values/mistakes.js'
import { countryLine, placeLine } from '../../../text/place.js'
import { sweden } from '../../../text/country.js'
import { isCountry, readCountry } from '../../../values/country.js'
import { isPostalCode, readPostalCode } from '../../../values/postal-code.js'

/** Where a letter to somebody with protected identity is sent, as an officer types it. */
export const forwardingFields = ['to', 'more', 'street', 'place', 'country'] as const
export type ForwardingField = (typeof forwardingFields)[number]
export type TypedForwarding = Readonly<Record<ForwardingField, string>>

export interface ForwardingMistake {
  readonly field: ForwardingField
  readonly what: ForwardingField | 'number' | WrongValue
}

export type ReadForwarding =
  | { readonly kind: 'read'; readonly lines: readonly string[] }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly ForwardingMistake[] }

/** The lines of the address; or all that must be mended. */
export function readForwarding(typed: TypedForwarding): ReadForwarding {
  const country = readCountry(typed.country)
  const lines = forwardingFields.map((field) => ({ field, line: readers[field](typed[field], country) }))
  const mistakes = lines.flatMap(({ field, line }): readonly ForwardingMistake[] => {
    if (looksLikeNumber.test(withPlainHyphens(plainCharacters(line)))) return [{ field, what: 'number' }]
    const what = whyNot(field, line, country)
    return what === undefined ? [] : [{ field, what }]
  })
  if (mistakes.length > 0) return { kind: 'mistaken', mistakes }
  const written = lines.map(({ field, line }) => (field === 'country' ? countryLine({ country }) : line))
  return { kind: 'read', lines: written.filter((line) => line !== '') }
}

/** A personal identity number stands on no letter, and so in no window. */
const looksLikeNumber = /(?<!\d)(?:\d{2})?\d{6}\s?[-+]?\s?\d{4}(?!\d)/

/** A Swedish postal code is written as the post wants it, in two groups; abroad the line is the officer's. */
const readPlace = (typed: string, country: string): string => {
  if (country !== sweden) return readLine(typed)
  const [, code, locality] = placeParts.exec(readLine(typed)) ?? []
  if (code === undefined || locality === undefined) return readLine(typed)
  return placeLine({ postalCode: readPostalCode(code), locality })
}

const placeParts = /^((?:SE?-?)?\p{Nd}{3} ?\p{Nd}{2}) (.+)$/iu

const readers = { to: readLine, more: readLine, street: readStreet, place: readPlace, country: readCountry } as const
const kinds = { to: 'fullName', more: 'fullName', street: 'street' } as const

/** Each line by the rule that its kind of value has everywhere; a field that says more than that by its own name. */
const whyNot = (field: ForwardingField, line: string, country: string): ForwardingMistake['what'] | undefined => {
  if (field === 'country') return isCountry(line) ? undefined : { kind: 'country', why: 'no-country', value: line }
  if (line === '') return field === 'more' ? undefined : field
  if (field !== 'place') return wrongValue(kinds[field], line)
  if (country !== sweden) return wrongValue('street', line)
  const [, code, locality] = placeParts.exec(line) ?? []
  if (code === undefined || locality === undefined || !isPostalCode(readPostalCode(code))) return field
  return wrongValue('locality', locality)
}

const wrongValue = (kind: 'fullName' | 'street' | 'locality', value: string): WrongValue | undefined => {
  const why = whyNotLine(kind, value)
  return why && { kind, why, value }
}

/** Why a letter is withheld: a sentence for colleagues. */
export function readWhy(typed: string): string | undefined {
  const why = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return why !== '' && why.length <= 500 && !/[\p{C}\u{FFFD}]/u.test(why) ? why : undefined
}
