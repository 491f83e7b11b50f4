import type { Db } from '../database/database.js'
import { parseMailJob } from './parse-mail-job.js'
import { takeUntold } from './delivery.queries.js'
import { untoldFrom } from './notices/untold.js'
import { deadLetterQueue, deadNoticeQueue } from './queues.js'
import type { Sending } from './send.js'
import { undeliveredFrom } from './undelivered.js'

/**
 * The queue itself gives up a mail, or a notice, whose workers died, or could not write it, one after the other; then
 * nobody was there to tell. Each is told once, in the transaction that notes it; how many it was.
 */
export async function tellGivenUp(db: Db, tell: Sending['tell']): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const mails = await takeUntold(trx, deadLetterQueue)
    for (const row of mails) {
      const { id, kind, accountId, reason } = undeliveredFrom(row)
      const job = parseMailJob(row.payload)
      await tell(trx, {
        kind: 'mail-undeliverable',
        result: 'refused',
        ...(accountId !== undefined && { about: accountId }),
        details: { letter: kind, reason, deadLetter: id },
        ...(job !== undefined && { job }),
      })
    }
    const notices = (await takeUntold(trx, deadNoticeQueue)).map(untoldFrom)
    for (const { id, clientId = 'unknown', accountId, reason } of notices) {
      await tell(trx, {
        kind: 'relying-service-not-told',
        result: 'refused',
        ...(accountId !== undefined && { about: accountId }),
        details: { client: clientId, reason, deadLetter: id },
      })
    }
    return mails.length + notices.length
  })
}
