import { canPrint } from '../pdf/fonts.js'
import type { Text } from '../text/text.js'
import { withoutInvisible } from './characters.js'

/**
 * A name, a street, a locality: one line of words, as it is kept. Letters are composed and every run of spaces is one.
 * What nobody sees is lost, but for the zero-width non-joiner, with which Persian names are written, and the joiner
 * behind a mark, without which Sinhala names are others. A tab or a line break stays, and is refused by `isPlainLine`.
 */
export function readLine(typed: string): string {
  return typed
    .normalize('NFC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, (character, place: number, text: string) =>
      isSpelling(character, text.slice(0, place), text.slice(place + character.length)) ? character : '',
    )
    .replaceAll(/\p{Zs}+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/** A street, which a spreadsheet's cell may have on two lines. */
export function readStreet(typed: string): string {
  return readLine(typed.replaceAll(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' '))
}

/** One line that a letter can carry: no control, format, unassigned or line-breaking characters, no space at either end. */
export function isPlainLine(text: string): boolean {
  return text !== '' && text === readLine(text) && unreadableIn(text) === undefined
}

/** The first character that no line has, or that the font of the letters lacks: it would be an empty box on paper. */
export function unreadableIn(text: string): string | undefined {
  return Array.from(text).find(
    (character) => isStrange.test(character) || !(isUnseen.test(character) || canPrint(character)),
  )
}

/** The one sentence that says so and names the character; undefined when there is none. */
export function whyUnreadable(text: Text, value: string): string | undefined {
  const character = unreadableIn(value)
  return character === undefined ? undefined : text.mistakes.unreadable(nameOf(character))
}

/** `م (U+0645)`; of what nobody sees, the number alone. */
export function nameOf(character: string): string {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{C}\p{Z}\p{M}]/u.test(character) ? number : `${character} (${number})`
}

const isStrange = /[<>\p{Zl}\p{Zp}\u{FFFD}]|(?![\u200C\u200D])\p{C}/u
const isUnseen = /\p{Default_Ignorable_Code_Point}/u

const isSpelling = (character: string, before: string, after: string): boolean => {
  if (!/^[\p{L}\p{M}]/u.test(after)) return false
  if (character === '\u200C') return /[\p{L}\p{M}]$/u.test(before)
  return character === '\u200D' && /\p{M}$/u.test(before)
}

/** As it is compared where what is unseen tells nothing apart. */
export function spelledPlainly(text: string): string {
  return withoutInvisible(text.normalize('NFKC')).replaceAll(/\s+/g, ' ').trim()
}
