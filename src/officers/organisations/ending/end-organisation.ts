import type { AuditEvent } from '../../../audit/event.js'
import { recordAll } from '../../../audit/record.js'
import type { Trx } from '../../../database/database.js'
import { enqueueMails } from '../../../delivery/enqueue-mail.js'
import { tellServicesOfLosses } from '../../../login/relying-sessions/relying-sessions.js'
import { administratorsOf } from '../../../organisations/administrators-of.js'
import { rejectAssurancesAt } from '../../../organisations/assurances/reject-assurances-at.js'
import { closeInRegister, type ClosedInRegister } from '../../../organisations/close.js'
import { appointSuccessors, endAppointmentsAt, type EndedAppointment } from '../../../organisations/end-appointments.js'
import { findOrganisationById, isUnused } from '../../../organisations/find.js'
import { carryGrants, endAllGrantsAt } from '../../../permissions/grants/end-all-grants.js'
import { declineRequestsAt } from '../../../permissions/requests/decline-requests-at.js'
import { textIn, type Language } from '../../../text/text.js'
import type { Origin } from '../../../context/origin.js'
import { isConcerned } from './end-organisation.queries.js'

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
 * An organisation closes: every permission and appointment there ends at once, what waits for an answer there gets one,
 * the services that people are signed in to are told, and everybody concerned gets a mail (product.md, rules 10 and 13).
 *
 * There may be thousands, so that each kind of thing is one statement. The audit comes last: nobody signs in while it is
 * written.
 */
export async function closeOrganisation(trx: Trx, input: Ending): Promise<ClosedInRegister> {
  const outcome = await closeInRegister(trx, input)
  if (outcome.kind !== 'closed') return outcome
  const { events } = await endAllAt(trx, input)
  await recordAll(trx, input.from, [...outcome.events, ...events])
  return outcome
}

export type MergedOrganisation =
  | ClosedInRegister
  /** The officer holds something there, which the merger would give them anew: another officer does it. */
  | { readonly kind: 'concerns-themselves' }

/**
 * One goes into another: the permissions that end with the first go on at the second, as new grants. The appointments go
 * on only where nobody else has had anything: one officer makes nobody an administrator of a school that is there
 * already, which takes an assurance and two officers (docs/decisions/0009).
 */
export async function mergeOrganisation(
  trx: Trx,
  input: Ending & { readonly into: string },
): Promise<MergedOrganisation> {
  const { organisationId, into, by } = input
  if (await isConcerned(trx, { accountId: by, organisationId })) return { kind: 'concerns-themselves' }
  const outcome = await closeInRegister(trx, input)
  if (outcome.kind !== 'closed') return outcome
  const receiving = await administratorsOf(trx, into)
  const goesOn = await isUnused(trx, into)
  const { grantIds, appointments, events } = await endAllAt(trx, input)
  const carried = await carryGrants(trx, { ...input, organisationId: into, grantIds })
  const appointmentIds = goesOn ? appointments.map(({ id }) => id) : []
  const appointed = await appointSuccessors(trx, { by, organisationId: into, appointmentIds })
  const kind = goesOn ? 'appointment-started' : 'appointment-ended'
  const where = goesOn ? into : organisationId
  const administrators = new Set(appointments.map(({ accountId }) => accountId))
  await enqueueMails(
    trx,
    [...administrators].map((accountId) => ({ kind, accountId, organisationId: where })),
  )
  await enqueueMails(
    trx,
    receiving.map(({ accountId }) => ({ kind: 'organisation-ended', accountId, organisationId, as: 'receiving' })),
  )
  await recordAll(trx, input.from, [...outcome.events, ...events, ...carried, ...appointed])
  return outcome
}

interface EndedAt {
  readonly grantIds: readonly string[]
  readonly appointments: readonly EndedAppointment[]
  readonly events: readonly AuditEvent[]
}

const endAllAt = async (trx: Trx, input: Ending & { readonly into?: string }): Promise<EndedAt> => {
  const { organisationId, into, by } = input
  const isMerged = into !== undefined
  const reasons = await reasonsFor(trx, input)
  const ended = await endAllGrantsAt(trx, {
    ...input,
    reason: isMerged ? 'organisation merged' : 'organisation closed',
  })
  const { appointments, events } = await endAppointmentsAt(trx, {
    organisationId,
    by,
    reason: isMerged ? 'merged' : 'closed',
  })
  const declined = await declineRequestsAt(trx, { organisationId, by, reasons })
  const rejected = await rejectAssurancesAt(trx, { organisationId, by, reason: reasons.sv })
  await tellServicesOfLosses(trx, ended.grants)
  const concerned = new Set([...ended.grants, ...appointments].map(({ accountId }) => accountId))
  await enqueueMails(
    trx,
    [...concerned].map((accountId) => ({ kind: 'organisation-ended', accountId, organisationId, as: 'theirs' })),
  )
  return {
    grantIds: ended.grants.map(({ grantId }) => grantId),
    appointments,
    events: [...ended.events, ...events, ...declined, ...rejected],
  }
}

/** Why what was asked for there is not given. The agency's own papers are in Swedish. */
const reasonsFor = async (
  trx: Trx,
  { organisationId, into }: { readonly organisationId: string; readonly into?: string },
): Promise<Readonly<Record<Language, string>>> => {
  const name = (await findOrganisationById(trx, organisationId))?.name ?? ''
  const successor = into === undefined ? undefined : (await findOrganisationById(trx, into))?.name
  const said = (language: Language) => textIn(language).officers.endings.unanswered(name, successor)
  return { sv: said('sv'), en: said('en') }
}
