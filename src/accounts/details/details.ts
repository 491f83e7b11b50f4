import { isEmailAddress } from '../email.js'

/** What is kept about a person besides the number: what letters and mails are addressed with. */
export interface Details {
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly locality: string | null
}

export const detailFields = ['givenName', 'familyName', 'email', 'street', 'postalCode', 'locality'] as const
export type DetailField = (typeof detailFields)[number]

/** The fields that differ, in the order that a form shows them. */
export function differing(one: Details, other: Details): readonly DetailField[] {
  return detailFields.filter((field) => one[field] !== other[field])
}

export type TypedDetails = Readonly<Record<DetailField, string>>

/** As it is kept: outer spaces gone, a postal code as five digits, what was left empty not there. */
export function detailsFrom(typed: TypedDetails): Details {
  const plain = (text: string) => text.normalize('NFC').trim()
  const some = (text: string) => (plain(text) === '' ? null : plain(text))
  return {
    givenName: plain(typed.givenName),
    familyName: plain(typed.familyName),
    email: some(typed.email),
    street: some(typed.street),
    postalCode: some(typed.postalCode.replaceAll(/\s/g, '')),
    locality: some(typed.locality),
  }
}

/** The fields that cannot be kept as they are. An address is whole or not there. */
export function unusable(details: Details): readonly DetailField[] {
  const { email, street, postalCode, locality } = details
  const hasAddress = [street, postalCode, locality].some((part) => part !== null)
  const isRight: Readonly<Record<DetailField, boolean>> = {
    givenName: isLine(details.givenName, 100),
    familyName: isLine(details.familyName, 100),
    email: email !== null && isEmailAddress(email),
    street: !hasAddress || (street !== null && isLine(street, 200)),
    postalCode: !hasAddress || (postalCode !== null && /^[1-9]\d{4}$/.test(postalCode)),
    locality: !hasAddress || (locality !== null && isLine(locality, 100)),
  }
  return detailFields.filter((field) => !isRight[field])
}

/** Letters and signs on one line: nothing that is not seen, and no half of a character. */
const isLine = (text: string, atMost: number) =>
  text !== '' && text.length <= atMost && !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u{FFFD}<>]/u.test(text)
