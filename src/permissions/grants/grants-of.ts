import type { Db } from '../../database/database.js'
import { stateOf, termsIn, type Grant } from './grant.js'
import { selectGrants } from './grants.queries.js'

/** What somebody may do at one organisation, may do later, or could do once. */
export interface Held {
  readonly organisation: {
    readonly id: string
    readonly kind: 'school' | 'municipality'
    readonly code: string
    readonly name: string
  }
  readonly service: { readonly code: string; readonly sv: string; readonly en: string }
  readonly grantId: string
  readonly grant: Grant
}

/** All that the person has been granted, by organisation: what holds first, then what is planned, then what is over. */
export async function grantsOf(db: Db, accountId: string): Promise<readonly Held[]> {
  const rows = await selectGrants(db, accountId)
  return rows.map((row) => ({
    grantId: row.grantId,
    organisation: { id: row.organisationId, kind: row.kind, code: row.code, name: row.name },
    service: { code: row.service, sv: row.sv, en: row.en },
    grant: stateOf(
      {
        ...termsIn(row),
        ...(row.endedOn !== null && { ended: { on: row.endedOn, reason: row.endReason ?? 'organisation-closed' } }),
      },
      row.today,
    ),
  }))
}
