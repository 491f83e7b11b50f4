import { readDetail, whyWrong as whyWrongDetail } from '../../accounts/details/details.js'
import type { WhyUnusable } from '../../values/mistakes.js'

/** What is asked about a new person, as accounts/details reads it. */
export interface TypedPerson {
  readonly givenName: string
  readonly familyName: string
  /** `ja` when one of the two is left out because there is none. */
  readonly hasOneName: string
  readonly email: string
  readonly emailAgain: string
  readonly street: string
  readonly postalCode: string
  readonly locality: string
  readonly country: string
}

export const personFields = [
  'givenName',
  'familyName',
  'email',
  'emailAgain',
  'street',
  'postalCode',
  'locality',
  'country',
] as const satisfies readonly (keyof TypedPerson)[]

export type PersonField = (typeof personFields)[number]

export interface PersonMistake {
  readonly field: PersonField
  readonly why: WhyUnusable | 'differs'
}

export function tidyPerson(typed: Readonly<Record<PersonField | 'hasOneName', string>>): TypedPerson {
  const country = readDetail.country(typed.country)
  return {
    givenName: readDetail.givenName(typed.givenName),
    familyName: readDetail.familyName(typed.familyName),
    hasOneName: typed.hasOneName === 'ja' ? 'ja' : '',
    email: readDetail.email(typed.email),
    emailAgain: readDetail.email(typed.emailAgain),
    street: readDetail.street(typed.street),
    postalCode: readDetail.postalCode(typed.postalCode, country),
    locality: readDetail.locality(typed.locality),
    country,
  }
}

/** All that is wrong, in the order of the fields. */
export function mistakesIn(person: TypedPerson): readonly PersonMistake[] {
  return personFields.flatMap((field) => {
    const why = whyWrong(person, field)
    return why === undefined ? [] : [{ field, why }]
  })
}

const whyWrong = (person: TypedPerson, field: PersonField): PersonMistake['why'] | undefined => {
  if (field !== 'emailAgain') return whyWrongDetail(field, person)
  if (person.emailAgain === '') return 'missing'
  return person.emailAgain.toLowerCase() === person.email.toLowerCase() ? undefined : 'differs'
}
