import type { Trx } from '../../../database/database.js'
import { today } from '../../../database/today.js'
import { post } from '../../../delivery/post.js'
import { tellServicesOfLoss } from '../../../login/relying-sessions/relying-sessions.js'
import { administratorsOf } from '../../../organisations/administrators-of.js'
import { appoint } from '../../../organisations/appoint.js'
import { closeInRegister, type ClosedInRegister } from '../../../organisations/close.js'
import { endAppointmentsAt, type EndedAppointment } from '../../../organisations/end-appointments.js'
import { carryGrants, endAllGrantsAt, type EndedWithOrganisation } from '../../../permissions/grants/end-all-grants.js'
import type { Origin } from '../../../world/origin.js'
import { isConcerned } from './queries.js'

interface Ending {
  readonly organisationId: string
  /** What the officer has seen. */
  readonly version: number
  /** What it is done together with, a uuid. */
  readonly act: string
  readonly by: string
  readonly from: Origin
}

/**
 * An organisation closes: every permission and appointment there ends at once, the services that people are signed in
 * to are told, and everybody concerned gets a mail (product.md, rules 10 and 13).
 */
export async function closeOrganisation(trx: Trx, input: Ending): Promise<ClosedInRegister> {
  const outcome = await closeInRegister(trx, input)
  if (outcome.kind !== 'closed') return outcome
  const ended = await endAllGrantsAt(trx, { ...input, reason: 'organisation closed' })
  const appointments = await endAppointmentsAt(trx, { ...input, reason: 'closed' })
  await tell(trx, input, { ended, appointments })
  return outcome
}

export type MergedOrganisation =
  | ClosedInRegister
  /** The officer holds something there, which the merger would give them anew: another officer does it. */
  | { readonly kind: 'concerns-themselves' }

/** One goes into another: what ends with the first goes on at the second, as new grants and appointments. */
export async function mergeOrganisation(
  trx: Trx,
  input: Ending & { readonly into: string },
): Promise<MergedOrganisation> {
  const { organisationId, into, by, from } = input
  if (await isConcerned(trx, { accountId: by, organisationId })) return { kind: 'concerns-themselves' }
  const outcome = await closeInRegister(trx, input)
  if (outcome.kind !== 'closed') return outcome
  const receiving = await administratorsOf(trx, into)
  const ended = await endAllGrantsAt(trx, { ...input, reason: 'organisation merged' })
  const appointments = await endAppointmentsAt(trx, { ...input, reason: 'merged' })
  await carryGrants(trx, { ...input, organisationId: into, grantIds: ended.map(({ grantId }) => grantId) })
  const day = await today(trx)
  for (const { accountId, validFrom, validTo } of appointments) {
    const days = { validFrom: validFrom < day ? day : validFrom, ...(validTo !== null && { validTo }) }
    // Who is appointed there already stays so: the answer is not needed.
    await appoint(trx, { accountId, organisationId: into, ...days, by, from })
  }
  await tell(trx, input, { ended, appointments })
  for (const { accountId } of receiving) {
    await post(trx, { kind: 'organisation-ended', accountId, organisationId, as: 'receiving' })
  }
  return outcome
}

const tell = async (
  trx: Trx,
  { organisationId }: Ending,
  {
    ended,
    appointments,
  }: Readonly<Record<'ended', readonly EndedWithOrganisation[]>> & {
    readonly appointments: readonly EndedAppointment[]
  },
): Promise<void> => {
  for (const [accountId, services] of byAccount(ended)) await tellServicesOfLoss(trx, { accountId, services })
  for (const accountId of new Set([...ended, ...appointments].map((one) => one.accountId))) {
    await post(trx, { kind: 'organisation-ended', accountId, organisationId, as: 'theirs' })
  }
}

const byAccount = (ended: readonly EndedWithOrganisation[]): ReadonlyMap<string, readonly string[]> => {
  const services = new Map<string, string[]>()
  for (const { accountId, service } of ended) services.set(accountId, [...(services.get(accountId) ?? []), service])
  return services
}
