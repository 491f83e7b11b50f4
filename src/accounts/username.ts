import { randomInt } from 'node:crypto'
import { plainCharacters } from '../values/characters.js'
import { keyedDigest } from '../context/keys.js'
import type { AppContext } from '../context/app-context.js'

/**
 * Usernames are read from a letter and typed by hand. Two that look alike are one name: they are compared trimmed, in
 * Unicode's form NFKC, without invisible characters, with the digits of any script as 0 to 9 and without regard to case
 * (security.md R-25).
 */
export function usernameKey(typed: string): string {
  const storable = typed.replaceAll(/[\0\p{Surrogate}]/gu, '\u{FFFD}')
  const plain = plainCharacters(storable)
  // By way of capitals, so that ß is ss and the dotless ı is i; then the dot that a Turkish İ leaves behind is dropped.
  const folded = plain.toUpperCase().toLowerCase().replaceAll('i\u0307', 'i')
  return folded.normalize('NFKC').trim()
}

/** What attempts and orders are counted by, under every master secret that is configured. */
export interface NameKeys {
  readonly newest: Buffer
  /** In ascending order, so that every node locks them in the same one, whichever secret is its newest. */
  readonly all: readonly Buffer[]
}

/** The same work for a name that exists and one that does not. */
export function nameKeysOf({ keys }: Pick<AppContext, 'keys'>, typed: string): NameKeys {
  const name = usernameKey(typed)
  const all = keys.all('name').map((key) => keyedDigest(key, name))
  return { newest: keyedDigest(keys.newest('name'), name), all: all.toSorted((one, other) => one.compare(other)) }
}

/**
 * Four letters and four digits, drawn by lot: nothing in it tells about the person. No two characters can be taken for
 * one another on paper (no l, 1, i, o, 0, no b/6, g/9, s/5, z/2, and no rn that looks like m), there is no vowel to
 * make a word with, and none stands twice in a row.
 */
export function newUsername(): string {
  return drawn(letters, 4) + drawn(digits, 4)
}

const letters = 'cdfhjkmnptvx'
const digits = '23456789'

const drawn = (alphabet: string, length: number): string => {
  let text = ''
  while (text.length < length) {
    const character = alphabet.charAt(randomInt(alphabet.length))
    if (!text.endsWith(character)) text += character
  }
  return rude.test(text) ? drawn(alphabet, length) : text
}

/** What is left of bad words when the vowels are gone, and one number that stands for one. */
const rude = /fck|kkk|cnt|ndj|fn$|pnk|hmf|tnt|nkt|88|666/
