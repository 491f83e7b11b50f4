import type { Trx } from '../../../database/database.js'
import { tellServicesOfLoss } from '../../../login/relying-sessions/relying-sessions.js'
import { endGrantsAt } from '../../../permissions/grants/end-grant.js'
import type { Origin } from '../../../context/origin.js'
import { tellOfAct } from '../../../permissions/changes/tell-of-act.js'

export type HasLeft =
  | { readonly kind: 'ended'; readonly services: readonly string[] }
  /** Nothing was left to end, or it is not theirs to end. */
  | { readonly kind: 'nothing-left' }

/** *Har slutat* (rule 9): everything the person holds at the organisation ends at once, in one act. */
export async function hasLeft(
  trx: Trx,
  input: {
    readonly accountId: string
    readonly organisationId: string
    readonly act: string
    readonly by: string
    readonly from: Origin
  },
): Promise<HasLeft> {
  const services = await endGrantsAt(trx, { ...input, reason: 'has left' })
  if (services.length === 0) return { kind: 'nothing-left' }
  await tellServicesOfLoss(trx, { accountId: input.accountId, services })
  await tellOfAct(trx, input)
  return { kind: 'ended', services }
}
