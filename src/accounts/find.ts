import type { Db } from '../database/database.js'
import type { Language } from '../text/text.js'
import type { HashedPassword } from '../world/hashing.js'
import { selectAccount, selectAccountByNumber, type AccountRow } from './queries.js'
import { usernameKey } from './username.js'
import { uuidInAnyCase } from '../database/uuid.js'

/** A person's way in. Ended is for good; who has no password yet has only been given a one-time password. */
export interface Account {
  readonly id: string
  readonly username: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly language: Language
  readonly hasProtectedIdentity: boolean
  readonly isEnded: boolean
  readonly password: HashedPassword | undefined
}

export async function findByUsername(db: Db, typed: string): Promise<Account | undefined> {
  return accountFrom(await selectAccount(db, { usernameKey: usernameKey(typed) }))
}

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  if (!uuidInAnyCase.test(id)) return undefined
  return accountFrom(await selectAccount(db, { id }))
}

/** Whose number it is, twelve digits as readPersonalIdentityNumber gives them. Tells no more than that they are here. */
export async function findByNumber(
  db: Db,
  personalIdentityNumber: string,
): Promise<{ readonly accountId: string; readonly isEnded: boolean } | undefined> {
  return await selectAccountByNumber(db, personalIdentityNumber)
}

const accountFrom = (row: AccountRow | undefined): Account | undefined => {
  if (row === undefined) return undefined
  const { hash, pepperId, ...account } = row
  return { ...account, password: hash !== null && pepperId !== null ? { hash, pepperId } : undefined }
}
