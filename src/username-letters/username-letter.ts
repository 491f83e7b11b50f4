/**
 * The letter with the username (product.md, rule 6): ordered when somebody gets an account, posted by the agency, and
 * the initial one-time password follows by mail some days later. It tells neither number nor password.
 *
 *   ordered    on its way; an account has at most one such letter
 *   posted     handed to the post; a one-time password is ordered for who has not chosen a password
 *   returned   came back: the address was wrong
 */
export interface UsernameLetter {
  readonly id: string
  readonly accountId: string
  /** Where the person was added; undefined when the agency itself ordered it. */
  readonly organisationId: string | undefined
  readonly orderedAt: Date
  readonly postedAt: Date | undefined
  readonly returnedAt: Date | undefined
}

/** A letter as it is printed. */
export interface PrintedLetter extends UsernameLetter {
  readonly username: string
  readonly language: 'sv' | 'en'
  readonly organisation: string | undefined
  /** Undefined for a protected identity: such a letter goes another way, and nothing here tells where. */
  readonly recipient: Recipient | undefined
}

export interface Recipient {
  readonly name: string
  readonly street: string | undefined
  readonly postalCode: string | undefined
  readonly locality: string | undefined
}
