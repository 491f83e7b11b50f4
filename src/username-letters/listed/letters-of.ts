import { plainCharacters } from '../../values/characters.js'
import { findByUsername } from '../../accounts/find.js'
import type { Db } from '../../database/database.js'
import { selectFound, selectLetter, selectLettersOf, selectListed } from './listed-letters.queries.js'
import type { ListedLetter, UsernameLetter } from '../username-letter.js'
import { fullName } from '../../values/names.js'

/** All letters with the username that somebody has been sent, the newest first. */
export async function lettersOf(db: Db, accountId: string): Promise<readonly UsernameLetter[]> {
  return (await selectLettersOf(db, accountId)).map(asLetter)
}

/** What waits to be posted, the oldest first. Nothing is sent to an account that has ended. */
export async function lettersToPost(db: Db): Promise<readonly ListedLetter[]> {
  return (await selectListed(db, { isPosted: false, atMost: 10_000 })).map(asListed)
}

/** What was posted, the latest first. */
export async function lettersPosted(db: Db, { atMost }: { readonly atMost: number }): Promise<readonly ListedLetter[]> {
  return (await selectListed(db, { isPosted: true, atMost })).map(asListed)
}

/** What stands on a paper finds it: the reference, or the username. */
export async function findLetters(db: Db, words: string): Promise<readonly ListedLetter[]> {
  const reference = /^[0-9a-f]{8}$/i.exec(plainCharacters(words).trim())?.[0].toLowerCase()
  const accountId = (await findByUsername(db, words.trim()))?.id
  const byName = accountId === undefined ? [] : await selectFound(db, { accountId })
  const byReference = reference === undefined ? [] : await selectFound(db, { beginning: reference })
  return [...byName, ...byReference].map(asListed)
}

export interface OneLetter extends ListedLetter {
  /** Why it is withheld, when it is. */
  readonly withheldWhy: string | undefined
}

export async function findLetter(db: Db, id: string): Promise<OneLetter | undefined> {
  const row = await selectLetter(db, id)
  return row && { ...asListed(row), withheldWhy: row.withheldWhy ?? undefined }
}

const asLetter = (row: Awaited<ReturnType<typeof selectLettersOf>>[number]): UsernameLetter => ({
  id: row.id,
  accountId: row.accountId,
  organisationId: row.organisationId ?? undefined,
  orderedAt: row.orderedAt,
  postedAt: row.postedAt ?? undefined,
  returnedAt: row.returnedAt ?? undefined,
  withheldAt: row.withheldAt ?? undefined,
})

const asListed = (row: Awaited<ReturnType<typeof selectListed>>[number]): ListedLetter => ({
  ...asLetter(row),
  username: row.username,
  language: row.language,
  organisation: row.organisation ?? undefined,
  printedAt: row.printedAt ?? undefined,
  isAddressed: row.isAddressed,
  recipient: row.hasProtectedIdentity
    ? undefined
    : {
        name: fullName(row),
        street: row.street ?? undefined,
        postalCode: row.postalCode ?? undefined,
        locality: row.locality ?? undefined,
        country: row.country,
      },
})
