import { createAccount, type NewPerson } from '../../../accounts/create-account.js'
import { findByNumber, findByUsername } from '../../../accounts/find.js'
import { record } from '../../../audit/record.js'
import { besideTheAct } from '../../../database/begin.js'
import type { Db, Trx } from '../../../database/database.js'
import { today } from '../../../database/today.js'
import { grantPermission, type GrantRefusal } from '../../../permissions/grants/grant-permission.js'
import type { LocalDate } from '../../../permissions/grants/grant.js'
import { tellOfAct } from '../../../permissions/changes/tell-of-act.js'
import { orderFirstLetter } from '../../../username-letters/order-letter.js'
import type { Origin } from '../../../context/origin.js'

/** Whom an officer names: somebody who is here, or somebody new with all that a letter and a mail need. */
export type Named = { readonly accountId: string } | { readonly person: NewPerson }

export interface Giving {
  readonly to: Named
  readonly organisationId: string
  readonly service: string
  readonly validFrom: LocalDate
  readonly validTo?: LocalDate
  readonly by: string
  readonly from: Origin
  readonly act: string
}

export type Given = { readonly kind: 'granted' } | { readonly kind: GrantRefusal | 'in-the-past' }

/**
 * A permission for a service that the agency keeps (product.md, rule 1), by the use case of administrators. Somebody
 * new gets an account and a letter with the username, and the one-time password days later (rule 6).
 */
export async function giveForAgency(trx: Trx, input: Giving): Promise<Given> {
  const { to, by, from, ...grant } = input
  if (input.validFrom < (await today(trx))) return { kind: 'in-the-past' }
  const accountId = 'accountId' in to ? to.accountId : await accountOf(trx, { person: to.person, by, from })
  const outcome = await grantPermission(trx, { ...grant, accountId, by, from })
  if (outcome.kind !== 'granted') return { kind: outcome.kind }
  await orderFirstLetter(trx, { accountId, organisationId: input.organisationId, by, from })
  await tellOfAct(trx, input)
  return { kind: 'granted' }
}

export type FoundPerson =
  | { readonly kind: 'known'; readonly accountId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ended' }

/** By number, which is noted, or by username. */
export async function findForGiving(
  db: Db,
  search: ({ readonly number: string } | { readonly username: string }) & {
    readonly organisationId: string
    readonly by: string
    readonly from: Origin
  },
): Promise<FoundPerson> {
  if ('username' in search) {
    const account = await findByUsername(db, search.username)
    if (account === undefined) return { kind: 'unknown' }
    return account.isEnded ? { kind: 'ended' } : { kind: 'known', accountId: account.id }
  }
  const found = await findByNumber(db, search.number)
  const { by, from, organisationId } = search
  const about = found?.accountId
  const event = { kind: 'number-checked', by, about, organisation: organisationId } as const
  await besideTheAct(async () => await db.transaction().execute(async (trx) => await record(trx, from, event)))
  if (found === undefined) return { kind: 'unknown' }
  return found.isEnded ? { kind: 'ended' } : { kind: 'known', accountId: found.accountId }
}

const accountOf = async (
  trx: Trx,
  input: { readonly person: NewPerson; readonly by: string; readonly from: Origin },
): Promise<string> => {
  const created = await createAccount(trx, input)
  // Only a username that somebody wished for can be taken.
  if (created.kind === 'username-taken') throw new Error('A drawn username was taken.')
  return created.accountId
}
