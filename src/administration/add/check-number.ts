import { isBlank } from '../../values/characters.js'
import { findByNumber } from '../../accounts/find.js'
import { checkPersonalIdentityNumber, type CheckedNumber } from '../../accounts/personal-identity-number.js'
import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { today } from '../../database/today.js'
import type { Origin } from '../../context/origin.js'

export type NumberOfPerson =
  | { readonly kind: 'new'; readonly number: string }
  | { readonly kind: 'known'; readonly number: string }
  | { readonly kind: 'their-own' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'empty' }
  | Exclude<CheckedNumber, { readonly kind: 'number' }>

/** Reads the number, and looks whether it is somebody's here. Looking leaves a trace: it tells that somebody is known. */
export async function checkNumber(
  trx: Trx,
  input: { readonly typed: string; readonly organisationId: string; readonly by: string; readonly from: Origin },
): Promise<NumberOfPerson> {
  if (isBlank(input.typed)) return { kind: 'empty' }
  const checked = checkPersonalIdentityNumber(input.typed, await today(trx))
  if (checked.kind !== 'number') return checked
  const found = await findByNumber(trx, checked.number)
  await record(trx, input.from, {
    kind: 'number-checked',
    by: input.by,
    about: found?.accountId,
    organisation: input.organisationId,
  })
  if (found === undefined) return { kind: 'new', number: checked.number }
  if (found.accountId === input.by) return { kind: 'their-own' }
  return found.isEnded ? { kind: 'ended' } : { kind: 'known', number: checked.number }
}
