import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Db } from '../database/database.js'
import { tellLimited } from '../login/refusal.js'
import { countSource, uncountSource } from '../login/source/source.js'
import { redeem, tryCode, type Tried } from '../one-time-passwords/redeem.js'
import { SecretUnknown } from '../context/keys.js'
import type { AppContext } from '../context/app-context.js'
import { hashOf, newVisitName, type VisitAt } from './kiosk.js'
import { advanceVisit, holdVisit } from './kiosk.queries.js'

export type EnteredCode =
  | { readonly kind: 'proved'; readonly visitName: string }
  | Exclude<Tried, { readonly kind: 'right' }>
  /** Too much was guessed from this source: what was typed is wrong, or was not compared. */
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }

export interface EnterCode {
  readonly visit: VisitAt<'enter-code'>
  readonly typed: string
  readonly from: Origin
}

/**
 * A wrong code counts against its source like a wrong password. From a source at its limit a code is compared once and
 * no more, so that whoever ordered it where others guess can still use it.
 */
export async function enterCode(db: Db, context: AppContext, { visit, typed, from }: EnterCode): Promise<EnteredCode> {
  const { codeId } = visit
  if (codeId === undefined) return { kind: 'spent' }
  const source = await countSource(db, context, from.address, 'failure')
  const isLimited = source.kind === 'limited'
  if (isLimited && source.isFirst) await tellLimited(db, from, 'failure')
  const tried = await tryCode(db, context, { codeId, typed, from, ...(isLimited && { triesAtMost: 1 }) }).catch(
    async (error: unknown) => {
      if (error instanceof SecretUnknown) await uncountSource(db, source)
      throw error
    },
  )
  if (isLimited && tried.kind !== 'right') return source
  if (tried.kind !== 'wrong') await uncountSource(db, source)
  if (tried.kind !== 'right') return tried
  return await goOn(db, context, { visit, codeId: tried.codeId, accountId: tried.accountId, from })
}

interface GoOn extends Pick<EnterCode, 'visit' | 'from'> {
  readonly codeId: string
  readonly accountId: string
}

/** The mailed code is used up and the visit goes on in one transaction: of many who ask at once, one goes on. */
const goOn = async (db: Db, context: AppContext, { visit, codeId, accountId, from }: GoOn): Promise<EnteredCode> => {
  const visitName = newVisitName()
  return await db.transaction().execute(async (trx): Promise<EnteredCode> => {
    if (!(await holdVisit(trx, { idHash: visit.idHash, step: 'enter-code' }))) return { kind: 'spent' }
    if (!(await redeem(trx, codeId))) return { kind: 'spent' }
    await advanceVisit(trx, {
      from: visit.idHash,
      to: hashOf(visitName),
      accountId,
      minutes: context.policy.kiosk.stepMinutes,
    })
    await record(trx, from, {
      kind: 'one-time-password-redeemed',
      by: accountId,
      about: accountId,
      details: { purpose: 'reset' },
    })
    return { kind: 'proved', visitName }
  })
}
