import { withoutInvisible, withPlainDigits } from './characters.js'

/** What is typed into a search box, as it stands in the box again: one line, without what nobody sees. */
export function readWords(typed: string): string {
  return withPlainDigits(withoutInvisible(typed.normalize('NFC')))
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/gu, ' ')
    .trim()
}
