import { readFileSync } from 'node:fs'
import test from 'ava'
import { decodeText } from '../../src/tables/encodings.js'
import { likelyCodeOf } from '../../src/tables/eight-bit-codes.js'

/** Words as another program encodes them, by code. */
const words = JSON.parse(readFileSync('test/fixtures/eight-bit-words.json', 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>

/** A list in which the word is all that is no ASCII. */
const listWith = (hex: string) =>
  Uint8Array.from(Buffer.concat([Buffer.from('namn;ort\r\n'), Buffer.from(hex, 'hex'), Buffer.from(';Lund\r\n')]))

for (const [code, encoded] of Object.entries(words)) {
  for (const [word, hex] of Object.entries(encoded)) {
    test(`a list whose only word beyond ASCII is ${word} in ${code} is known for what it is`, (t) => {
      t.is<string, string>(likelyCodeOf(listWith(hex)), code)
    })
  }
}

test('a list in Windows-1252 keeps every letter and sign', (t) => {
  for (const [word, hex] of Object.entries(words['windows-1252'] ?? {})) {
    t.deepEqual(decodeText(listWith(hex)), { kind: 'text', text: `namn;ort\r\n${word};Lund\r\n` })
  }
})

test('where the letters decide nothing, the list is of a Macintosh or of MS-DOS', (t) => {
  // As much ì of the one as ô of the other.
  t.deepEqual(decodeText(listWith('6d936e')), { kind: 'unreadable', why: 'macintosh-or-ms-dos' })
})
