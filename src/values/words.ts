import { withoutInvisible } from './characters.js'

/** What is typed into a search box, as it stands in the box again: one line, without what nobody sees. */
export function readWords(typed: string): string {
  return withoutInvisible(typed.normalize('NFC'))
    .replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ')
    .trim()
}
