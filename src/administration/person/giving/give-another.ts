import type { Trx } from '../../../database/database.js'
import { today } from '../../../database/today.js'
import { grantPermission, type GrantedPermission, type NewGrant } from '../../../permissions/grants/grant-permission.js'
import { tellOfAct } from '../../../permissions/changes/tell-of-act.js'

export type GivenAnother = GrantedPermission | { readonly kind: 'in-the-past' }

/** One more permission for somebody who is here already, from today or later, and whom it concerns is told. */
export async function giveAnother(
  trx: Trx,
  input: NewGrant & { readonly by: string; readonly act: string },
): Promise<GivenAnother> {
  if (input.validFrom < (await today(trx))) return { kind: 'in-the-past' }
  const outcome = await grantPermission(trx, input)
  if (outcome.kind === 'granted') await tellOfAct(trx, input)
  return outcome
}
