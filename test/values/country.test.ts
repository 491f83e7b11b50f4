import test from 'ava'
import { countriesInOrder, countryCodes } from '../../src/text/country.js'
import { addressLines } from '../../src/text/place.js'
import { languages, textIn } from '../../src/text/text.js'
import { isCountry, readCountry } from '../../src/values/country.js'
import { isPlainLine } from '../../src/values/line.js'
import { readPostalCode, whyNotPostalCode } from '../../src/values/postal-code.js'

test('a country is read by its name in Swedish or English, by what people call it, and by its letters', (t) => {
  const cases: readonly (readonly [string, string])[] = [
    ['Tyskland', 'DE'],
    ['GERMANY', 'DE'],
    ['de', 'DE'],
    ['Åland', 'AX'],
    ['ÅLAND', 'AX'],
    ['Elfenbenskusten', 'CI'],
    ['Cote d’Ivoire', 'CI'],
    ['U.S.A.', 'US'],
    ['Förenta  staterna', 'US'],
    ['\u202AFinland\u202C', 'FI'],
    ['England', 'GB'],
    ['Sverige', 'SE'],
    ['', 'SE'],
  ]
  for (const [typed, code] of cases) t.is(readCountry(typed), code, typed)
  for (const typed of ['Atlantis', 'XX', 'EU', '46']) t.false(isCountry(readCountry(typed)), typed)
})

test('every country has a name in each language, which is read back as itself', (t) => {
  for (const language of languages) {
    const nameOf = textIn(language).common.country
    for (const code of countryCodes) {
      t.not(nameOf(code), code)
      t.is(readCountry(nameOf(code)), code, `${language} ${code} ${nameOf(code)}`)
    }
    t.is(countriesInOrder(nameOf)[0], 'SE')
    t.is(new Set(countriesInOrder(nameOf)).size, countryCodes.length)
  }
})

test('a country is the last line of an address, in English and in capitals, and Sweden is none', (t) => {
  const berlin = { street: 'Torstraße 1', postalCode: '10115', locality: 'Berlin', country: 'DE' }
  t.deepEqual(addressLines(berlin), ['Torstraße 1', '10115 Berlin', 'GERMANY'])
  t.deepEqual(addressLines({ ...berlin, postalCode: '55318', locality: 'Jönköping', country: 'SE' }), [
    'Torstraße 1',
    '553 18 Jönköping',
  ])
  t.deepEqual(addressLines({ street: '1 Mill Lane', postalCode: 'SW1A 1AA', locality: 'London', country: 'GB' }), [
    '1 Mill Lane',
    'London SW1A 1AA',
    'UNITED KINGDOM',
  ])
  t.deepEqual(addressLines({ street: '1 Queen’s Road', postalCode: null, locality: 'Central', country: 'HK' }), [
    '1 Queen’s Road',
    'Central',
    'HONG KONG SAR CHINA',
  ])
})

test('a letter can carry the last line of every country', (t) => {
  for (const country of countryCodes.filter((code) => code !== 'SE')) {
    const [line = ''] = addressLines({ country })
    t.true(isPlainLine(line), line)
    t.is(line, line.toUpperCase())
  }
})

test('a postal code abroad keeps its letters and spaces, and only Sweden asks for five digits', (t) => {
  t.is(readPostalCode(' sw1a  1aa', 'GB'), 'SW1A 1AA')
  t.is(readPostalCode('10115', 'DE'), '10115')
  t.is(readPostalCode('NO‑0150', 'NO'), 'NO-0150')
  t.is(whyNotPostalCode('0150', 'NO'), undefined)
  t.is(whyNotPostalCode('0150', 'SE'), 'no-postal-code')
  for (const typed of ['1', '12345678901', 'ÅÄÖ', '-12', '12_34'])
    t.is(whyNotPostalCode(typed, 'DE'), 'no-postal-code-abroad', typed)
})

test('a postal code is missing abroad unless the country has none', (t) => {
  t.is(whyNotPostalCode('', 'HK'), undefined)
  t.is(whyNotPostalCode('', 'DE'), 'missing')
  t.is(whyNotPostalCode('', 'SE'), 'missing')
})
