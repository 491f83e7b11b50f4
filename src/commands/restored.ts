import { record } from '../audit/record.js'
import type { Db } from '../database/database.js'
import { endEveryVisit } from '../kiosk/visit.js'
import { clearEveryCount } from '../login/attempts/attempts.js'
import { endEverySession } from '../login/sessions/sessions.js'
import { forgetEverything } from '../oidc/sweep.js'
import { burnEveryCode } from '../one-time-passwords/burn.js'
import { fromWithin } from '../context/origin.js'
import { say } from './terminal.js'

/**
 * `portvakt restored`, after a backup was put back (security.md G10): what it brought back alive may have been ended,
 * used or opened since it was taken, and nobody can tell. So none of it goes on, all in one transaction.
 */
export async function restored(db: Db): Promise<void> {
  const { sessions, codes } = await db.transaction().execute(async (trx) => {
    const gone = { sessions: await endEverySession(trx), codes: await burnEveryCode(trx) }
    await endEveryVisit(trx)
    await forgetEverything(trx)
    await clearEveryCount(trx)
    await record(trx, fromWithin('portvakt restored'), { kind: 'backup-restored', details: gone })
    return gone
  })
  say(`Ended: ${sessions} sessions, ${codes} one-time passwords, all tokens. No name is locked.`)
  say('Whoever waited for a one-time password needs a new one: their administrator can send it.')
}
