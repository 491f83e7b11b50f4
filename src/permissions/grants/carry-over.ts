import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { carryGrants, lockGrants } from './grants.queries.js'

export interface CarryOver {
  /** The account that ends, and the one of the same person that goes on. */
  readonly accountId: string
  readonly to: string
  readonly by: string
  readonly from: Origin
}

/** What the person may do is the same before and after, so nobody is told; the record tells of every row. */
export async function carryGrantsOver(trx: Trx, { accountId, to, by, from }: CarryOver): Promise<void> {
  for (const id of [accountId, to].toSorted()) await lockGrants(trx, id)
  for (const { organisationId: organisation, service, validFrom, validTo } of await carryGrants(trx, {
    accountId,
    to,
    by,
  })) {
    await (validFrom === null
      ? record(trx, from, {
          kind: 'permission-ended',
          by,
          about: accountId,
          organisation,
          details: { service, reason: 'merged' },
        })
      : record(trx, from, {
          kind: 'permission-granted',
          by,
          about: to,
          organisation,
          details: { service, validFrom, validTo, carriedFrom: accountId },
        }))
  }
}
