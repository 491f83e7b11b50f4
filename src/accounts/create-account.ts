import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { isEmailAddress } from '../delivery/address.js'
import { insertAccount, insertPerson, selectAccountOfPerson } from './accounts.queries.js'
import { newUsername, usernameKey } from './username.js'
import type { NewPerson } from './accounts.queries.js'

export type { NewPerson } from './accounts.queries.js'

export interface CreateAccount {
  readonly person: NewPerson
  /** Generated when it is not given. */
  readonly username?: string
  readonly from: Origin
  readonly by?: string
}

export type Created =
  | { readonly kind: 'created'; readonly accountId: string; readonly username: string }
  /** The person has an account already; nothing of theirs was changed. */
  | { readonly kind: 'known'; readonly accountId: string; readonly username: string }
  | { readonly kind: 'username-taken' }

const drawsAtMost = 20

/**
 * One person, one account: who is known keeps the account there is.
 * @throws RangeError when the address is not one address; whoever took it in has asked isEmailAddress
 */
export async function createAccount(trx: Trx, input: CreateAccount): Promise<Created> {
  const { person, from, by } = input
  if (person.email !== null && !isEmailAddress(person.email)) throw new RangeError('The e-mail address is not valid.')
  const personId = await insertPerson(trx, person)
  const known = await selectAccountOfPerson(trx, personId)
  if (known !== undefined) return { kind: 'known', ...known }
  const created = await nameFreely(trx, personId, input.username)
  if (created === undefined) return { kind: 'username-taken' }
  await record(trx, from, { kind: 'account-created', by, about: created.accountId })
  return { kind: 'created', ...created }
}

const nameFreely = async (trx: Trx, personId: string, wished: string | undefined) => {
  for (let draw = 1; draw <= drawsAtMost; draw += 1) {
    const username = wished?.trim().normalize('NFKC') ?? newUsername()
    const accountId = await insertAccount(trx, { personId, username, usernameKey: usernameKey(username) })
    if (accountId !== undefined) return { accountId, username }
    if (wished !== undefined) return undefined
  }
  throw new Error('No free username was drawn.')
}
