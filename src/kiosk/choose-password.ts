import { stillHolds } from '../accounts/confirm.js'
import type { Account } from '../accounts/account.js'
import { findAccount } from '../accounts/find.js'
import { normalised, weaknesses, type Weakness } from '../accounts/password-rules.js'
import { rememberLanguage } from '../accounts/remember-language.js'
import { storePassword } from '../accounts/set-password.js'
import { nameKeysOf } from '../accounts/username.js'
import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Db, Trx } from '../database/database.js'
import { enqueueMail } from '../delivery/enqueue-mail.js'
import { clearAttempts } from '../login/attempts/attempts.js'
import { endSessions } from '../login/sessions/sessions.js'
import { rememberSuccess } from '../login/source/familiar.js'
import { burnCodes } from '../one-time-passwords/burn.js'
import { isOneTimePassword, redeem } from '../one-time-passwords/redeem.js'
import type { Language } from '../text/text.js'
import type { AppContext } from '../context/app-context.js'
import type { HashedPassword } from '../context/hashing.js'
import { passwordContext } from './advise.js'
import type { VisitAt } from './kiosk.js'
import { finishVisit, holdVisits } from './kiosk.queries.js'

/**
 * Choosing a password (security.md, T13). The same rules whatever was shown before. What follows
 * from it stands or falls together: the password, every one-time password of the account, the lock, the sessions,
 * this visit and all others of the person, the notice, the audit.
 */
export type ChosenPassword =
  | { readonly kind: 'changed' }
  | { readonly kind: 'weak'; readonly weaknesses: readonly Weakness[] }
  | { readonly kind: 'same-as-present' }
  | { readonly kind: 'same-as-code' }
  /** The visit ended meanwhile, here or in another browser; nothing was changed. */
  | { readonly kind: 'out-of-turn' }
  | { readonly kind: 'full' }

export interface ChoosePassword {
  readonly visit: VisitAt<'choose-password'>
  readonly password: string
  /** The session of this browser, which goes on when somebody who knew the password changes it (T13). */
  readonly session: Buffer | undefined
  /** Remembered for the mails. Of who has chosen none the mails stay as they were. */
  readonly chosenLanguage?: Language | undefined
  readonly from: Origin
}

export async function choosePassword(db: Db, context: AppContext, input: ChoosePassword): Promise<ChosenPassword> {
  const { visit } = input
  const account = await findAccount(db, visit.accountId)
  if (account === undefined || account.isEnded) return { kind: 'out-of-turn' }
  const password = normalised(input.password)
  const found = weaknesses(password, await passwordContext(db, account), context.policy)
  if (found.length > 0) return { kind: 'weak', weaknesses: found }
  if (await isTheCode(db, context, visit, password)) return { kind: 'same-as-code' }
  if (!context.hashing.hasRoom()) return { kind: 'full' }
  const { password: present } = account
  if (present !== undefined && (await context.hashing.matches(present, password))) return { kind: 'same-as-present' }
  const hashed = await context.hashing.hash(password)
  return await db.transaction().execute((trx) => change(trx, context, { ...input, account, hashed }))
}

interface Change extends ChoosePassword {
  readonly account: Account
  readonly hashed: HashedPassword
}

const change = async (trx: Trx, context: AppContext, input: Change): Promise<ChosenPassword> => {
  const { visit, account, from } = input
  const isTheirTurn = async () => await holdVisits(trx, { idHash: visit.idHash, accountId: account.id })
  if (!(await isTheirTurn())) return { kind: 'out-of-turn' }
  if (!(await stillHolds(trx, account))) return { kind: 'out-of-turn' }
  // Asked again when the account is held: what ended all that was proved may have held it until now.
  if (!(await isTheirTurn())) return { kind: 'out-of-turn' }
  const { codeId } = visit
  if (visit.proof === 'initial' && !(codeId !== undefined && (await redeem(trx, codeId))))
    return { kind: 'out-of-turn' }
  const at = await finishVisit(trx, { idHash: visit.idHash, accountId: account.id })
  await storePassword(trx, account.id, input.hashed)
  if (input.chosenLanguage) await rememberLanguage(trx, { accountId: account.id, language: input.chosenLanguage })
  await burnCodes(trx, account.id)
  const nameKeys = nameKeysOf(context, account.username)
  await clearAttempts(trx, nameKeys)
  await rememberSuccess(trx, { nameKeys, address: from.address })
  const ended = await endSessions(trx, {
    accountId: account.id,
    ...(visit.proof === 'password' && input.session !== undefined && { exceptIdHash: input.session }),
    reason: 'password-changed',
  })
  await enqueueMail(trx, {
    kind: 'password-changed',
    accountId: account.id,
    at: at.toISOString(),
    proof: visit.proof,
  })
  if (visit.proof === 'initial') {
    await record(trx, from, {
      kind: 'one-time-password-redeemed',
      by: account.id,
      about: account.id,
      details: { purpose: 'initial' },
    })
  }
  await record(trx, from, {
    kind: 'password-set',
    by: account.id,
    about: account.id,
    details: { proof: visit.proof, sessionsEnded: ended },
  })
  return { kind: 'changed' }
}

const isTheCode = async (
  db: Db,
  context: AppContext,
  visit: VisitAt<'choose-password'>,
  typed: string,
): Promise<boolean> =>
  visit.codeId !== undefined && (await isOneTimePassword(db, context, { codeId: visit.codeId, typed }))
