import type { Db } from '../../database/database.js'
import type { AppContext } from '../../context/app-context.js'
import { deleteOldAuthentications, noteRight, selectMet, type ClientSource } from './client-authentication.queries.js'

/**
 * A secret is not compared from a source where too many were wrong. A source that the client is known from is never
 * barred: whoever sends wrong secrets from beside it, or a process of its own with an old one, shuts nobody out.
 */
export async function verifySecret(
  db: Db,
  { policy }: Pick<AppContext, 'policy'>,
  { isRight, ...met }: ClientSource & { readonly isRight: () => Promise<boolean> },
): Promise<boolean> {
  const { isBarred, isNoted } = await selectMet(db, met, policy.client)
  if (isBarred || !(await isRight())) return false
  if (!isNoted) await noteRight(db, met)
  return true
}

export async function sweepAuthentications(
  db: Db,
  { policy }: Pick<AppContext, 'policy'>,
  batch = 1_000,
): Promise<number> {
  let swept = 0
  for (;;) {
    const gone = await deleteOldAuthentications(db, policy.client, batch)
    swept += gone
    if (gone < batch) return swept
  }
}
