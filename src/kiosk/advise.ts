import { advise, type Advice } from '../accounts/advise.js'
import type { Account } from '../accounts/account.js'
import { findAccount } from '../accounts/find.js'
import type { PasswordContext } from '../accounts/password-rules.js'
import type { Db } from '../database/database.js'
import { organisationsOf } from '../permissions/organisations-of.js'
import type { AppContext } from '../context/app-context.js'
import type { VisitAt } from './kiosk.js'

/** What to say of a password while it is typed. Nothing is kept or changed. */
export async function adviseOn(
  db: Db,
  context: AppContext,
  input: { readonly visit: VisitAt<'choose-password'>; readonly password: string },
): Promise<Advice | undefined> {
  const account = await findAccount(db, input.visit.accountId)
  if (account === undefined) return undefined
  return advise(input.password, await passwordContext(db, account), context.policy)
}

/** What a guesser would try first for this person: names, address, and where they report or administer. */
export async function passwordContext(db: Db, account: Account): Promise<PasswordContext> {
  return { ...account, organisations: await organisationsOf(db, account.id) }
}
