import type { Policy } from '../../config/policy.js'
import { isCommon, serviceWords } from './common-passwords.js'
import { codePoints, folded, lettersAndDigits, unleeted, withoutRuns, withoutWalks } from './password-forms.js'
import { fullName } from '../values/names.js'

/**
 * What a password must be (security.md T6–T9, R-01 to R-07): long enough, in code points after NFKC, and not easy to
 * guess. No kinds of characters are asked for, nothing is trimmed or cut, and each reason is told by its name.
 * A weak part does not make a password weak when enough stands beside it: half of the least length.
 */
export type Weakness =
  | { readonly kind: 'too-short'; readonly minimum: number }
  | { readonly kind: 'too-long'; readonly maximum: number }
  /** A common password or word, also doubled, with digits around it, or spelt with signs. */
  | { readonly kind: 'common' }
  /** One character, or a few, over and over. */
  | { readonly kind: 'repeated' }
  /** Keys side by side. */
  | { readonly kind: 'keyboard-walk' }
  /** Letters or digits in their order. */
  | { readonly kind: 'sequence' }
  | { readonly kind: 'own-username' }
  | { readonly kind: 'own-name' }
  | { readonly kind: 'own-email' }
  | { readonly kind: 'own-organisation' }
  /** What this service is about. */
  | { readonly kind: 'service-word' }

export type WeaknessKind = Weakness['kind']

/** What others can know about the person. */
export interface PasswordContext {
  readonly username: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly email: string | null
  readonly organisations: readonly string[]
}

/** The form in which a password is counted, hashed and compared: å is å, however a keyboard sends it. */
export function normalised(password: string): string {
  return password.normalize('NFKC')
}

export function weaknesses(
  password: string,
  context: PasswordContext,
  { password: rules }: Pick<Policy, 'password'>,
): Weakness[] {
  const text = normalised(password.slice(0, mostBytes + 1))
  const length = codePoints(text).length
  // Refused before anything is looked for in it.
  if (Buffer.byteLength(password) > mostBytes || length > rules.maximumLength) {
    return [{ kind: 'too-long', maximum: rules.maximumLength }]
  }
  const candidate: Candidate = { text: folded(text), enough: Math.ceil(rules.minimumLength / 2), context }
  const kinds = checks.filter(([, isWeak]) => isWeak(candidate)).map(([kind]) => ({ kind }) as const)
  return length < rules.minimumLength ? [{ kind: 'too-short', minimum: rules.minimumLength }, ...kinds] : kinds
}

const mostBytes = 1024

interface Candidate {
  readonly text: string
  /** So much beside a weak part makes it strong. */
  readonly enough: number
  readonly context: PasswordContext
}

const checks: readonly (readonly [
  Exclude<WeaknessKind, 'too-short' | 'too-long'>,
  (candidate: Candidate) => boolean,
])[] = [
  ['common', ({ text }) => isCommon(text)],
  ['repeated', ({ text, enough }) => isRepeated(text, enough)],
  ['keyboard-walk', ({ text, enough }) => isChanged(text, withoutWalks(text)) && isLittle(withoutWalks(text), enough)],
  ['sequence', ({ text, enough }) => isChanged(text, withoutRuns(text)) && isLittle(withoutRuns(text), enough)],
  ['own-username', (candidate) => isAbout(candidate, [candidate.context.username])],
  ['own-name', (candidate) => isAbout(candidate, namesOf(candidate.context))],
  ['own-email', (candidate) => isAbout(candidate, [candidate.context.email?.split('@')[0] ?? ''])],
  ['own-organisation', (candidate) => isAbout(candidate, candidate.context.organisations)],
  ['service-word', (candidate) => isAbout(candidate, serviceWords)],
]

/** True when too little is left once these words, as they stand and one by one, are taken out of it. */
const isAbout = ({ text, enough }: Candidate, about: readonly string[]): boolean => {
  const words = about.flatMap((phrase) => [phrase, ...phrase.split(/[^\p{L}\p{N}]+/u)])
  const known = [...new Set(words.map((word) => lettersAndDigits(folded(word))))].filter((word) => word.length >= 3)
  const longestFirst = known.toSorted((a, b) => b.length - a.length)
  return [lettersAndDigits(text), lettersAndDigits(unleeted(text))].some((plain) => {
    const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ' ').replaceAll(reversed(word), ' '), plain)
    return isChanged(plain, left) && isLittle(left, enough)
  })
}

const namesOf = (context: PasswordContext) => [
  fullName(context),
  fullName({ givenName: context.familyName, familyName: context.givenName }),
]

/** A piece of at most six characters over and over, however it is cut at the end, or hardly any different characters. */
const isRepeated = (text: string, enough: number): boolean => {
  const characters = codePoints(text)
  const isPeriodic = (length: number) => characters.every((one, at) => one === characters[at % length])
  const isShortPiece = [1, 2, 3, 4, 5, 6].some((length) => characters.length >= 2 * length && isPeriodic(length))
  const singled = text.replaceAll(/(.)\1{3,}/gsu, '')
  return (
    isShortPiece ||
    new Set(characters).size < Math.min(5, characters.length) ||
    (isChanged(text, singled) && isLittle(singled, enough))
  )
}

const isChanged = (before: string, after: string) => before !== after
/** A digit weighs half: what is put beside a word is mostly a year. */
const isLittle = (rest: string, enough: number) => {
  const letters = rest.replaceAll(/[^\p{L}]/gu, '')
  const digits = rest.replaceAll(/[^\p{N}]/gu, '')
  return codePoints(letters).length + codePoints(digits).length / 2 < enough
}
const reversed = (word: string) => codePoints(word).toReversed().join('')
