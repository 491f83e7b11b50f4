import { isEmailAddress, readEmailAddress } from '../../delivery/address.js'
import { isPlainLine, readLine, readStreet } from '../../values/line.js'
import { isPostalCode, readPostalCode } from '../../values/postal-code.js'

/** What is kept about a person besides the number: what letters and mails are addressed with. */
export interface Details {
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly locality: string | null
}

/** Where somebody is reached; what is left out stays as it is. */
export type Contact = Pick<Details, 'email'> & Partial<Pick<Details, 'street' | 'postalCode' | 'locality'>>

export const detailFields = ['givenName', 'familyName', 'email', 'street', 'postalCode', 'locality'] as const
export type DetailField = (typeof detailFields)[number]

/** The fields that differ, in the order that a form shows them. */
export function differing(one: Details, other: Details): readonly DetailField[] {
  return detailFields.filter((field) => one[field] !== other[field])
}

export type TypedDetails = Readonly<Record<DetailField, string>>

/** How each is read, wherever it is typed, pasted or listed (product.md, rule 17); what was left empty is empty. */
export const readDetail = {
  givenName: readLine,
  familyName: readLine,
  email: readEmailAddress,
  street: readStreet,
  postalCode: readPostalCode,
  locality: readLine,
} as const satisfies Record<DetailField, (typed: string) => string>

/** As it is kept: what was left empty is not there. */
export function detailsFrom(typed: TypedDetails): Details {
  const some = (field: DetailField) => readDetail[field](typed[field]) || null
  return {
    givenName: readDetail.givenName(typed.givenName),
    familyName: readDetail.familyName(typed.familyName),
    email: some('email'),
    street: some('street'),
    postalCode: some('postalCode'),
    locality: some('locality'),
  }
}

export type WhyUnusable =
  | 'missing'
  | 'too-long'
  /** Characters that no name, street or locality has. */
  | 'unreadable'
  /** A name, a street or a locality without a letter. */
  | 'no-name'
  /** A mail program would make a link of it. */
  | 'web-address'
  | 'no-email'
  | 'no-postal-code'

/** The one rule for each field, of what `readDetail` has made of it. */
export function whyUnusable(field: DetailField, text: string): WhyUnusable | undefined {
  if (text === '') return 'missing'
  if (field === 'postalCode') return isPostalCode(text) ? undefined : 'no-postal-code'
  if (text.length > longest[field]) return 'too-long'
  if (field === 'email') return isEmailAddress(text) ? undefined : 'no-email'
  if (!isPlainLine(text)) return 'unreadable'
  if (!/\p{L}/u.test(text)) return 'no-name'
  return isName(field) && isWebAddress(text) ? 'web-address' : undefined
}

const isName = (field: DetailField) => field === 'givenName' || field === 'familyName'

/** `www.`, `://`, or a dot between words in one case, as in `evil.example`: not `J.R.` and not `St.John`. */
const isWebAddress = (name: string) =>
  /:\/\/|www\.|@/iu.test(name) || /[\p{L}\p{N}-]{2,}\.(?:\p{Ll}{2,}|\p{Lu}{2,})(?!\p{L})/u.test(name)

const longest = { givenName: 80, familyName: 80, email: 254, street: 80, locality: 40 } as const

/** The fields that cannot be kept as they are. An address is whole or not there. */
export function unusable(details: Details): readonly DetailField[] {
  const { street, postalCode, locality } = details
  const hasAddress = [street, postalCode, locality].some((part) => part !== null)
  const isAsked = (field: DetailField) => hasAddress || !['street', 'postalCode', 'locality'].includes(field)
  return detailFields.filter((field) => isAsked(field) && whyUnusable(field, details[field] ?? '') !== undefined)
}
