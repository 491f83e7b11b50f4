import { nameOf, unreadableIn } from '../../../values/line.js'
import type { NewPerson } from '../../../accounts/create-account.js'
import { mistakesIn, tidyPerson, type PersonField, type PersonMistake } from '../../add/typed-person.js'

type Detail = Exclude<PersonField, 'emailAgain'>
export type WhyNoPerson = Exclude<PersonMistake['why'], 'differs'>

export interface ReadPerson {
  readonly details: Omit<NewPerson, 'personalIdentityNumber'>
  readonly mistakes: readonly {
    readonly column: Detail
    readonly why: WhyNoPerson
    readonly words?: readonly string[]
  }[]
}

/** Who somebody new is, tidied and judged as when one person is added; a list has the address once. */
export function readPerson(typed: Readonly<Record<Detail, string>>): ReadPerson {
  const { givenName, familyName, email, street, postalCode, locality } = tidyPerson({
    ...typed,
    emailAgain: typed.email,
  })
  const person = { givenName, familyName, email, emailAgain: email, street, postalCode, locality }
  return {
    details: { givenName, familyName, email, street, postalCode, locality },
    mistakes: mistakesIn(person).flatMap(({ field: column, why }) =>
      column === 'emailAgain' || why === 'differs'
        ? []
        : [{ column, why, ...(why === 'unreadable' && { words: [nameOf(unreadableIn(person[column]) ?? '')] }) }],
    ),
  }
}
