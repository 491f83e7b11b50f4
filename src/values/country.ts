import { countryCodes, countryNames, sweden } from '../text/country.js'
import { languages } from '../text/text.js'
import { plainCharacters } from './characters.js'

/**
 * As it is kept: the two letters of a country that is named in Swedish or English, or by its letters. What was left empty
 * is Sweden. Anything else stays, and is refused by `isCountry`.
 */
export function readCountry(typed: string): string {
  const name = plainCharacters(typed).replaceAll(/\s+/g, ' ').trim()
  return name === '' ? sweden : (codes.get(keyOf(name)) ?? name)
}

export function isCountry(text: string): boolean {
  return countryCodes.includes(text)
}

/** Without what people write differently: capitals, accents, hyphens, full stops. */
const keyOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '')

const usual: readonly (readonly [string, string])[] = [
  ['USA', 'US'],
  ['United States of America', 'US'],
  ['Förenta staterna', 'US'],
  ['UK', 'GB'],
  ['England', 'GB'],
  ['Scotland', 'GB'],
  ['Skottland', 'GB'],
  ['Great Britain', 'GB'],
  ['Holland', 'NL'],
  ['Turkey', 'TR'],
  ['Czech Republic', 'CZ'],
  ['Tjeckiska republiken', 'CZ'],
  ['Hong Kong', 'HK'],
  ['Hongkong', 'HK'],
  ['Macao', 'MO'],
  ['Vitryssland', 'BY'],
  ['Burma', 'MM'],
  ['Palestina', 'PS'],
  ['Palestine', 'PS'],
]

const codes: ReadonlyMap<string, string> = new Map(
  [
    ...countryCodes.map((code) => [code, code] as const),
    ...languages.flatMap((language) => {
      const nameOf = countryNames(language)
      return countryCodes.map((code) => [nameOf(code), code] as const)
    }),
    ...usual,
  ].map(([name, code]) => [keyOf(name), code]),
)
