import { stillHolds } from '../accounts/confirm.js'
import { nameKeysOf } from '../accounts/username.js'
import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Db, Trx } from '../database/database.js'
import { clearAttempts } from '../login/attempts/attempts.js'
import { identify, type Refused } from '../login/identify.js'
import { refuse } from '../login/refusal.js'
import type { AppContext } from '../context/app-context.js'
import { hashOf, newVisitName, type Visit } from './kiosk.js'
import { deleteVisit, insertVisit } from './kiosk.queries.js'

/** The refusals are sign-in's own: one order of checks, one lock, one counter for both (security.md 1.1, R-18). */
export type ProvedPassword = { readonly kind: 'proved'; readonly visitName: string } | Refused

export interface ProvePassword {
  readonly username: string
  /** The present password, or the initial one-time password. */
  readonly password: string
  readonly interactionUid: string | undefined
  readonly current: Visit | undefined
  readonly from: Origin
}

/** The form for who knows the present password. It opens the choice of a new one and no session. */
export async function provePassword(db: Db, context: AppContext, input: ProvePassword): Promise<ProvedPassword> {
  const identified = await identify(db, context, { ...input, at: 'kiosk' })
  if (identified.kind !== 'password' && identified.kind !== 'initial') return identified
  const nameKeys = nameKeysOf(context, input.username)
  const visitName = newVisitName()
  const prove = async (trx: Trx): Promise<boolean> => {
    // Ended, or given another password, since the two were compared: then it was a wrong one.
    if (!(await stillHolds(trx, identified.account))) return false
    await clearAttempts(trx, nameKeys)
    if (input.current !== undefined) await deleteVisit(trx, input.current.idHash)
    await insertVisit(trx, {
      idHash: hashOf(visitName),
      step: 'choose-password',
      nameKey: nameKeys.newest,
      accountId: identified.account.id,
      ...(identified.kind === 'initial' && { codeId: identified.codeId }),
      proof: identified.kind,
      interactionUid: input.interactionUid,
      minutes: context.policy.kiosk.stepMinutes,
    })
    await record(trx, input.from, {
      kind: 'kiosk-identified',
      by: identified.account.id,
      about: identified.account.id,
      details: { proof: identified.kind },
    })
    return true
  }
  const isProved = await identified.open(async () => await db.transaction().execute(prove))
  return isProved ? { kind: 'proved', visitName } : await refuse(db, identified.otherwise)
}
