import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../world/origin.js'
import { insertCarried, insertChange, markAllEndedIn } from './queries.js'

export interface EndedWithOrganisation {
  readonly grantId: string
  readonly accountId: string
  readonly service: string
}

interface Deed {
  readonly organisationId: string
  readonly by: string
  readonly from: Origin
  /** What it is done together with, a uuid. */
  readonly act: string
}

/** Everything that holds at an organisation, or is planned there, ends with it; by an officer, whoever gave it. */
export async function endAllGrantsAt(
  trx: Trx,
  input: Deed & { readonly reason: 'organisation closed' | 'organisation merged' },
): Promise<readonly EndedWithOrganisation[]> {
  const { organisationId, reason, by, from, act } = input
  const ended = await markAllEndedIn(trx, { organisationId, reason, by })
  for (const { grantId, accountId, service } of ended) {
    await insertChange(trx, { kind: 'ended', grantId, accountId, organisationId, by, act })
    const about = { about: accountId, organisation: organisationId }
    await record(trx, from, { kind: 'permission-ended', by, ...about, details: { service, reason } })
  }
  return ended
}

/** What ended with one organisation goes on at this one, as far as nothing there covers those days already. */
export async function carryGrants(
  trx: Trx,
  input: Deed & { readonly grantIds: readonly string[] },
): Promise<readonly EndedWithOrganisation[]> {
  const { organisationId, by, from, act } = input
  const carried = await insertCarried(trx, input)
  for (const { grantId, accountId, service, validFrom, validTo } of carried) {
    await insertChange(trx, { kind: 'granted', grantId, accountId, organisationId, by, act })
    const about = { about: accountId, organisation: organisationId }
    const details = { service, validFrom, validTo, reason: 'organisation merged' }
    await record(trx, from, { kind: 'permission-granted', by, ...about, details })
  }
  return carried
}
