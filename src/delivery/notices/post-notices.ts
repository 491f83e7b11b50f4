import type { Trx } from '../../database/database.js'
import { noticeQueue, putAll } from '../queues.js'
import type { LogoutNotice } from './notice.js'

/** Puts notices into their queue in the caller's transaction: committed with the end that they tell of, or gone with it. */
export async function postNotices(trx: Trx, notices: readonly LogoutNotice[]): Promise<void> {
  await putAll(
    trx,
    noticeQueue,
    notices.map((notice) => ({ data: notice, group: { id: notice.clientId } })),
  )
}
