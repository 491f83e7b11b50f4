import type { Text } from '../../src/text/text.js'
import { longest } from '../../src/values/mistakes.js'

export type Field =
  | 'number'
  | 'givenName'
  | 'familyName'
  | 'email'
  | 'street'
  | 'postalCode'
  | 'locality'
  | 'country'
  | 'name'
  | 'code'
  | 'username'
  | 'password'

/** The same wrong values for every form, file and command, and the one sentence about each. */
export const wrongValues = ({ mistakes, login }: Text): readonly (readonly [Field, string, string])[] => [
  ['number', '900101-2386', mistakes.number['wrong-check-digit']],
  ['number', '900230-2385', mistakes.number['no-such-day']],
  ['number', '20991201-9803', mistakes.number['not-born-yet']],
  ['number', '556036-0793', mistakes.number['of-an-organisation']],
  ['number', '19900101238', mistakes.number['not-digits']],
  ['givenName', '', mistakes.missing.givenName],
  ['givenName', '12345', mistakes['no-name']],
  ['givenName', 'x'.repeat(longest.givenName + 1), mistakes['too-long'](String(longest.givenName))],
  ['givenName', 'www.evil.example', mistakes['web-address']],
  ['familyName', 'محمد', mistakes.unreadable('م (U+0645)')],
  ['familyName', '', mistakes.missing.familyName],
  ['email', 'anna@skolan', mistakes['no-email']],
  ['email', 'anna@skolan.example, bo@skolan.example', mistakes['no-email']],
  ['email', `${'x'.repeat(255)}@skolan.example`, mistakes['no-email']],
  ['street', 'x'.repeat(longest.street + 1), mistakes['too-long'](String(longest.street))],
  ['street', '17', mistakes['no-name']],
  ['street', 'Skolgatan \u2603\uE000', mistakes.unreadable('\u2603 (U+2603)')],
  ['postalCode', '0114', mistakes['no-postal-code']],
  ['postalCode', '55318 Jönköping', mistakes['no-postal-code']],
  ['locality', 'x'.repeat(longest.locality + 1), mistakes['too-long'](String(longest.locality))],
  ['locality', '12345', mistakes['no-name']],
  ['country', 'Atlantis', mistakes['no-country']],
  ['name', '', mistakes.missing.organisationName],
  ['name', 'x'.repeat(longest.organisationName + 1), mistakes['too-long'](String(longest.organisationName))],
  ['name', 'Skolan \u2603', mistakes.unreadable('\u2603 (U+2603)')],
  ['code', '123', mistakes.code],
  ['code', 'tusen', mistakes.code],
  ['username', '\u200B ', login.emptyUsername],
  ['username', 'rapport\u000010001', login.unusableUsername],
  ['username', 'x'.repeat(255), login.unusableUsername],
  ['password', 'ett\u0007två', login.controlCharacters],
  ['password', 'x'.repeat(257), login.tooLong(256)],
]
