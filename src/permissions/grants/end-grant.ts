import type { Origin } from '../../context/origin.js'
import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { insertChange } from '../changes/permission-changes.queries.js'
import { markAllEndedAt, markAllEndedOf, markEnded, lockGrants } from './grants.queries.js'

export type EndedGrant =
  | { readonly kind: 'ended'; readonly accountId: string; readonly service: string }
  /** Ended before, not there, or not theirs to end: they look the same. */
  | { readonly kind: 'not-ended' }

interface Ending {
  readonly reason: string
  readonly by?: string
  readonly from: Origin
  /** What it is done together with, a uuid: one act is told in one mail. */
  readonly act?: string
}

/** Ends a grant today, at once; what it has been stays in the row. Nobody ends their own. */
export async function endGrant(trx: Trx, input: Ending & { readonly grantId: string }): Promise<EndedGrant> {
  const ended = await markEnded(trx, input)
  if (ended === undefined) return { kind: 'not-ended' }
  await tell(trx, input, ended)
  return { kind: 'ended', accountId: ended.accountId, service: ended.service }
}

/**
 * "Har slutat" (rule 9): all that the person holds at the organisation ends at once, what the agency gave there
 * included, for an administrator who is appointed there. The services that ended; none when there was nothing to end.
 */
export async function endGrantsAt(
  trx: Trx,
  input: Ending & { readonly accountId: string; readonly organisationId: string; readonly by: string },
): Promise<readonly string[]> {
  await lockGrants(trx, input.accountId)
  const ended = await markAllEndedAt(trx, input)
  for (const grant of ended) await tell(trx, input, grant)
  return ended.map(({ service }) => service)
}

/** All that somebody holds anywhere ends with their account (rule 9). How many there were. */
export async function endGrantsOf(
  trx: Trx,
  input: Ending & { readonly accountId: string; readonly by: string },
): Promise<number> {
  await lockGrants(trx, input.accountId)
  const ended = await markAllEndedOf(trx, input)
  for (const grant of ended) await tell(trx, input, grant)
  return ended.length
}

interface EndedRow {
  readonly grantId: string
  readonly accountId: string
  readonly organisationId: string
  readonly service: string
}

const tell = async (trx: Trx, { reason, by, from, act }: Ending, ended: EndedRow): Promise<void> => {
  const { grantId, accountId, organisationId, service } = ended
  await insertChange(trx, { kind: 'ended', grantId, accountId, organisationId, by, act })
  await record(trx, from, {
    kind: 'permission-ended',
    by,
    about: accountId,
    organisation: organisationId,
    details: { service, reason },
  })
}
