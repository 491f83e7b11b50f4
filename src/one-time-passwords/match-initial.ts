import type { NameKeys } from '../accounts/username.js'
import type { Db } from '../database/database.js'
import type { AppContext } from '../context/app-context.js'
import { isTypedAs, mayBeInitial, newestKeyId } from './one-time-password.js'
import { findInitial, hasInitialOfOthers } from './one-time-passwords.queries.js'

/** Derived and compared when there is nothing to compare with, so that the answer takes as long. */
const decoyId = '00000000-0000-4000-8000-000000000000'

/**
 * The initial one-time password typed where a password is asked for. Matching uses nothing up and counts nothing:
 * the name's wrong attempts are counted by the lock, in the same counter as wrong passwords.
 */
export async function matchingInitial(
  db: Db,
  context: AppContext,
  input: { readonly nameKeys: NameKeys; readonly typed: string },
): Promise<{ readonly codeId: string } | undefined> {
  const found = await findInitial(db, input.nameKeys)
  const decoy = { id: decoyId, purpose: 'initial', keyId: newestKeyId(context.keys) } as const
  const isMatching = isTypedAs(context.keys, found ?? decoy, input.typed)
  return found !== undefined && isMatching ? { codeId: found.id } : undefined
}

/**
 * Whether what was typed may be an initial one-time password that cannot be looked up or derived here, since its master
 * secret is gone.
 */
export async function mayBeLostInitial(
  db: Db,
  { keys }: Pick<AppContext, 'keys'>,
  { accountId = nobody, typed }: { readonly accountId: string | undefined; readonly typed: string },
): Promise<boolean> {
  return mayBeInitial(typed) && (await hasInitialOfOthers(db, { accountId, secretIds: keys.ids }))
}

/** An account that nobody has. */
const nobody = '00000000-0000-4000-8000-000000000000'
