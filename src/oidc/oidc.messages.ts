import type { Policy } from '../../config/policy.js'
import type { SignedIn } from '../login/sign-in.js'
import { passwordFault, usernameFault } from '../login/login.form.js'
import { assertNever } from '../assert-never.js'
import { clockOf } from '../text/moment.js'
import type { Text } from '../text/text.js'

/** The outcomes that show the page again; one that nobody explains does not compile. */
export type Refused = Extract<SignedIn, { kind: 'wrong' | 'locked' }>

export interface WhyRefused {
  readonly title: string
  readonly words: string
  readonly isLocked: boolean
}

/** A wrong name and a wrong password get the same words, and so do a known name and an invented one. */
export function whyRefused(text: Text, lock: Policy['lock'], outcome: Refused): WhyRefused {
  const { login } = text
  switch (outcome.kind) {
    case 'wrong': {
      const words = `${login.triesLeft(outcome.triesLeft)} ${login.wrong(lock.toleratedFailures, lock.minutes)}`
      const unsure = outcome.mayBeRight === true ? ` ${login.mayBeRight}` : ''
      return { title: login.wrongTitle, words: `${words}${unsure}`, isLocked: false }
    }
    case 'locked':
      return { title: login.lockedTitle, words: login.locked(clockOf(text, outcome.until)), isLocked: true }
    default:
      return assertNever(outcome)
  }
}

export interface Mistake {
  readonly field: 'username' | 'password'
  readonly message: string
}

/** What is said of the fields before anything is counted or compared. */
export function mistakesIn(
  { login }: Text,
  { maximumLength }: Pick<Policy['password'], 'maximumLength'>,
  typed: Readonly<Record<'username' | 'password', string>>,
): Mistake[] {
  const ofUsername = { missing: login.emptyUsername, unusable: login.unusableUsername }
  const ofPassword = {
    missing: login.emptyPassword,
    'too-long': login.tooLong(maximumLength),
    'control-characters': login.controlCharacters,
  }
  const [name, password] = [usernameFault(typed.username), passwordFault(maximumLength, typed.password)]
  return [
    ...(name === undefined ? [] : [{ field: 'username', message: ofUsername[name] } as const]),
    ...(password === undefined ? [] : [{ field: 'password', message: ofPassword[password] } as const]),
  ]
}
