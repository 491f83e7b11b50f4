import { isEmailAddress } from '../../accounts/email.js'
import { isPlainLine, isPostalCode } from '../../organisations/organisation.js'

/** What is asked about a new person, tidied: outer and doubled spaces gone, letters composed, the postal code bare. */
export interface TypedPerson {
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly emailAgain: string
  readonly street: string
  readonly postalCode: string
  readonly locality: string
}

export const personFields = [
  'givenName',
  'familyName',
  'email',
  'emailAgain',
  'street',
  'postalCode',
  'locality',
] as const satisfies readonly (keyof TypedPerson)[]

export type PersonField = (typeof personFields)[number]

export interface PersonMistake {
  readonly field: PersonField
  readonly why:
    | 'missing'
    | 'too-long'
    /** Characters that no name, street or locality has. */
    | 'unreadable'
    /** A name without a letter. */
    | 'no-name'
    | 'no-email'
    | 'differs'
    | 'no-postal-code'
}

export function tidyPerson(typed: Readonly<Record<PersonField, string>>): TypedPerson {
  return {
    givenName: line(typed.givenName),
    familyName: line(typed.familyName),
    email: line(typed.email),
    emailAgain: line(typed.emailAgain),
    street: line(typed.street),
    postalCode: line(typed.postalCode).replace(/^SE?-/i, '').replaceAll(' ', ''),
    locality: line(typed.locality),
  }
}

/** All that is wrong, in the order of the fields. */
export function mistakesIn(person: TypedPerson): readonly PersonMistake[] {
  return personFields.flatMap((field) => {
    const why = whyWrong(person, field)
    return why === undefined ? [] : [{ field, why }]
  })
}

const longest = { givenName: 80, familyName: 80, email: 254, emailAgain: 254, street: 80, postalCode: 5, locality: 40 }

const whyWrong = (person: TypedPerson, field: PersonField): PersonMistake['why'] | undefined => {
  const text = person[field]
  if (text === '') return 'missing'
  if (field === 'postalCode') return isPostalCode(text) && !text.startsWith('0') ? undefined : 'no-postal-code'
  if (text.length > longest[field]) return 'too-long'
  if (field === 'email') return isEmailAddress(text) ? undefined : 'no-email'
  if (field === 'emailAgain') return text.toLowerCase() === person.email.toLowerCase() ? undefined : 'differs'
  if (!isPlainLine(text)) return 'unreadable'
  return /\p{L}/u.test(text) ? undefined : 'no-name'
}

/** Tabs and the like are not spaces that somebody meant: they stay, and are told of. */
const line = (typed: string): string =>
  typed
    .normalize('NFC')
    .replaceAll(/[ \u00A0]+/g, ' ')
    .trim()
