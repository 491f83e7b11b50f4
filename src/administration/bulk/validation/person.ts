import { nameOf, readLine, unreadableIn } from '../../../values/line.js'
import type { NewPerson } from '../../../accounts/create-account.js'
import { namesFrom } from '../../../accounts/details/details.js'
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
  const person = tidyPerson({ ...withOneName(typed), emailAgain: typed.email })
  const { email, street, postalCode, locality, country } = person
  return {
    details: { ...namesFrom(person), email, street, postalCode, locality, country },
    mistakes: mistakesIn(person).flatMap(({ field: column, why }) =>
      column === 'emailAgain' || why === 'differs'
        ? []
        : [
            {
              column,
              why: whyInList(why),
              ...(why === 'unreadable' && { words: [nameOf(unreadableIn(person[column]) ?? '')] }),
            },
          ],
    ),
  }
}

/** A list has no box to tick: it has the dash. */
const whyInList = (why: WhyNoPerson): WhyNoPerson => (why === 'needs-tick' ? 'missing' : why)

/** A dash in place of one of the names says that there is none; an empty cell says nothing. */
const withOneName = <Typed extends Readonly<Record<'givenName' | 'familyName', string>>>(typed: Typed) => {
  const [hasNoGiven, hasNoFamily] = [isDash(typed.givenName), isDash(typed.familyName)]
  return {
    ...typed,
    ...(hasNoGiven && { givenName: '' }),
    ...(hasNoFamily && { familyName: '' }),
    hasOneName: hasNoGiven || hasNoFamily ? 'ja' : '',
  }
}

const isDash = (cell: string) => /^\p{Dash}$/u.test(readLine(cell))
