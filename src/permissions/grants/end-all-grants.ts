import type { AuditEvent } from '../../audit/event.js'
import type { Trx } from '../../database/database.js'
import { insertChanges } from '../changes/permission-changes.queries.js'
import { insertCarried, markAllEndedIn } from './grants.queries.js'

export interface EndedWithOrganisation {
  readonly grantId: string
  readonly accountId: string
  readonly service: string
}

interface Action {
  readonly organisationId: string
  readonly by: string
  /** What it is done together with, a uuid. */
  readonly act: string
}

/** There may be thousands: what is to be recorded is for the caller, together and last. */
export interface EndedGrants {
  readonly grants: readonly EndedWithOrganisation[]
  readonly events: readonly AuditEvent[]
}

/** Everything that holds at an organisation, or is planned there, ends with it; by an officer, whoever gave it. */
export async function endAllGrantsAt(
  trx: Trx,
  input: Action & { readonly reason: 'organisation closed' | 'organisation merged' },
): Promise<EndedGrants> {
  const { organisationId: organisation, reason, by } = input
  const grants = await markAllEndedIn(trx, input)
  await insertChanges(trx, { ...input, kind: 'ended' }, grants)
  const events = grants.map(({ accountId: about, service }) => {
    return { kind: 'permission-ended', by, about, organisation, details: { service, reason } } as const
  })
  return { grants, events }
}

/** What ended with one organisation goes on at this one, as far as nothing there covers those days already. */
export async function carryGrants(
  trx: Trx,
  input: Action & { readonly grantIds: readonly string[] },
): Promise<readonly AuditEvent[]> {
  const { organisationId: organisation, by } = input
  const carried = await insertCarried(trx, input)
  await insertChanges(trx, { ...input, kind: 'granted' }, carried)
  return carried.map(({ accountId: about, service, validFrom, validTo }) => {
    const details = { service, validFrom, validTo, reason: 'organisation merged' }
    return { kind: 'permission-granted', by, about, organisation, details } as const
  })
}
