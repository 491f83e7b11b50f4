import type { Db } from '../database/database.js'
import { selectPermissions } from './permissions.queries.js'

/** One member of the claim `permissions`, with the names that it has there. */
export interface Permission {
  /** The organisation's code. */
  readonly organisation: string
  readonly kind: 'school' | 'municipality'
  readonly name: string
  readonly service: string
  readonly valid_from: string
  readonly valid_to: string | null
}

/** What the person may do today, with the named services and no other. Asked anew each time: nothing is remembered. */
export async function permissionsOf(
  db: Db,
  input: { readonly accountId: string; readonly services: readonly string[] },
): Promise<Permission[]> {
  return await selectPermissions(db, input)
}
