import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { insertLetter, lacksLetter, markUnprinted } from './username-letters.queries.js'
import type { OrderUsernameLetter } from './username-letters.queries.js'

export type { OrderUsernameLetter } from './username-letters.queries.js'

export type OrderedLetter =
  | { readonly kind: 'ordered'; readonly letterId: string }
  /** One is waiting to be posted already, and it is enough. */
  | { readonly kind: 'on-its-way' }

export async function orderUsernameLetter(trx: Trx, input: OrderUsernameLetter): Promise<OrderedLetter> {
  const letterId = await insertLetter(trx, input)
  if (letterId === undefined) return { kind: 'on-its-way' }
  await record(trx, input.from, {
    kind: 'username-letter-ordered',
    by: input.by,
    about: input.accountId,
    organisation: input.organisationId,
  })
  return { kind: 'ordered', letterId }
}

/** For whoever is added: a letter, unless the person has a password, or a letter that did not come back. */
export async function orderFirstLetter(
  trx: Trx,
  input: OrderUsernameLetter,
): Promise<OrderedLetter | { readonly kind: 'not-needed' }> {
  return (await lacksLetter(trx, input.accountId)) ? await orderUsernameLetter(trx, input) : { kind: 'not-needed' }
}

/**
 * For somebody whose account was another's to prepare: whatever letters went out before, one goes to the address that the
 * person has now. One that waits is printed anew.
 */
export async function orderLetterAfresh(trx: Trx, input: OrderUsernameLetter): Promise<OrderedLetter> {
  await markUnprinted(trx, input.accountId)
  return await orderUsernameLetter(trx, input)
}
