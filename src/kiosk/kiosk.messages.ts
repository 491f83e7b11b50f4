import { hintsIn, type Advice } from '../accounts/advise.js'
import type { Weakness } from '../accounts/password-rules.js'
import type { Policy } from '../../config/policy.js'
import { clockOf } from '../text/moment.js'
import type { Text } from '../text/text.js'
import { assertNever } from '../assert-never.js'
import type { ChosenPassword } from './choose-password.js'
import type { EnteredCode } from './enter-code.js'
import type { ProvedPassword } from './prove-password.js'

/** What a page says was wrong, with the short code that support can be told. */
export type Message = FieldMessage | Refusal

export interface FieldMessage {
  readonly field: 'username' | 'password' | 'code'
  readonly message: string
  readonly code: string
}

/** Of what was sent as a whole: which of the fields was wrong is told to nobody. */
export interface Refusal {
  readonly field?: undefined
  readonly title: string
  readonly message: string
  readonly code: string
}

type Refused<Outcome> = Exclude<Outcome, { readonly kind: 'proved' | 'changed' | 'out-of-turn' | 'limited' | 'full' }>

export function whyNotProved(text: Text, policy: Policy, outcome: Refused<ProvedPassword>): Message {
  const { toleratedFailures, minutes } = policy.lock
  switch (outcome.kind) {
    case 'wrong': {
      const unsure = outcome.mayBeRight === true ? ` ${text.login.mayBeRight}` : ''
      const message = `${text.kiosk.wrong(toleratedFailures, minutes, outcome.triesLeft)}${unsure}`
      return { title: text.kiosk.wrongTitle, message, code: 'KIOSK-FEL' }
    }
    case 'locked': {
      const message = text.kiosk.locked(clockOf(text, outcome.until))
      return { title: text.kiosk.lockedTitle, message, code: 'KIOSK-SPARR' }
    }
    default:
      return assertNever(outcome)
  }
}

export function whyCodeRefused(text: Text, outcome: Refused<EnteredCode>): Message {
  switch (outcome.kind) {
    case 'wrong':
      return { field: 'code', message: text.kiosk.wrongCode(outcome.triesLeft), code: 'KOD-FEL' }
    case 'spent':
      return { field: 'code', message: text.kiosk.spentCode, code: 'KOD-SLUT' }
    default:
      return assertNever(outcome)
  }
}

export function whyNotChosen(text: Text, outcome: Refused<ChosenPassword>): readonly Message[] {
  const { kiosk } = text
  switch (outcome.kind) {
    case 'weak':
      return outcome.weaknesses.map((weakness) => ({ field: 'password', ...whyWeak(text, weakness) }))
    case 'same-as-present':
      return [{ field: 'password', message: kiosk.sameAsPresent, code: 'LOSEN-SAMMA' }]
    case 'same-as-code':
      return [{ field: 'password', message: kiosk.sameAsCode, code: 'LOSEN-KOD' }]
    default:
      return assertNever(outcome)
  }
}

/** Each weakness has its own reason, and what to do about it (security.md R-05). */
export function whyWeak({ kiosk }: Text, weakness: Weakness): { readonly message: string; readonly code: string } {
  switch (weakness.kind) {
    case 'too-short':
      return { message: kiosk.tooShort(weakness.minimum), code: 'LOSEN-KORT' }
    case 'too-long':
      return { message: kiosk.weakTooLong(weakness.maximum), code: 'LOSEN-LANGT' }
    case 'common':
      return { message: kiosk.common, code: 'LOSEN-VANLIGT' }
    case 'repeated':
      return { message: kiosk.repeated, code: 'LOSEN-UPPREPAT' }
    case 'keyboard-walk':
      return { message: kiosk.keyboardWalk, code: 'LOSEN-TANGENT' }
    case 'sequence':
      return { message: kiosk.sequence, code: 'LOSEN-FOLJD' }
    case 'own-username':
      return { message: kiosk.ownUsername, code: 'LOSEN-ANV' }
    case 'own-name':
      return { message: kiosk.ownName, code: 'LOSEN-NAMN' }
    case 'own-email':
      return { message: kiosk.ownEmail, code: 'LOSEN-EPOST' }
    case 'own-organisation':
      return { message: kiosk.ownOrganisation, code: 'LOSEN-SKOLA' }
    case 'service-word':
      return { message: kiosk.serviceWord, code: 'LOSEN-TJANST' }
    default:
      return assertNever(weakness)
  }
}

/** What the page's script shows while somebody types. */
export interface TypedAdvice {
  readonly advice: readonly string[]
  readonly isGood: boolean
  /** 0 to 4. */
  readonly strength: number
}

/** The rules first, since they decide; then a hint or two. More than three sentences nobody reads while typing. */
export function adviceIn(text: Text, advice: Advice): TypedAdvice {
  const { isGood, strength } = advice
  const rules = isGood ? [text.kiosk.goodEnough] : advice.weaknesses.map((weakness) => whyWeak(text, weakness).message)
  return { advice: [...rules, ...hintsIn(text, advice)].slice(0, 3), isGood, strength }
}

/** Nothing to say, because nobody is choosing a password just now. */
export const noAdvice: TypedAdvice = { advice: [], isGood: false, strength: 0 }
