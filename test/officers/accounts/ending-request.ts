import { accountIdOf } from '../../own-account/client.js'
import type { TestApp } from '../../support/app.js'

/** What admin10001 has asked about somebody there, and that awaits a decision. */
export async function endingRequestIn(app: TestApp, username = 'ny10001'): Promise<string> {
  const account_id = await accountIdOf(app, username)
  const open = app.owner.selectFrom('ending_request').select('id').where('decision', 'is', null)
  const waiting = await open.where('account_id', '=', account_id).executeTakeFirst()
  if (waiting !== undefined) return waiting.id
  const { id: organisation_id } = await app.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10001')
    .executeTakeFirstOrThrow()
  const asked_by = await accountIdOf(app, 'admin10001')
  const values = { account_id, organisation_id, asked_by, reason: 'Har flyttat utomlands.' }
  return (await app.owner.insertInto('ending_request').values(values).returning('id').executeTakeFirstOrThrow()).id
}
