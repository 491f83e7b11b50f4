import type { Trx } from '../database/database.js'
import type { LetterAct } from './act-on-letter.js'
import { orderUsernameLetter, type OrderedLetter } from './order-letter.js'
import { selectForAnew } from './username-letters.queries.js'

export type OrderedAnew =
  | OrderedLetter
  /** It was never posted, is the officer's own, is not there, or the account has ended. */
  | { readonly kind: 'not-so-any-more' }

/** A letter that was posted, or came back, is ordered once more: it goes to the address that the person has by then. */
export async function orderAnew(trx: Trx, { letterId, by, from }: LetterAct): Promise<OrderedAnew> {
  const former = await selectForAnew(trx, { letterId, by })
  if (former === undefined) return { kind: 'not-so-any-more' }
  const { accountId, organisationId } = former
  return await orderUsernameLetter(trx, {
    accountId,
    ...(organisationId !== null && { organisationId }),
    by,
    from,
  })
}
