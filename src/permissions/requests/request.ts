/**
 * Whoever is signed in may ask for a permission, and an administrator of that organisation answers with a click, or
 * declines with a reason. There is one open request for each account, organisation and service.
 */
export interface PermissionRequest {
  readonly id: string
  readonly accountId: string
  /** Undefined for a person with protected identity, who is shown to nobody (product.md, rule 12). */
  readonly name: string | undefined
  readonly email: string | undefined
  readonly organisation: { readonly id: string; readonly name: string }
  readonly service: { readonly code: string; readonly sv: string; readonly en: string }
  readonly words: string
  readonly askedAt: Date
  readonly answer: Answer | undefined
}

export interface Answer {
  readonly kind: 'granted' | 'declined' | 'withdrawn'
  readonly at: Date
  /** Undefined when whoever answered has protected identity. */
  readonly by: string | undefined
  readonly reason: string | undefined
}

export const longestWords = 500

/** Who has this many open asks no more until one is answered: no list of codes is read out this way. */
export const mostOpen = 5

/** A few sentences, on several lines if need be; none at all is for the reader to allow. */
export function isUsable(words: string): boolean {
  return words.length <= longestWords && !/[\p{Cs}\p{Cn}\u{FFFD}]|(?!\n)\p{Cc}/u.test(words)
}

/** As it is kept: line ends of one kind, nothing around it. */
export function tidied(typed: string): string {
  return typed.normalize('NFC').replaceAll('\r\n', '\n').trim()
}
