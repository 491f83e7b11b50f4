import { sweden } from '../text/country.js'
import { plainCharacters, withoutSpaces, withPlainHyphens } from './characters.js'

/**
 * As it is kept. In Sweden `SE-553 18`, `S-553 18` and `553 18` are 55318; elsewhere it is written in capitals and keeps
 * its spaces. Anything else stays, and is refused by `isPostalCode`.
 */
export function readPostalCode(typed: string, country: string = sweden): string {
  if (country === sweden) return withoutSpaces(typed).replace(/^SE?-?(?=\d)/i, '')
  return withPlainHyphens(plainCharacters(typed)).replaceAll(/\s+/g, ' ').trim().toUpperCase()
}

/** In Sweden five digits, the first of which is never a zero; elsewhere two to ten letters, digits, spaces and hyphens. */
export function isPostalCode(text: string, country: string = sweden): boolean {
  return (country === sweden ? /^[1-9][0-9]{4}$/ : /^[A-Z0-9][A-Z0-9 -]{0,8}[A-Z0-9]$/).test(text)
}

export type WhyNotPostalCode = 'missing' | 'no-postal-code' | 'no-postal-code-abroad'

/** The one rule for what `readPostalCode` has made of it. */
export function whyNotPostalCode(text: string, country: string = sweden): WhyNotPostalCode | undefined {
  if (text === '') return withoutCodes.has(country) ? undefined : 'missing'
  if (isPostalCode(text, country)) return undefined
  return country === sweden ? 'no-postal-code' : 'no-postal-code-abroad'
}

/** Countries whose post has no postal codes, or where most addresses are written without one. */
const withoutCodes: ReadonlySet<string> = new Set(
  (
    'AE AG AN AO AQ AW BF BI BJ BO BQ BS BV BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GN GQ GY HK HM IE JM KI ' +
    'KM KN KP LC LY ML MO MR MW NR NU PA QA RW SB SC SL SO SR SS ST SX SY TD TF TG TK TL TO TT TV UG UM VC VU WS YE ZW'
  ).split(' '),
)
