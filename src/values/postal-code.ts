import { withoutSpaces } from './characters.js'

/** As it is kept: `SE-553 18`, `S-553 18` and `553 18` are 55318. Anything else stays, and is refused by `isPostalCode`. */
export function readPostalCode(typed: string): string {
  return withoutSpaces(typed).replace(/^SE?-?(?=\d)/i, '')
}

/** Five digits, the first of which is never a zero in Sweden. */
export function isPostalCode(text: string): boolean {
  return /^[1-9][0-9]{4}$/.test(text)
}
