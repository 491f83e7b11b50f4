import type { Db } from '../../database/database.js'
import { termsIn, type GrantTerms } from '../grants/grant.js'
import { selectChanges } from './permission-changes.queries.js'

/** What one act did to one grant, for the mails that tell of it. */
export interface PermissionChange {
  readonly kind: 'granted' | 'changed' | 'paused' | 'resumed' | 'ended'
  readonly accountId: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly service: { readonly sv: string; readonly en: string }
  readonly terms: GrantTerms
  readonly by: string | null
  readonly at: Date
}

/** All that somebody did when they saved once, in the order that it was done. */
export async function changesIn(db: Db, act: string): Promise<readonly PermissionChange[]> {
  const rows = await selectChanges(db, act)
  return rows.map((row) => ({
    kind: row.kind,
    accountId: row.accountId,
    organisation: { id: row.organisationId, name: row.organisation },
    service: { sv: row.sv, en: row.en },
    terms: termsIn(row),
    by: row.by,
    at: row.at,
  }))
}
