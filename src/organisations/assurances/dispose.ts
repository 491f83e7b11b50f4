import type { Counted } from '../../database/counted-by.js'
import type { Db } from '../../database/database.js'
import { emptyOldAssurances, selectOldAssurances } from './assurances.queries.js'

/** What stands on papers that nothing rests on any more: how many there are, how old, and how many as a file. */
export async function assurancesOver(db: Db, before: string): Promise<Counted> {
  return await selectOldAssurances(db, before)
}

/** Some of them go; tells how many. */
export async function disposeOfAssurances(
  db: Db,
  { before, atMost }: { readonly before: string; readonly atMost: number },
): Promise<number> {
  return await emptyOldAssurances(db, before, atMost)
}
