import { fromWithin } from '../../src/context/origin.js'
import { orderUsernameLetter } from '../../src/username-letters/order-letter.js'
import { accountIdOf } from '../own-account/client.js'
import type { TestApp } from '../support/app.js'

/** A letter to somebody who waits for it; the one that is on its way, if there is one. */
export async function letterIn(app: TestApp, username = 'ny10001'): Promise<string> {
  const accountId = await accountIdOf(app, username)
  const order = { accountId, from: fromWithin('test') }
  const outcome = await app.db.transaction().execute(async (trx) => await orderUsernameLetter(trx, order))
  if (outcome.kind === 'ordered') return outcome.letterId
  const { id } = await app.owner
    .selectFrom('username_letter')
    .where('account_id', '=', accountId)
    .where('posted_at', 'is', null)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}
