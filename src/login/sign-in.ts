import { renewHash, stillHolds } from '../accounts/confirm.js'
import type { Account } from '../accounts/account.js'
import { normalised } from '../accounts/password-rules.js'
import { rememberLanguage } from '../accounts/remember-language.js'
import { nameKeysOf } from '../accounts/username.js'
import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Db, Trx } from '../database/database.js'
import { enqueueMail } from '../delivery/enqueue-mail.js'
import { assertNever } from '../assert-never.js'
import type { Language } from '../text/text.js'
import type { AppContext } from '../context/app-context.js'
import { clearAttempts } from './attempts/attempts.js'
import { identify, type Refused } from './identify.js'
import { refuse } from './refusal.js'
import { makeRoom } from './sessions/sessions.js'
import { rememberSuccess } from './source/familiar.js'

export interface SignIn {
  readonly username: string
  readonly password: string
  /** Remembered for the mails. Of who has chosen none the mails stay as they were. */
  readonly chosenLanguage?: Language | undefined
  /** The relying service that asks. */
  readonly clientId?: string | undefined
  readonly from: Origin
  readonly startedAt?: number
  /** Gives the answer that somebody waits for; false when it has been given already, by the same form or another. */
  readonly answer?: (trx: Trx, accountId: string) => Promise<boolean>
}

export type SignedIn =
  /** `at` by the database's clock. */
  | { readonly kind: 'signed-in'; readonly accountId: string; readonly at: Date }
  /** Nobody is let in, and nothing is recorded as a sign-in: the first answer stands. */
  | { readonly kind: 'already-answered'; readonly accountId: string }
  | { readonly kind: 'choose-password-first' }
  | Refused

export async function signIn(db: Db, context: AppContext, input: SignIn): Promise<SignedIn> {
  const found = await identify(db, context, input)
  switch (found.kind) {
    case 'password': {
      const whom = { ...input, account: found.account }
      const signedIn = await found.open(
        async () => await db.transaction().execute(async (trx) => await letIn(trx, context, whom)),
      )
      if (signedIn === undefined) return await refuse(db, found.otherwise)
      await renewOldHash(db, context, { ...input, account: found.account })
      return signedIn
    }
    case 'initial':
      return await found.open(
        async () =>
          await db
            .transaction()
            .execute(async (trx) => await letChoose(trx, context, { ...input, account: found.account })),
      )
    case 'wrong':
    case 'locked':
    case 'limited':
    case 'full':
      return found
    default:
      return assertNever(found)
  }
}

interface LetIn extends SignIn {
  readonly account: Account
}

const letChoose = async (trx: Trx, context: AppContext, { username, from, account }: LetIn): Promise<SignedIn> => {
  await clearAttempts(trx, nameKeysOf(context, username))
  await record(trx, from, { kind: 'one-time-password-at-sign-in', about: account.id })
  return { kind: 'choose-password-first' }
}

/** Undefined when the account has been ended, or given another password, since the password was compared. */
const letIn = async (trx: Trx, context: AppContext, input: LetIn): Promise<SignedIn | undefined> => {
  const { account, from, chosenLanguage, clientId } = input
  if (!(await stillHolds(trx, account))) return undefined
  const nameKeys = nameKeysOf(context, input.username)
  await clearAttempts(trx, nameKeys)
  if (input.answer && !(await input.answer(trx, account.id))) {
    return { kind: 'already-answered', accountId: account.id }
  }
  await rememberSuccess(trx, { nameKeys, address: from.address })
  if (chosenLanguage) await rememberLanguage(trx, { accountId: account.id, language: chosenLanguage })
  const { at, ended } = await makeRoom(trx, context, account.id)
  if (ended > 0 && account.email !== null) {
    await enqueueMail(trx, { kind: 'session-limit', accountId: account.id, at: at.toISOString() })
  }
  if (ended > 0) {
    await record(trx, from, { kind: 'session-ended', about: account.id, details: { why: 'too-many-sessions', ended } })
  }
  await record(trx, from, {
    kind: 'signed-in',
    by: account.id,
    about: account.id,
    details: { client: clientId ?? null },
  })
  return { kind: 'signed-in', accountId: account.id, at }
}

/** Only now is the password known in plain text. When the queue is full it is renewed another time. */
const renewOldHash = async (
  db: Db,
  context: AppContext,
  input: SignIn & { readonly account: Account },
): Promise<void> => {
  const { id, password: old } = input.account
  if (old === undefined || !context.hashing.isOld(old)) return
  const place = context.hashing.keepPlace()
  if (place === undefined) return
  const renewed = await place.hash(normalised(input.password)).finally(place.leave)
  await db.transaction().execute(async (trx) => {
    const isRenewed = await renewHash(trx, { accountId: id, old, renewed })
    if (isRenewed) await record(trx, input.from, { kind: 'password-rehashed', about: id })
  })
}
