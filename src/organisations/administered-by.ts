import type { Db } from '../database/database.js'
import type { OrganisationKind } from './organisation.js'
import { selectAdministered } from './appointments/appointments.queries.js'

export interface Administered {
  readonly id: string
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
}

/** The organisations that somebody administers today. */
export async function administeredBy(db: Db, accountId: string): Promise<readonly Administered[]> {
  return await selectAdministered(db, accountId)
}
