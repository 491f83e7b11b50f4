import type { InteractionResults } from 'oidc-provider'
import { record } from '../audit/record.js'
import type { Db, Trx } from '../database/database.js'
import { endSession } from '../login/sessions/sessions.js'
import { digest } from '../context/keys.js'
import type { Origin } from '../context/origin.js'
import type { Waiting } from './interaction.js'
import { answerInteraction, findRecord } from './storage/storage.queries.js'

export interface SignInAnswer {
  readonly accountId: string
  readonly from: Origin
}

/**
 * In the transaction of what is let in, so that nobody is recorded as signed in whose answer was not the first. Of
 * somebody else who is signed in in the same browser the session ends, so that two are not mixed.
 */
export async function answerSignedIn(trx: Trx, waiting: Waiting, { accountId, from }: SignInAnswer): Promise<boolean> {
  const former = waiting.accountId === accountId ? undefined : waiting.sessionUid
  // Not remembered: the cookie goes with the browser, since many sit at a computer that others use after them.
  const result = { login: { accountId, amr: ['pwd'], remember: false }, select_account: {} }
  const isFirst = await answerInteraction(trx, {
    idHash: digest(waiting.uid),
    result,
    leavesSession: former !== undefined,
  })
  if (!isFirst || former === undefined) return isFirst
  const about = await endSession(trx, { uid: former, reason: 'signed-out' })
  if (about) await record(trx, from, { kind: 'signed-out', by: about, about })
  return true
}

/** Where the browser goes on. Undefined when the sign-in is over. */
export async function answerAgreed(db: Db, waiting: Waiting): Promise<string | undefined> {
  const isFirst = await answerInteraction(db, { idHash: digest(waiting.uid), result: { consent: {} } })
  return isFirst ? waiting.returnTo : await afterFirstAnswer(db, waiting)
}

/** Where the browser goes on. Undefined when the sign-in is over. */
export async function answerRefused(
  db: Db,
  waiting: Waiting,
  why: 'no-permission' | 'cancelled',
): Promise<string | undefined> {
  const isFirst = await answerInteraction(db, { idHash: digest(waiting.uid), result: refusals[why] })
  if (isFirst) return waiting.returnTo
  return (await firstAnswer(db, waiting)) && waiting.returnTo
}

/**
 * Where the browser goes on whose answer came second: with the first answer, or, when that has been taken already, to
 * the same request, which finds the session that the first opened. Undefined when somebody else answered first.
 */
export async function afterFirstAnswer(db: Db, waiting: Waiting, accountId?: string): Promise<string | undefined> {
  const first = await firstAnswer(db, waiting)
  if (first === undefined) return waiting.request
  const who = first.login?.accountId
  return who === undefined || accountId === undefined || who === accountId ? waiting.returnTo : undefined
}

const firstAnswer = async (db: Db, { uid }: Waiting): Promise<InteractionResults | undefined> => {
  const found = await findRecord(db, { model: 'Interaction', idHash: digest(uid) })
  return found?.payload['result'] as InteractionResults | undefined
}

const refusals: Readonly<Record<'no-permission' | 'cancelled', Readonly<Record<string, string>>>> = {
  'no-permission': { error: 'access_denied', error_description: 'the person has no permission for this service' },
  cancelled: { error: 'access_denied', error_description: 'the person did not sign in' },
}
