import { isEmailAddress } from '../../delivery/address.js'
import { whyNotLine } from '../../values/mistakes.js'

/** Kontaktperson: whom a school or municipality calls at the agency; the responsible ones stand out. */
export interface Contact {
  /** Names what a reader has seen: a changed contact has another. */
  readonly id: string
  readonly name: string
  readonly telephone: string | null
  readonly email: string | null
  readonly isResponsible: boolean
}

export type NewContact = Omit<Contact, 'id'>

export const contactFaults = ['name', 'telephone', 'email', 'nothing'] as const
/** What cannot be kept; `nothing`: neither telephone nor e-mail. */
export type ContactFault = (typeof contactFaults)[number]

export function faultsInContact({ name, telephone, email }: NewContact): readonly ContactFault[] {
  const isRight: Readonly<Record<ContactFault, boolean>> = {
    name: whyNotLine('fullName', name) === undefined,
    telephone: telephone === null || isTelephone(telephone),
    email: email === null || isEmailAddress(email),
    nothing: telephone !== null || email !== null,
  }
  return contactFaults.filter((fault) => !isRight[fault])
}

/** As people write it: digits, with spaces, hyphens and parentheses, a plus in front. */
const isTelephone = (written: string): boolean =>
  /^\+?[\d ()-]{5,30}$/.test(written) && written.replaceAll(/\D/g, '').length >= 5

/** As a telephone dials it (RFC 3966); without a country it is Swedish. */
export function dialledFrom(telephone: string): `+${string}` {
  const digits = telephone.replaceAll(/\D/g, '')
  return telephone.startsWith('+') ? `+${digits}` : `+46${digits.replace(/^0/, '')}`
}
