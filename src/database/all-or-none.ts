import { beginTransaction } from './begin.js'
import type { Db, Trx } from './database.js'
import { repeatOnConflict } from './repeat.js'

/**
 * Several changes that stand or fall together, where one of them may be refused: what was done before the refusal is
 * undone, and the answer is given all the same. For acts that count nothing; those must be kept whatever the answer.
 */
export async function allOrNone<Answer extends { readonly kind: string }>(
  db: Db,
  kept: Answer['kind'],
  act: (trx: Trx) => Promise<Answer>,
): Promise<Answer> {
  return await beginTransaction(async (first) => {
    const answer = await repeatOnConflict(
      async () =>
        await once(db, kept, async (trx) => {
          await first?.(trx)
          return await act(trx)
        }),
    )
    return { answer, isKept: answer.kind === kept }
  })
}

const once = async <Answer extends { readonly kind: string }>(
  db: Db,
  kept: Answer['kind'],
  act: (trx: Trx) => Promise<Answer>,
): Promise<Answer> => {
  const trx = await db.startTransaction().execute()
  try {
    const answer = await act(trx)
    await (answer.kind === kept ? trx.commit() : trx.rollback()).execute()
    return answer
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
    throw error
  }
}
