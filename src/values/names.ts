import { withoutInvisible } from './characters.js'

/** A person's names as they are kept. Somebody who has one name only has null for the other, and never nothing typed. */
export interface Names {
  readonly givenName: string | null
  readonly familyName: string | null
}

/** The names there are, with a space between two. */
export function fullName({ givenName, familyName }: Names): string {
  return [givenName, familyName].filter((name) => name !== null && name !== '').join(' ')
}

/** What a mail greets a person by: the given name, or the only one. */
export function callName(names: Names): string {
  return names.givenName ?? fullName(names)
}

/**
 * Whether two names, however they are written, are likely to be one person's: apostrophes, hyphens, spaces, marks and
 * case tell nobody apart. It is asked where somebody must not take another's part, so it is generous: å is a here.
 */
export function isSameName(one: string, other: string): boolean {
  return lettersOf(one) === lettersOf(other)
}

const lettersOf = (name: string): string =>
  Array.from(withoutInvisible(name.normalize('NFKC')).toUpperCase().toLowerCase().normalize('NFD'))
    .filter((character) => /[\p{L}\p{N}]/u.test(character) && !isSign.test(character))
    .map((letter) => plainLetters[letter] ?? letter)
    .join('')

/** Modifier letters and the saltillo, which stand where others write an apostrophe. */
const isSign = /[\p{Lm}\uA78C]/u

/** Letters that no mark can be taken off. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'a',
  ø: 'o',
  œ: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ħ: 'h',
  ǥ: 'g',
  ʒ: 'z',
  þ: 'th',
  ı: 'i',
}
