import type { Origin } from '../world/origin.js'
import { record } from '../audit/record.js'
import type { Db } from '../database/database.js'
import { redeem, tryCode, type Tried } from '../one-time-passwords/redeem.js'
import type { World } from '../world/world.js'
import { hashOf, newVisitName, type VisitAt } from './kiosk.js'
import { advanceVisit, holdVisit } from './queries.js'

export type EnteredCode =
  | { readonly kind: 'proved'; readonly visitName: string }
  | Exclude<Tried, { readonly kind: 'right' }>

export interface EnterCode {
  readonly visit: VisitAt<'enter-code'>
  readonly typed: string
  readonly from: Origin
}

/** The mailed code is used up and the visit goes on in one transaction: of many who ask at once, one goes on. */
export async function enterCode(db: Db, world: World, { visit, typed, from }: EnterCode): Promise<EnteredCode> {
  const { codeId } = visit
  if (codeId === undefined) return { kind: 'spent' }
  const tried = await tryCode(db, world, { codeId, typed, from })
  if (tried.kind !== 'right') return tried
  const visitName = newVisitName()
  return await db.transaction().execute(async (trx): Promise<EnteredCode> => {
    if (!(await holdVisit(trx, { idHash: visit.idHash, step: 'enter-code' }))) return { kind: 'spent' }
    if (!(await redeem(trx, codeId))) return { kind: 'spent' }
    await advanceVisit(trx, {
      from: visit.idHash,
      to: hashOf(visitName),
      accountId: tried.accountId,
      minutes: world.policy.kiosk.stepMinutes,
    })
    await record(trx, from, {
      kind: 'one-time-password-redeemed',
      by: tried.accountId,
      about: tried.accountId,
      details: { purpose: 'reset' },
    })
    return { kind: 'proved', visitName }
  })
}
