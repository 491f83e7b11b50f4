import { isEmailAddress, readEmailAddress } from '../../delivery/address.js'
import { readLine, readStreet } from '../../values/line.js'
import { sweden } from '../../text/country.js'
import type { Text } from '../../text/text.js'
import { sentenceFor, whyNotLine, type WhyUnusable } from '../../values/mistakes.js'
import type { Names } from '../../values/names.js'
import { isCountry, readCountry } from '../../values/country.js'
import { readPostalCode, whyNotPostalCode } from '../../values/postal-code.js'

/** What is kept about a person besides the number: what letters and mails are addressed with. */
export interface Details extends Names {
  readonly email: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly locality: string | null
  /** Two letters; Sweden when there is no address. */
  readonly country: string
}

/** Where somebody is reached; what is left out stays as it is. */
export type Contact = Pick<Details, 'email'> & Partial<Omit<Details, keyof Names | 'email'>>

export const detailFields = ['givenName', 'familyName', 'email', 'street', 'postalCode', 'locality', 'country'] as const
export type DetailField = (typeof detailFields)[number]

/** The fields that differ, in the order that a form shows them. */
export function differing(one: Details, other: Details): readonly DetailField[] {
  return detailFields.filter((field) => one[field] !== other[field])
}

export type TypedDetails = Readonly<Record<DetailField | 'hasOneName', string>>

/** How each is read, wherever it is typed, pasted or listed (product.md, rule 17); what was left empty is empty. */
export const readDetail = {
  givenName: readLine,
  familyName: readLine,
  email: readEmailAddress,
  street: readStreet,
  postalCode: readPostalCode,
  locality: readLine,
  country: readCountry,
} as const satisfies Record<DetailField, (typed: string, country?: string) => string>

/** One of the two names may be left out when it is ticked that the person has one only; otherwise both are asked for. */
export function namesFrom(typed: Pick<TypedDetails, 'givenName' | 'familyName' | 'hasOneName'>): Names {
  const givenName = readDetail.givenName(typed.givenName)
  const familyName = readDetail.familyName(typed.familyName)
  const isOneLeftOut = (givenName === '') !== (familyName === '')
  if (typed.hasOneName !== 'ja' || !isOneLeftOut) return { givenName, familyName }
  return { givenName: givenName || null, familyName: familyName || null }
}

/** As a form shows that one was left out. */
export function oneNameTick({ givenName, familyName }: Names): '' | 'ja' {
  return givenName === null || familyName === null ? 'ja' : ''
}

/** As it is kept: what was left empty is not there. */
export function detailsFrom(typed: TypedDetails): Details {
  const country = readDetail.country(typed.country)
  const some = (field: DetailField) => readDetail[field](typed[field], country) || null
  return {
    ...namesFrom(typed),
    email: some('email'),
    street: some('street'),
    postalCode: some('postalCode'),
    locality: some('locality'),
    country,
  }
}

/** The one rule for each field, of what `readDetail` has made of it; a postal code is judged by its country. */
export function whyUnusable(field: DetailField, text: string, country: string = sweden): WhyUnusable | undefined {
  if (field === 'postalCode') return whyNotPostalCode(text, country)
  if (field === 'country') return isCountry(text) ? undefined : 'no-country'
  if (text === '') return 'missing'
  if (field === 'email') return isEmailAddress(text) ? undefined : 'no-email'
  return whyNotLine(field, text)
}

/** What is wrong with a field of a form, where the two names and the tick beside them are judged together. */
export function whyWrong(field: DetailField, typed: TypedDetails): WhyUnusable | undefined {
  const country = readDetail.country(typed.country)
  const value = readDetail[field](typed[field], country)
  if (field !== 'givenName' && field !== 'familyName') return whyUnusable(field, value, country)
  if (namesFrom(typed)[field] === null) return undefined
  const together = whyNotNames(typed)
  if (together?.field === field) return together.why
  return together !== undefined && value === '' ? undefined : whyUnusable(field, value)
}

/** One mistake in one sentence, though it lies in two fields; undefined when each name is judged by itself. */
const whyNotNames = (
  typed: TypedDetails,
): { readonly field: 'givenName' | 'familyName'; readonly why: WhyUnusable } | undefined => {
  const hasGiven = readDetail.givenName(typed.givenName) !== ''
  const hasFamily = readDetail.familyName(typed.familyName) !== ''
  const isTicked = typed.hasOneName === 'ja'
  if (hasGiven !== hasFamily)
    return isTicked ? undefined : { field: hasGiven ? 'familyName' : 'givenName', why: 'needs-tick' }
  if (!isTicked) return undefined
  return hasGiven ? { field: 'familyName', why: 'two-names' } : { field: 'givenName', why: 'neither-name' }
}

/** The fields that cannot be kept as they are. An address is whole or not there. */
export function unusable(typed: TypedDetails): readonly DetailField[] {
  const { street, postalCode, locality, country } = detailsFrom(typed)
  const hasAddress = country !== sweden || [street, postalCode, locality].some((part) => part !== null)
  const isAsked = (field: DetailField) => hasAddress || !['street', 'postalCode', 'locality'].includes(field)
  return detailFields.filter((field) => isAsked(field) && whyWrong(field, typed) !== undefined)
}

/** The one sentence that says why a field cannot be kept, of what was typed in it. */
export function whyNotDetail(text: Text, field: DetailField, typed: TypedDetails): string {
  const value = readDetail[field](typed[field], readDetail.country(typed.country))
  return sentenceFor(text, { kind: field, why: whyWrong(field, typed) ?? 'missing', value })
}
