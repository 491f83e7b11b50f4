import type { Db } from '../../database/database.js'
import type { OrganisationKind } from '../organisation.js'
import type { AppointmentState } from './appointment.js'
import { selectAppointmentsOf } from './appointments.queries.js'

/** That somebody administers, will administer or has administered an organisation. The days are both included. */
export interface AppointmentOf {
  readonly id: string
  readonly organisation: {
    readonly id: string
    readonly kind: OrganisationKind
    readonly code: string
    readonly name: string
  }
  readonly validFrom: string
  readonly validTo: string | undefined
  readonly state: AppointmentState
  readonly endedAt: Date | undefined
}

/** All of somebody's appointments, those that hold first. */
export async function appointmentsOf(db: Db, accountId: string): Promise<readonly AppointmentOf[]> {
  const rows = await selectAppointmentsOf(db, accountId)
  return rows.map(({ id, organisationId, kind, code, name, validFrom, validTo, endedAt, today }) => ({
    id,
    organisation: { id: organisationId, kind, code, name },
    validFrom,
    validTo: validTo ?? undefined,
    state: stateOf({ validFrom, validTo, endedAt, today }),
    endedAt: endedAt ?? undefined,
  }))
}

interface Days {
  readonly validFrom: string
  readonly validTo: string | null
  readonly endedAt: Date | null
  readonly today: string
}

const stateOf = ({ validFrom, validTo, endedAt, today }: Days): AppointmentState => {
  if (endedAt !== null) return 'ended'
  if (validTo !== null && validTo < today) return 'expired'
  return validFrom > today ? 'planned' : 'active'
}
