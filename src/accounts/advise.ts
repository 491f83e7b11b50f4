import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import type { Policy } from '../../config/policy.js'
import type { accounts as words } from '../text/sv/accounts.js'
import type { Text } from '../text/text.js'
import { codePoints } from './password-forms.js'
import { normalised, weaknesses, type PasswordContext, type Weakness } from './password-rules.js'
import { swedishWords } from './swedish-words.js'

/**
 * Advice while a password is typed: what our rules refuse, and what zxcvbn thinks a guesser would try. Only the rules
 * decide; the strength is a hint.
 */
export interface Advice {
  /** No rule refuses it. */
  readonly isGood: boolean
  /** 0 to 4; at most 1 while a rule refuses it. */
  readonly strength: number
  readonly weaknesses: readonly Weakness[]
  readonly hints: readonly Hint[]
}

/** zxcvbn's reasons and suggestions, by its names for them. */
export type Hint = keyof (typeof words)['hints']

export function advise(password: string, context: PasswordContext, policy: Pick<Policy, 'password'>): Advice {
  const found = weaknesses(password, context, policy)
  const isGood = found.length === 0
  const { score, feedback } = estimator().check(beginningOf(password), aboutPerson(context))
  const hints = [feedback.warning, ...feedback.suggestions].filter((hint) => hint !== null)
  return { isGood, strength: isGood ? score : Math.min(score, 1), weaknesses: found, hints: hints.filter(isTold) }
}

/** The hints as a person reads them. */
export function hintsIn({ accounts }: Text, advice: Advice): string[] {
  return advice.hints.map((hint) => accounts.hints[hint])
}

/** Estimating takes longer the longer the password is, on the thread that answers everybody. */
const estimatedCharacters = 32

const beginningOf = (password: string) =>
  codePoints(normalised(password.slice(0, 4 * estimatedCharacters)))
    .slice(0, estimatedCharacters)
    .join('')

const aboutPerson = ({ username, givenName, familyName, email, organisations }: PasswordContext) => [
  username,
  ...[givenName, familyName].filter((name) => name !== null),
  ...(email?.split('@') ?? []),
  ...organisations.flatMap((name) => [name, ...name.split(/\s+/)]),
]

/** Read once, when somebody first asks: it holds a hundred thousand words. */
const estimator = () =>
  (made ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, 'commonWords-en': english['commonWords-en'] ?? [], 'words-sv': [...swedishWords] },
    graphs: adjacencyGraphs,
  }))
let made: ZxcvbnFactory | undefined

/** Not what the rules tell already, and nothing about capitals and signs, which make no password good. */
const toldHints = {
  straightRow: true,
  keyPattern: true,
  simpleRepeat: true,
  extendedRepeat: true,
  sequences: true,
  recentYears: true,
  dates: true,
  topTen: true,
  topHundred: true,
  common: true,
  similarToCommon: true,
  wordByItself: true,
  namesByThemselves: true,
  commonNames: true,
  userInputs: true,
  l33t: true,
  reverseWords: true,
  associatedYears: true,
  repeated: true,
  longerKeyboardPattern: true,
  anotherWord: true,
  useWords: true,
} as const satisfies Record<Hint, true>

const isTold = (hint: string): hint is Hint => Object.hasOwn(toldHints, hint)
