import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { orderInitial } from '../one-time-passwords/order.js'
import type { Origin } from '../context/origin.js'
import type { AppContext } from '../context/app-context.js'
import { markPosted } from './username-letters.queries.js'

export interface PostLetters {
  readonly letterIds: readonly string[]
  readonly by?: string
  readonly from: Origin
}

export interface PostedLetter {
  readonly letterId: string
  readonly accountId: string
  /** When the one-time password is mailed; undefined when the account has a password, or nobody to mail to. */
  readonly passwordAt: Date | undefined
}

/**
 * *Markera som postade*: the letters have been handed over, and each person who has no password yet gets the initial
 * one-time password some days later. What was posted before, or is not there, is passed over: pressing twice is
 * pressing once.
 */
export async function postLetters(trx: Trx, context: AppContext, input: PostLetters): Promise<readonly PostedLetter[]> {
  const posted = await markPosted(trx, { ...input, days: context.policy.initialPassword.daysAfterLetter })
  const told: PostedLetter[] = []
  for (const { letterId, accountId, organisationId, hasPassword, passwordAt } of posted) {
    const { by, from } = input
    const whose = { accountId, sendAt: passwordAt, from, ...(by !== undefined && { by }) }
    const follows = !hasPassword && (await orderInitial(trx, context, whose)).kind === 'ordered'
    told.push({ letterId, accountId, passwordAt: follows ? passwordAt : undefined })
    await record(trx, from, {
      kind: 'username-letter-posted',
      by,
      about: accountId,
      organisation: organisationId ?? undefined,
      details: { passwordFollows: follows },
    })
  }
  return told
}
