import type { Counted } from '../../database/counted-by.js'
import type { Db } from '../../database/database.js'
import { emptyOldReasons, selectOldReasons } from './account-endings.queries.js'

/** Why accounts once ended that were reopened long ago: how many endings there are, and how old. */
export async function endingsReopenedBefore(db: Db, before: string): Promise<Counted> {
  return await selectOldReasons(db, before)
}

/** Some of the reasons go; tells of how many endings. */
export async function disposeOfReasons(
  db: Db,
  { before, atMost }: { readonly before: string; readonly atMost: number },
): Promise<number> {
  return await emptyOldReasons(db, before, atMost)
}
