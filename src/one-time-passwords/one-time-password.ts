import { timingSafeEqual } from 'node:crypto'
import { generateSync } from 'otplib'
import { withoutSpaces } from '../values/characters.js'
import { keyedDigest, type Key, type KeyRing } from '../context/keys.js'

/**
 * The mailed secret (product.md; security.md T2–T5, T12). It lets its holder choose a password and nothing else.
 *
 *   initial   opens the first choice of a password; sent some days after the letter with the username
 *   reset     ordered in the password kiosk by whoever has forgotten
 *
 * A code is never stored: it is derived from its row's id and purpose under a key outside the database, so that a
 * second delivery of the same mail tells the same code, and neither the row nor the queue tells anything.
 */
export type Purpose = 'initial' | 'reset'

/** What a code is derived from. */
export interface CodeSource {
  readonly id: string
  readonly purpose: Purpose
  readonly keyId: string
}

/** Which key a code that is ordered now is derived under. */
export const newestKeyId = (keys: KeyRing): string => keys.newest('one-time-password').id

/** The code as it is compared: eight digits, or sixteen symbols. Undefined when its key is no longer configured. */
export function codeOf(keys: KeyRing, source: CodeSource): string | undefined {
  const key = keys.withId('one-time-password', source.keyId)
  if (key === undefined) return undefined
  return source.purpose === 'reset' ? resetCode(key, source.id) : initialCode(key, source.id)
}

/** The code as a person reads it: in groups of four. */
export function written(code: string, purpose: Purpose): string {
  return (code.match(/.{4}/g) ?? []).join(purpose === 'reset' ? ' ' : '-')
}

/** Whether what was typed can be a reset code: eight digits, however they are grouped. Anything else costs no try. */
export function mayBeResetCode(typed: string): boolean {
  return typed.length <= mostTyped && /^\d{8}$/.test(readReset(typed))
}

/** Whether what was typed has the form of an initial one-time password. */
export function mayBeInitial(typed: string): boolean {
  return typed.length <= mostTyped && /^[0-9A-HJKMNP-TV-Z]{16}$/.test(readInitial(typed))
}

/** Compares in constant time, however the code was typed: spaces, hyphens, case and what nobody sees do not matter. */
export function isTypedAs(keys: KeyRing, source: CodeSource, typed: string): boolean {
  const expected = Buffer.from(codeOf(keys, source) ?? '')
  const given = Buffer.from(source.purpose === 'reset' ? readReset(typed) : readInitial(typed))
  return expected.length > 0 && given.length === expected.length && timingSafeEqual(given, expected)
}

/** RFC 4226 under a key of the row's own; the counter is always 0, since each row gives one code. */
const resetCode = (key: Key, id: string): string =>
  generateSync({ strategy: 'hotp', secret: rowSecret(key, 'reset', id).subarray(0, 20), counter: 0, digits: 8 })

/** Eighty bits in Crockford's base 32, five bits to a symbol. */
const initialCode = (key: Key, id: string): string => {
  const bits = rowSecret(key, 'initial', id).readBigUInt64BE(0).toString(2).padStart(64, '0')
  const rest = rowSecret(key, 'initial', id).readUInt16BE(8).toString(2).padStart(16, '0')
  return (`${bits}${rest}`.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
}

/** No I, L, O or U: what is mistaken for another symbol is read as that one. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Longer than any way of grouping eight digits. */
const mostTyped = 64

const readReset = (typed: string) => withoutSpaces(typed).replaceAll('-', '')
const readInitial = (typed: string) => readReset(typed).toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
const rowSecret = (key: Key, purpose: Purpose, id: string) => keyedDigest(key, `${purpose}/${id}`)
