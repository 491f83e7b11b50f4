import { createAccount, type NewPerson } from '../../accounts/create-account.js'
import { findByNumber } from '../../accounts/find.js'
import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { today } from '../../database/today.js'
import { grantPermission, type GrantRefusal } from '../../permissions/grants/grant-permission.js'
import { orderFirstLetter } from '../../username-letters/order-letter.js'
import type { Origin } from '../../context/origin.js'
import { tellOfAct } from '../../permissions/changes/tell-of-act.js'
import { forgetMark, setMark, undoSinceMark } from './add-person.queries.js'
import type { WishedGrant } from './draft.js'

export type { WishedGrant } from './draft.js'

/**
 * *Lägg till användare* (product.md, "A reporter is added"; rules 3, 5 and 6): an account for who has none, all the
 * permissions or none of them, and a letter with the username for who has not had one. A person who is known keeps
 * every detail there is, whatever was typed. When anything is refused nothing is written but the audit of the refusal,
 * so the caller may go on in the same transaction.
 */
export interface AddPerson {
  /** The number alone when the person is known; their details when they may be new. */
  readonly person: NewPerson | { readonly personalIdentityNumber: string }
  readonly organisationId: string
  readonly grants: readonly WishedGrant[]
  /** What it is done together with, a uuid: one act is told in one mail. */
  readonly act: string
  readonly by: string
  readonly from: Origin
}

export type AddedPerson =
  | {
      readonly kind: 'added'
      readonly accountId: string
      /** False: the person was known, and what was typed about them was not used. */
      readonly isNew: boolean
      /** A letter with the username was ordered. */
      readonly hasLetter: boolean
      readonly grantIds: readonly string[]
    }
  /** Only a number was given, and it is nobody's here. */
  | { readonly kind: 'unknown-person' }
  /** Every service that could not be given, and why. */
  | { readonly kind: 'refused'; readonly services: readonly RefusedService[] }

export interface RefusedService {
  readonly service: string
  readonly reason: GrantRefusal | 'in-the-past'
}

/** Adds, and tells the person and the administrators. */
export async function addPerson(trx: Trx, input: AddPerson): Promise<AddedPerson> {
  const outcome = await addPersonUntold(trx, input)
  if (outcome.kind === 'added') await tellOfAct(trx, { act: input.act })
  return outcome
}

/** For whoever adds many in one act, and tells of them all with `tellOfAct` when the last is added. */
export async function addPersonUntold(trx: Trx, input: AddPerson): Promise<AddedPerson> {
  await setMark(trx)
  const account = await accountOf(trx, input)
  if (account === undefined) {
    await forgetMark(trx)
    return { kind: 'unknown-person' }
  }
  const { granted, refused } = await grantAll(trx, input, account.accountId)
  if (refused.length > 0 || granted.length === 0) {
    await undoSinceMark(trx)
    await tellRefusals(trx, input, { refused, about: account.isNew ? undefined : account.accountId })
    return { kind: 'refused', services: refused }
  }
  await forgetMark(trx)
  const { organisationId, by, from } = input
  const letter = await orderFirstLetter(trx, { accountId: account.accountId, organisationId, by, from })
  return { kind: 'added', ...account, hasLetter: letter.kind === 'ordered', grantIds: granted }
}

const accountOf = async (
  trx: Trx,
  { person, by, from }: AddPerson,
): Promise<{ readonly accountId: string; readonly isNew: boolean } | undefined> => {
  if (!('givenName' in person)) {
    const known = await findByNumber(trx, person.personalIdentityNumber)
    return known === undefined ? undefined : { accountId: known.accountId, isNew: false }
  }
  const created = await createAccount(trx, { person, by, from })
  // Only a username that somebody wished for can be taken.
  if (created.kind === 'username-taken') throw new Error('A drawn username was taken.')
  return { accountId: created.accountId, isNew: created.kind === 'created' }
}

const grantAll = async (trx: Trx, input: AddPerson, accountId: string) => {
  const { organisationId, act, by, from } = input
  const granted: string[] = []
  const refused: RefusedService[] = []
  const day = await today(trx)
  for (const wished of input.grants) {
    if (wished.validFrom < day) {
      refused.push({ service: wished.service, reason: 'in-the-past' })
      continue
    }
    const outcome = await grantPermission(trx, { ...wished, accountId, organisationId, act, by, from })
    if (outcome.kind === 'granted') granted.push(outcome.grantId)
    else refused.push({ service: wished.service, reason: outcome.kind })
  }
  return { granted, refused }
}

/** Their own trace was undone with the rest. */
const tellRefusals = async (
  trx: Trx,
  { organisationId, by, from }: AddPerson,
  { refused, about }: { readonly refused: readonly RefusedService[]; readonly about: string | undefined },
): Promise<void> => {
  for (const { service, reason } of refused) {
    const isThere = reason !== 'no-such-organisation'
    await record(trx, from, {
      kind: 'permission-granted',
      result: 'refused',
      by,
      about,
      ...(isThere && { organisation: organisationId }),
      details: { service, reason },
    })
  }
}
