import { isBlank } from '../values/characters.js'
import { passwordFault, usernameFault } from '../login/login.form.js'
import { assertNever } from '../assert-never.js'
import { mayBeResetCode } from '../one-time-passwords/one-time-password.js'
import type { Text } from '../text/text.js'
import type { Message } from './kiosk.messages.js'

/** What a page says of a field before anything is counted or compared; see login/login.form.ts. */
export function usernameMistake({ login }: Text, username: string): Message[] {
  const fault = usernameFault(username)
  switch (fault) {
    case undefined:
      return []
    case 'missing':
      return [{ field: 'username', message: login.emptyUsername, code: 'NAMN-SAKNAS' }]
    case 'unusable':
      return [{ field: 'username', message: login.unusableUsername, code: 'NAMN-TECKEN' }]
    default:
      return assertNever(fault)
  }
}

/** @param missing the sentence for an empty field: another one where a new password is chosen */
export function passwordMistake({ login }: Text, most: number, password: string, missing: string): Message[] {
  const fault = passwordFault(most, password)
  switch (fault) {
    case undefined:
      return []
    case 'missing':
      return [{ field: 'password', message: missing, code: 'LOSEN-SAKNAS' }]
    case 'too-long':
      return [{ field: 'password', message: login.tooLong(most), code: 'LOSEN-LANGT' }]
    case 'control-characters':
      return [{ field: 'password', message: login.controlCharacters, code: 'LOSEN-TECKEN' }]
    default:
      return assertNever(fault)
  }
}

/** Anything that cannot be a code does not cost a try. */
export function codeMistake(text: Text, code: string): Message[] {
  const { kiosk } = text
  if (isBlank(code)) return [{ field: 'code', message: kiosk.missingCode, code: 'KOD-SAKNAS' }]
  return mayBeResetCode(code) ? [] : [{ field: 'code', message: kiosk.unusableCode, code: 'KOD-TECKEN' }]
}
