import type { Db } from '../database/database.js'
import { selectLettersOf, selectPrinted } from './queries.js'
import type { PrintedLetter, UsernameLetter } from './username-letter.js'

/** All letters with the username that somebody has been sent, the newest first. */
export async function lettersOf(db: Db, accountId: string): Promise<readonly UsernameLetter[]> {
  return (await selectLettersOf(db, accountId)).map(asLetter)
}

/** What waits to be posted, the oldest first. Nothing is sent to an account that has ended. */
export async function lettersToPost(db: Db): Promise<readonly PrintedLetter[]> {
  return (await selectPrinted(db, { isPosted: false, atMost: 10_000 })).map(asPrinted)
}

/** What was posted, the latest first. */
export async function lettersPosted(
  db: Db,
  { atMost }: { readonly atMost: number },
): Promise<readonly PrintedLetter[]> {
  return (await selectPrinted(db, { isPosted: true, atMost })).map(asPrinted)
}

const asLetter = (row: Awaited<ReturnType<typeof selectLettersOf>>[number]): UsernameLetter => ({
  id: row.id,
  accountId: row.accountId,
  organisationId: row.organisationId ?? undefined,
  orderedAt: row.orderedAt,
  postedAt: row.postedAt ?? undefined,
  returnedAt: row.returnedAt ?? undefined,
})

const asPrinted = (row: Awaited<ReturnType<typeof selectPrinted>>[number]): PrintedLetter => ({
  ...asLetter(row),
  username: row.username,
  language: row.language,
  organisation: row.organisation ?? undefined,
  recipient: row.hasProtectedIdentity
    ? undefined
    : {
        name: `${row.givenName} ${row.familyName}`,
        street: row.street ?? undefined,
        postalCode: row.postalCode ?? undefined,
        locality: row.locality ?? undefined,
      },
})
