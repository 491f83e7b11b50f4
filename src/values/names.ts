/**
 * Whether two names, however they are written, are likely to be one person's: apostrophes, hyphens, spaces, marks and
 * case tell nobody apart. It is asked where somebody must not take another's part, so it is generous: å is a here.
 */
export function isSameName(one: string, other: string): boolean {
  return lettersOf(one) === lettersOf(other)
}

const lettersOf = (name: string): string =>
  Array.from(name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFD'))
    .filter((character) => /[\p{L}\p{N}]/u.test(character) && !/[ʹʼ]/u.test(character))
    .map((letter) => plainLetters[letter] ?? letter)
    .join('')

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
  þ: 'th',
  ı: 'i',
}
