import type { Trx } from '../../database/database.js'
import { noticeQueue, queueIn } from '../queues.js'
import type { LogoutNotice } from './notice.js'

/** Puts notices into their queue in the caller's transaction: committed with the end that they tell of, or gone with it. */
export async function postNotices(trx: Trx, notices: readonly LogoutNotice[]): Promise<void> {
  const queue = queueIn(trx)
  for (const notice of notices) {
    const id = await queue.send(noticeQueue, notice, { group: { id: notice.clientId } })
    if (id === null) throw new Error(`The notice to ${notice.clientId} did not get into the queue.`)
  }
}
