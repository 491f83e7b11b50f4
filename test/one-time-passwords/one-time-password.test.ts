import { randomUUID } from 'node:crypto'
import test from 'ava'
import {
  codeOf,
  isTypedAs,
  mayBeResetCode,
  newestKeyId,
  written,
} from '../../src/one-time-passwords/one-time-password.js'
import { keyRing } from '../../src/context/keys.js'

const keys = keyRing(['a master secret of tests, long enough to be one'])
const source = (purpose: 'initial' | 'reset', id: string = randomUUID()) => ({ id, purpose, keyId: newestKeyId(keys) })
const code = (purpose: 'initial' | 'reset') => codeOf(keys, source(purpose)) ?? ''

for (const [purpose, alphabet, length, symbols] of [
  ['reset', /^\d{8}$/, 8, 10],
  ['initial', /^[0-9A-HJKMNP-TV-Z]{16}$/, 16, 32],
] as const) {
  test(`20 000 codes of the kind ${purpose}: the right alphabet, no symbol preferred, none twice (R-30)`, (t) => {
    const codes = Array.from({ length: 20_000 }, () => code(purpose))
    t.true(codes.every((one) => alphabet.test(one)))
    // Of 10^8 reset codes, 20 000 draws meet twice about twice; of 2^80, never.
    t.true(new Set(codes).size >= (purpose === 'reset' ? 19_980 : 20_000))
    for (let place = 0; place < length; place += 1)
      t.true(
        chiSquare(
          codes.map((one) => one[place] ?? ''),
          symbols,
        ) < 75,
      )
  })
}

/** For 31 degrees of freedom 75 is passed by chance once in some forty thousand times. */
const chiSquare = (seen: readonly string[], symbols: number): number => {
  const counts = new Map<string, number>()
  for (const symbol of seen) counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  const expected = seen.length / symbols
  const missing = (symbols - counts.size) * expected
  return missing + [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

test('the same row gives the same code, so that a second delivery tells the same (T12)', (t) => {
  const one = source('reset')
  t.is(codeOf(keys, one), codeOf(keys, { ...one }))
})

test('another row, another purpose and another key each give another code', (t) => {
  const id = randomUUID()
  const other = keyRing(['another master secret of tests, as long'])
  t.not(codeOf(keys, source('initial', id)), codeOf(keys, source('initial')))
  t.not(codeOf(keys, source('initial', id))?.slice(0, 8), codeOf(keys, source('reset', id)))
  t.not(codeOf(keys, source('initial', id)), codeOf(other, { id, purpose: 'initial', keyId: newestKeyId(other) }))
})

test('a code outlives the rotation of the keys, and dies with its own', (t) => {
  const one = source('reset')
  const rotated = keyRing([
    'the new master secret of tests, quite long',
    'a master secret of tests, long enough to be one',
  ])
  t.is(codeOf(rotated, one), codeOf(keys, one))
  const forgotten = keyRing(['the new master secret of tests, quite long'])
  t.is(codeOf(forgotten, one), undefined)
  t.false(isTypedAs(forgotten, one, ''))
})

test('a reset code may be typed with spaces, hyphens and full-width digits', (t) => {
  const one = source('reset')
  const right = codeOf(keys, one) ?? ''
  const wide = right.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
  for (const typed of [right, written(right, 'reset'), ` ${right} `, `${right.slice(0, 4)}–${right.slice(4)}`, wide]) {
    t.true(isTypedAs(keys, one, typed), typed)
  }
  for (const typed of ['', right.slice(1), `${right}0`, `x${right}`]) t.false(isTypedAs(keys, one, typed), typed)
})

test('an initial one-time password may be typed in small letters, ungrouped, and with O, I and L for 0 and 1', (t) => {
  // This row's code has both a 0 and a 1.
  const withBoth = source('initial', '00000000-0000-4000-8000-000000000011')
  const right = codeOf(keys, withBoth) ?? ''
  const mistaken = right.replaceAll('0', 'o').replaceAll('1', 'l')
  for (const typed of [
    right,
    written(right, 'initial'),
    right.toLowerCase(),
    mistaken,
    mistaken.replaceAll('l', 'I'),
  ]) {
    t.true(isTypedAs(keys, withBoth, typed), typed)
  }
  t.false(isTypedAs(keys, withBoth, right.slice(0, 15)))
})

test('a code is written in groups of four', (t) => {
  t.is(written('12345678', 'reset'), '1234 5678')
  t.is(written('K7QM2PXDK7QM2PXD', 'initial'), 'K7QM-2PXD-K7QM-2PXD')
})

test('a code is right through invisible characters and in the digits of any script', (t) => {
  const reset = source('reset')
  const digits = codeOf(keys, reset) ?? ''
  const arabic = digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
  for (const typed of [`\u200B${digits}\u200B`, digits.split('').join('\u00AD'), `\u2066${arabic}\u2069`]) {
    t.true(isTypedAs(keys, reset, typed), typed)
    t.true(mayBeResetCode(typed), typed)
  }
  const initial = source('initial')
  const right = written(codeOf(keys, initial) ?? '', 'initial')
  for (const typed of [`\u200B${right}`, right.replaceAll('-', '\u00AD-\u2060'), right.replaceAll('-', '‑')]) {
    t.true(isTypedAs(keys, initial, typed), typed)
  }
})
