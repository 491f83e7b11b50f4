/**
 * The letter with the username (product.md, rule 6): ordered when somebody gets an account, posted by the agency, and
 * the initial one-time password follows by mail some days later. It tells neither number nor password.
 *
 *   ordered ──post────▶ posted ──comes back──▶ returned
 *      │ ▲                 └───────┬───────────────┘
 *   withhold release               └──order anew──▶ a letter of its own, ordered
 *      ▼ │
 *   withheld
 *
 *   ordered    waits to be printed and posted; an account has at most one such letter
 *   withheld   waits, and is neither printed nor posted; an officer has said why
 *   posted     handed to the post; a one-time password is ordered for who has not chosen a password
 *   returned   came back: the address was wrong, which is told to who administers the person until it is another
 *
 * Only what has an address is printed or posted. Of a protected identity that is the forwarding address which an
 * officer has written for this one letter. Nobody acts on a letter of their own.
 */
export interface UsernameLetter {
  readonly id: string
  readonly accountId: string
  /** Where the person was added; undefined when the agency itself ordered it. */
  readonly organisationId: string | undefined
  readonly orderedAt: Date
  readonly postedAt: Date | undefined
  readonly returnedAt: Date | undefined
  readonly withheldAt: Date | undefined
}

export type LetterState = 'ordered' | 'withheld' | 'posted' | 'returned'

export function stateOf({ postedAt, returnedAt, withheldAt }: Omit<UsernameLetter, 'id' | 'accountId'>): LetterState {
  if (returnedAt !== undefined) return 'returned'
  if (postedAt !== undefined) return 'posted'
  return withheldAt === undefined ? 'ordered' : 'withheld'
}

/** A letter as officers list it. */
export interface ListedLetter extends UsernameLetter {
  readonly username: string
  readonly language: 'sv' | 'en'
  readonly organisation: string | undefined
  readonly printedAt: Date | undefined
  /** It has an address to be sent to, its own or a forwarding one. */
  readonly isAddressed: boolean
  /** Undefined for a protected identity: such a letter goes another way, and nothing here tells where. */
  readonly recipient: Recipient | undefined
}

export interface Recipient {
  readonly name: string
  readonly street: string | undefined
  readonly postalCode: string | undefined
  readonly locality: string | undefined
  readonly country: string
}

/** A letter as it is put on paper: what stands in the window, and inside. */
export interface PrintedLetter {
  readonly id: string
  readonly username: string
  readonly language: 'sv' | 'en'
  readonly organisation: string | undefined
  /** Undefined for a protected identity, which has no name anywhere on it. */
  readonly name: string | undefined
  readonly address: readonly string[]
  /** They have chosen a password, so that no one-time password follows. */
  readonly hasPassword: boolean
}

/** By which a paper is found again: on the letter and in the list that covers a batch. */
export function referenceOf(letterId: string): string {
  return letterId.slice(0, 8).toUpperCase()
}
