import type { Db, Trx } from '../database/database.js'
import type { Account } from './account.js'
import { holdAccountByNumber, selectAccount, selectAccountByNumber, type AccountRow } from './accounts.queries.js'
import { usernameKey } from './username.js'
import { uuidInAnyCase } from '../database/uuid.js'

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

/** The same, held until the transaction ends: what was read about the account afterwards still holds then. */
export async function holdByNumber(trx: Trx, personalIdentityNumber: string): Promise<string | undefined> {
  return await holdAccountByNumber(trx, personalIdentityNumber)
}

const accountFrom = (row: AccountRow | undefined): Account | undefined => {
  if (row === undefined) return undefined
  const { hash, pepperId, ...account } = row
  return { ...account, password: hash !== null && pepperId !== null ? { hash, pepperId } : undefined }
}
