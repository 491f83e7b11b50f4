import { isBlank } from '../values/characters.js'
import { codePoints } from '../accounts/password-forms.js'
import { normalised } from '../accounts/password-rules.js'

/**
 * What can be said of a name or a password before anything is counted or compared: it is empty, or it holds what
 * nobody can have meant. Nothing is trimmed or cut, and what is refused here costs no attempt, in any form: no account
 * has such a name or such a password, so nothing is learnt by it.
 */
const mostUsername = 254
const mostPasswordBytes = 1024

export type UsernameFault = 'missing' | 'unusable'
export type PasswordFault = 'missing' | 'too-long' | 'control-characters'

export function usernameFault(typed: string): UsernameFault | undefined {
  if (isBlank(typed)) return 'missing'
  return typed.length > mostUsername || hasControlCharacters(typed) ? 'unusable' : undefined
}

/** @param most characters in a password, as the policy has it */
export function passwordFault(most: number, typed: string): PasswordFault | undefined {
  if (typed === '') return 'missing'
  if (Buffer.byteLength(typed) > mostPasswordBytes || codePoints(normalised(typed)).length > most) return 'too-long'
  return hasControlCharacters(typed) ? 'control-characters' : undefined
}

/** No keyboard sends one into a field of one line. */
const hasControlCharacters = (typed: string) => /\p{Cc}/u.test(typed)
