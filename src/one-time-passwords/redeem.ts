import type { Db, Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import { SecretUnknown } from '../context/keys.js'
import type { AppContext } from '../context/app-context.js'
import { isTypedAs } from './one-time-password.js'
import { countTry, findSource, findStanding, markUsed } from './one-time-passwords.queries.js'

/**
 * Trying a reset code (security.md T5, R-31 to R-35). The try is counted in a statement of its own, before anything
 * is compared: a crash in between costs a try and never gives one. Being right changes nothing yet; the caller
 * redeems the code in the transaction of what it opens, and exactly one caller succeeds.
 */
export type Tried =
  /** `codeId`: the code that was right, to be redeemed. */
  | { readonly kind: 'right'; readonly accountId: string; readonly codeId: string }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'spent' }

export interface TryCode {
  readonly codeId: string
  readonly typed: string
  readonly from: Origin
  /** Fewer than the policy gives, where the source has guessed too much. */
  readonly triesAtMost?: number
}

/** @throws SecretUnknown when the code is derived from a master secret that this node does not know: nothing is counted */
export async function tryCode(db: Db, context: AppContext, input: TryCode): Promise<Tried> {
  const policy = context.policy.resetCode
  const counting = { secretIds: context.keys.ids, policy, atMost: input.triesAtMost }
  const counted = await countTry(db, { ...counting, id: input.codeId })
  if (counted === undefined) await refuseUnknownSecret(db, context, input.codeId)
  // An order beyond the limits is tried as what its browser had before, which has its own tries.
  const standsFor = counted?.standsFor ?? undefined
  const code = standsFor === undefined ? counted : await countTry(db, { ...counting, id: standsFor })
  if (standsFor !== undefined && code === undefined) await refuseUnknownSecret(db, context, standsFor)
  const isRight = code !== undefined && isTypedAs(context.keys, code, input.typed) && !code.isThrottled
  if (isRight && code.accountId !== null) return { kind: 'right', accountId: code.accountId, codeId: code.id }
  await db.transaction().execute((trx) =>
    record(trx, input.from, {
      kind: 'one-time-password-tried',
      result: 'refused',
      about: counted?.accountId ?? undefined,
      details: { code: input.codeId, why: counted === undefined ? 'spent' : 'wrong' },
    }),
  )
  return counted === undefined ? { kind: 'spent' } : { kind: 'wrong', triesLeft: counted.triesLeft }
}

const refuseUnknownSecret = async (db: Db, { keys }: Pick<AppContext, 'keys'>, codeId: string): Promise<void> => {
  const source = await findSource(db, codeId)
  if (source !== undefined && !keys.ids.includes(source.keyId)) throw new SecretUnknown(source.keyId)
}

/** Uses a code up. True for exactly one caller; the initial one-time password and the reset code alike. */
export async function redeem(trx: Trx, codeId: string): Promise<boolean> {
  return await markUsed(trx, codeId)
}

/** How long an ordered code lives and how many tries are left; undefined when it can no longer be used. */
export async function standing(
  db: Db,
  context: AppContext,
  codeId: string,
): Promise<{ readonly expiresAt: Date; readonly triesLeft: number } | undefined> {
  return await findStanding(db, codeId, context.policy.resetCode)
}

/** True when a text is this one-time password, used or not: it may not become the password. */
export async function isOneTimePassword(
  db: Db,
  context: AppContext,
  input: { readonly codeId: string; readonly typed: string },
): Promise<boolean> {
  const source = await findSource(db, input.codeId)
  return source !== undefined && isTypedAs(context.keys, source, input.typed)
}
