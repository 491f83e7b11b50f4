import { withoutSpaces } from '../values/characters.js'

/**
 * Personnummer and samordningsnummer (folkbokföringslagen 1991:481, 18 and 18 a §§): date of birth, three digits, a check digit.
 * A samordningsnummer has sixty added to the day; of somebody whose day of birth is not known, the month is 00 or the day
 * 60. Kept as twelve digits; it may change, so it is never a key.
 */

export type CheckedNumber =
  | { readonly kind: 'number'; readonly number: string }
  /** Neither ten nor twelve digits. */
  | { readonly kind: 'not-digits' }
  /** Like an organisation's: what should be the month is twenty or more. */
  | { readonly kind: 'of-an-organisation' }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'not-born-yet' }
  | { readonly kind: 'wrong-check-digit' }

/**
 * Reads any written form: ten or twelve digits, with or without a hyphen; a plus for who has turned a hundred.
 * @param today as `2026-03-29`: tells the century of ten digits, and that nobody is born tomorrow
 */
export function checkPersonalIdentityNumber(written: string, today: string): CheckedNumber {
  const parts = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/.exec(withoutSpaces(written))
  if (parts === null) return { kind: 'not-digits' }
  const [, century, year = '', month = '', day = '', sign, last = ''] = parts
  if (Number(month) >= 20) return { kind: 'of-an-organisation' }
  const number = `${century ?? centuryOf(`${year}${month}${day}`, sign === '+', today)}${year}${month}${day}${last}`
  if (!isDay(number)) return { kind: 'no-such-day' }
  if (writtenDay(number) > today) return { kind: 'not-born-yet' }
  return hasCheckDigit(number.slice(2)) ? { kind: 'number', number } : { kind: 'wrong-check-digit' }
}

/** The twelve digits, for who does not need to know what is wrong. */
export function readPersonalIdentityNumber(written: string, today: string): string | undefined {
  const checked = checkPersonalIdentityNumber(written, today)
  return checked.kind === 'number' ? checked.number : undefined
}

/** As it is written in Sweden: 19900101-2385. */
export function writtenPersonalIdentityNumber(number: string): string {
  return `${number.slice(0, 8)}-${number.slice(8)}`
}

/** The latest century in which the day has been; one earlier with a plus. */
const centuryOf = (sixDigits: string, isOverHundred: boolean, today: string): string => {
  const century = Number(today.slice(0, 2))
  const isStillToCome = writtenDay(`${century}${sixDigits}`) > today
  return String(century - (isStillToCome ? 1 : 0) - (isOverHundred ? 1 : 0))
}

/** A number with sixty added to the day of birth, known or not. */
export function isCoordinationNumber(number: string): boolean {
  return Number(number.slice(6, 8)) >= 60
}

/** The day of birth as a date; undefined where the number does not tell it. */
export function birthday(number: string): string | undefined {
  const day = writtenDay(number)
  return day.includes('-00') ? undefined : day
}

/** As the number has it, the sixty of a samordningsnummer taken off: a month or a day that is not known is 00. */
const writtenDay = (number: string): string => {
  const day = Number(number.slice(6, 8)) - (isCoordinationNumber(number) ? 60 : 0)
  return `${number.slice(0, 4)}-${number.slice(4, 6)}-${String(day).padStart(2, '0')}`
}

const isDay = (number: string): boolean => {
  const [year = 0, month = 0, day = 0] = writtenDay(number).split('-').map(Number)
  const first = isCoordinationNumber(number) ? 0 : 1
  return year >= 1800 && month >= first && month <= 12 && day >= first && day <= daysIn(year, month)
}

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Luhn's sum over the ten last digits. */
const hasCheckDigit = (tenDigits: string): boolean => {
  const doubled = Array.from(tenDigits).map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1))
  return doubled.reduce((sum, product) => sum + (product > 9 ? product - 9 : product), 0) % 10 === 0
}
