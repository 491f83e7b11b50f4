import type { Db, Trx } from '../../../database/database.js'
import { lettersOf } from '../../../username-letters/listed/letters-of.js'
import { orderFirstLetter } from '../../../username-letters/order-letter.js'
import type { Origin } from '../../../context/origin.js'
import type { PersonHere } from '../find-person.js'

export type OrderedLetterAgain =
  | { readonly kind: 'ordered' }
  | { readonly kind: 'not-needed' }
  /** It is the address from which the last one came back, or there is none. */
  | { readonly kind: 'wrong-address' }

/** A letter that came back is sent once more, when the address has been put right. */
export async function orderLetterAgain(
  trx: Trx,
  input: {
    readonly person: PersonHere
    readonly organisationId: string
    readonly by: string
    readonly from: Origin
  },
): Promise<OrderedLetterAgain> {
  const { person, ...ordered } = input
  const why = await whyNoLetter(trx, person)
  if (why !== undefined) return { kind: why }
  const outcome = await orderFirstLetter(trx, { accountId: person.row.accountId, ...ordered })
  return { kind: outcome.kind === 'ordered' ? 'ordered' : 'not-needed' }
}

/** For the page that asks; the statement that orders decides. */
export async function whyNoLetter(
  db: Db,
  person: PersonHere,
): Promise<Exclude<OrderedLetterAgain['kind'], 'ordered'> | undefined> {
  if (!(await mayOrderLetter(db, person))) return 'not-needed'
  const { addressRefusedAt, street } = person.row
  return addressRefusedAt !== null || street === null ? 'wrong-address' : undefined
}

/** The last letter came back, and the person has no password and no other way in. */
export async function mayOrderLetter(db: Db, { row, isSelf }: PersonHere): Promise<boolean> {
  if (row.endedAt !== null || row.hasPassword || row.isProtected || isSelf) return false
  return (await lettersOf(db, row.accountId))[0]?.returnedAt !== undefined
}
