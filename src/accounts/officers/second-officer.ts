import type { Db } from '../../database/database.js'
import { selectIsAnotherOfficer } from './officers.queries.js'

/** Whether `second` is an officer today, and another person than `by` (docs/decisions/0009). */
export async function isSecondOfficer(
  db: Db,
  officers: { readonly by: string; readonly second?: string | undefined },
): Promise<boolean> {
  return await selectIsAnotherOfficer(db, officers)
}
