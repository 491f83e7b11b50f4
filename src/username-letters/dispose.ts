import type { Counted } from '../database/counted-by.js'
import type { Db } from '../database/database.js'
import { deleteOldLetters, selectOldLetters } from './username-letters.queries.js'

/** Letters that were posted long ago: how many there are, and how old. */
export async function lettersPostedBefore(db: Db, before: string): Promise<Counted> {
  return await selectOldLetters(db, before)
}

/** Some of them go; tells how many. */
export async function disposeOfLetters(
  db: Db,
  { before, atMost }: { readonly before: string; readonly atMost: number },
): Promise<number> {
  return await deleteOldLetters(db, before, atMost)
}
