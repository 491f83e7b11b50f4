import test from 'ava'
import {
  birthday,
  isCoordinationNumber,
  readPersonalIdentityNumber,
  writtenPersonalIdentityNumber,
} from '../../src/accounts/personal-identity-number.js'

const today = '2026-03-29'
const read = (written: string) => readPersonalIdentityNumber(written, today)

for (const [written, number] of [
  ['19900101-2385', '199001012385'],
  ['199001012385', '199001012385'],
  ['900101-2385', '199001012385'],
  ['9001012385', '199001012385'],
  [' 19900101 - 2385 ', '199001012385'],
  ['１９９００１０１-2385', '199001012385'],
] as const) {
  test(`${written} is a personnummer`, (t) => {
    t.is(read(written), number)
  })
}

test('ten digits belong to the latest century in which the day has been', (t) => {
  t.is(read(checked('260329'))?.slice(0, 8), '20260329')
  t.is(read(checked('260330'))?.slice(0, 8), '19260330')
})

test('a plus is written by who has turned a hundred', (t) => {
  const number = checked('150412')
  t.is(read(`${number.slice(0, 6)}+${number.slice(6)}`)?.slice(0, 4), '1915')
  t.is(read(`${number.slice(0, 6)}-${number.slice(6)}`)?.slice(0, 4), '2015')
})

test('a samordningsnummer has sixty added to the day', (t) => {
  t.is(read(checked('701063'))?.slice(0, 8), '19701063')
  t.is(read(checked('701092')), undefined, 'day 32')
  t.is(read(checked('700263')), '19700263'.concat(checked('700263').slice(6)))
  t.is(read(checked('700292')), undefined, '32 February')
})

test('a samordningsnummer without a known month or day is a number, and its day of birth is not guessed', (t) => {
  for (const sixDigits of ['500088', '500072', '500060', '500360', '501260']) {
    const number = read(checked(sixDigits))
    t.is(number?.slice(2), checked(sixDigits))
    t.is(birthday(number ?? ''), undefined, sixDigits)
    t.true(isCoordinationNumber(number ?? ''))
  }
  t.is(read('191500722390'), '191500722390')
  t.is(birthday('195003632390'), '1950-03-03')
  t.is(read(checked('260060'))?.slice(0, 4), '2026', 'in the year that it is')
  t.is(read(checked('270060'))?.slice(0, 4), '1927')
})

test('an unknown day or month belongs to a samordningsnummer only', (t) => {
  for (const sixDigits of ['500012', '500300', '500000', '500092', '501360'])
    t.is(read(checked(sixDigits)), undefined, sixDigits)
})

test('a wrong check digit is not a number', (t) => {
  for (const last of '012346789') t.is(read(`19900101238${last}`), undefined, last)
})

test('a day that does not exist, or is still to come, is not a number', (t) => {
  for (const day of ['900230', '901301', '900001', '900100', '900132', '900431', '010229']) {
    t.is(read(checked(day)), undefined, day)
  }
  t.truthy(read(checked('000229')), 'a leap day')
  t.is(read(`20${checked('260330')}`), undefined)
})

test('other texts are not numbers', (t) => {
  for (const text of ['', '900101', 'nittio', '900101--2385', '19900101/2385', '9001012385; drop', '9'.repeat(13)]) {
    t.is(read(text), undefined, text)
  }
})

test('a number is written with its hyphen', (t) => {
  t.is(writtenPersonalIdentityNumber('199001012385'), '19900101-2385')
})

/** Six digits with a serial number and the check digit that fits. */
const checked = (sixDigits: string): string => {
  const nine = `${sixDigits}123`
  const sum = Array.from(nine, (digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1))
    .map((product) => (product > 9 ? product - 9 : product))
    .reduce((total, product) => total + product, 0)
  return `${nine}${(10 - (sum % 10)) % 10}`
}

for (const written of [
  '\u202A199001012385\u202C',
  '\u200E19900101-2385',
  '19900101\u20112385',
  '19900101−2385',
  '1990\u00A00101\u2060-\uFEFF2385',
  '١٩٩٠٠١٠١-٢٣٨٥',
  '१९९००१०१२३८५',
]) {
  test(`a personnummer is read through what copying brings: ${JSON.stringify(written)}`, (t) => {
    t.is(read(written), '199001012385')
  })
}
