import type { Db } from '../database/database.js'
import { selectAdministrators } from './appointments/appointments.queries.js'
import { fullName } from '../values/names.js'

export interface Administrator {
  readonly accountId: string
  /** Undefined for a person with protected identity, whose name is shown to nobody (product.md, rule 12). */
  readonly name: string | undefined
}

/** Who administers the organisation today. */
export async function administratorsOf(db: Db, organisationId: string): Promise<readonly Administrator[]> {
  const rows = await selectAdministrators(db, organisationId)
  return rows.map((row) => ({
    accountId: row.accountId,
    name: row.has_protected_identity ? undefined : fullName({ givenName: row.given_name, familyName: row.family_name }),
  }))
}
