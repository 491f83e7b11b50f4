import test from 'ava'
import { plainCharacters, withPlainDigits, withoutSpaces } from '../../src/values/characters.js'

test('characters that copying brings and nobody sees are lost', (t) => {
  for (const unseen of [
    '\u00AD',
    '\u061C',
    '\u200B',
    '\u200C',
    '\u200E',
    '\u202A',
    '\u202C',
    '\u2060',
    '\u2066',
    '\uFE0F',
    '\uFEFF',
  ])
    t.is(plainCharacters(`${unseen}19${unseen}88${unseen}`), '1988', unseen.codePointAt(0)?.toString(16))
})

test('a decimal digit of any script is its digit', (t) => {
  const scripts = {
    '٠': 'Arabic',
    '۰': 'Persian',
    '०': 'Devanagari',
    '০': 'Bengali',
    '０': 'full width',
    '𝟎': 'bold',
    '𝟶': 'monospace',
  }
  for (const [zero, script] of Object.entries(scripts)) {
    const first = zero.codePointAt(0) ?? 0
    const all = Array.from({ length: 10 }, (_, digit) => String.fromCodePoint(first + digit)).join('')
    t.is(withPlainDigits(all), '0123456789', script)
  }
  t.is(withPlainDigits('½ Ⅳ ๏'), '½ Ⅳ ๏', 'a number that is no decimal digit stays')
})

test('spaces of every width are lost, and every hyphen is one', (t) => {
  t.is(withoutSpaces('553\u00A018'), '55318')
  t.is(withoutSpaces('1\u20092\u202F3\u30004'), '1234')
  for (const hyphen of '-‐‑‒–—−﹣－') t.is(withoutSpaces(`900101${hyphen}2385`), '900101-2385', hyphen)
})

test('a letter and its mark are one again when what stood between them is lost', (t) => {
  t.is(plainCharacters('A\u200B\u030Asa'), 'Åsa')
})
