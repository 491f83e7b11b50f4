/**
 * What every reader of a value begins with (product.md, rule 17): the same value however it was typed, pasted or kept in
 * a list. Numbers, codes, addresses and searches are read as `plainCharacters` has them; names and streets by `line.ts`.
 */
export function plainCharacters(typed: string): string {
  // Composed once more: what nobody sees may have stood between a letter and its mark.
  return withPlainDigits(withoutInvisible(typed.normalize('NFKC')).normalize('NFKC'))
}

/** Zero-width, soft and bidirectional characters: nobody sees them, and copying brings them along. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
}

/** Nothing that anybody sees: a field that was left empty, or a cell with what copying left behind. */
export function isBlank(typed: string): boolean {
  return withoutInvisible(typed).trim() === ''
}

/** A decimal digit of any script is its digit: ٤ is 4. */
export function withPlainDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => String(digitOf(digit.codePointAt(0) ?? 0)))
}

/** Hyphens, dashes and the minus sign, which programs put in each other's place, are one hyphen. */
export function withPlainHyphens(text: string): string {
  return text.replaceAll(/[\p{Pd}\u2043\u2212]/gu, '-')
}

/** Characters in a form that no grouping changes: without spaces, and every hyphen the same. */
export function withoutSpaces(typed: string): string {
  return withPlainHyphens(plainCharacters(typed)).replaceAll(/\s/g, '')
}

/** Unicode keeps each script's digits from zero to nine in a row. */
const digitOf = (point: number): number => {
  let first = point
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (point - first) % 10
}
