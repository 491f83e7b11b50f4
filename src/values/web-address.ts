import { plainCharacters } from './characters.js'

/**
 * Whether a name holds what a mail program or a reader would take for an address: `www.`, a scheme, an `@`, four numbers,
 * or a dot between words in one case, as in `evil.example`: not `J.R.` and not `St.John`.
 */
export function isWebAddress(name: string): boolean {
  const plain = withPlainDots(name)
  return (
    anyScheme.test(plain) ||
    /www\.|@/iu.test(plain) ||
    fourNumbers.test(plain) ||
    /[\p{L}\p{N}-]{2,}\.(?:\p{Ll}{2,}|\p{Lu}{2,})(?!\p{L})/u.test(plain) ||
    /\.\p{L}{2,}(?::\d+)?\//u.test(plain)
  )
}

/** Whether a mail program might make a link of a part of it, which is so for more than may not be a name. */
export function mayBecomeLink(text: string): boolean {
  const plain = withPlainDots(text)
  return (
    /:\/\/\S|\b(?:https?|mailto|tel|ftp|file|javascript|data):\S|www\.\S|\S@\S/iu.test(plain) ||
    fourNumbers.test(plain) ||
    /[\p{L}\p{N}-]{2,}\.\p{L}[\p{L}\p{N}-]+|\.\p{L}{2,}(?::\d+)?[/?#]/u.test(plain)
  )
}

/** The same words with spaces in what a mail program might make a link of: `evil. example` and `https: //evil`. */
export function withoutLinks(text: string): string {
  return text
    .split(/(\s+)/)
    .map((part) => (mayBecomeLink(part) ? apart(part) : part))
    .join('')
}

const apart = (part: string): string =>
  withPlainDots(part)
    .replaceAll(/[.:](?=\S)/g, '$& ')
    .replaceAll('@', ' @ ')
    .replaceAll(/ {2,}/g, ' ')

const anyScheme = /:\/\/|\b(?:https?|mailto|tel|ftp|file|javascript|data):/iu
const fourNumbers = /\d{1,3}(?:\.\d{1,3}){3}/

/** The full stops that a browser takes for a dot in an address (UTS 46). */
const withPlainDots = (text: string): string => plainCharacters(text).replaceAll('\u3002', '.')
