import { checkPersonalIdentityNumber, type CheckedNumber } from '../../../accounts/personal-identity-number.js'
import { withoutSpaces } from '../../../values/characters.js'

export type WhyNoNumber = 'missing' | 'lost-zeros' | 'shortened-number' | Exclude<CheckedNumber['kind'], 'number'>

export type ReadNumber = Extract<CheckedNumber, { readonly kind: 'number' }> | { readonly kind: WhyNoNumber }

/**
 * Reads a number out of a list. A spreadsheet that took ten digits for a quantity has lost the zeros in front; with the
 * zeros back it is the only number it can have been, when the day and the check digit are right.
 */
export function readNumber(written: string, today: string): ReadNumber {
  const plain = withoutSpaces(written)
  if (plain === '') return { kind: 'missing' }
  // 198803000000: it was shortened to 1,98803E+11, and then opened and saved once more.
  if (/^\d{6}0{6}$/.test(plain)) return { kind: 'shortened-number' }
  const read = checkPersonalIdentityNumber(written, today)
  const digits = /^\d{5,9}$|^(\d{2,5})-(\d{4})$/.test(plain) ? plain.replace('-', '') : undefined
  if (read.kind !== 'not-digits' || digits === undefined) return read
  const mended = checkPersonalIdentityNumber(digits.padStart(10, '0'), today)
  return mended.kind === 'number' ? mended : { kind: 'lost-zeros' }
}
