import test from 'ava'
import { isPostalCode, readPostalCode } from '../../src/values/postal-code.js'

test('a postal code is read with its prefix, its spaces and what copying brings, and in any digits', (t) => {
  for (const typed of [
    '55318',
    '553 18',
    '553\u00A018',
    'SE-553 18',
    'S-55318',
    'se 553 18',
    'SE‑553 18',
    '\u202A553 18\u202C',
    '٥٥٣ ١٨',
  ]) {
    t.is(readPostalCode(typed), '55318', typed)
    t.true(isPostalCode(readPostalCode(typed)), typed)
  }
})

test('four digits, letters and a zero in front are no postal code', (t) => {
  for (const typed of ['5531', '553180', 'abcde', '01234', 'NO-0150', 'DK-2100', ''])
    t.false(isPostalCode(readPostalCode(typed)), typed)
})
