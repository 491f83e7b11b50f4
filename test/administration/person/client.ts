import type { ExecutionContext } from 'ava'
import type { Browser } from '../../support/browser.js'
import type { TestApp } from '../../support/app.js'
import { accountIdOf, signedInAs } from '../../own-account/client.js'

/** The administrator of Vätterbygdens yrkeshögskola, on the page of somebody there. */
export async function personPage(
  t: ExecutionContext,
  app: TestApp,
  username: string,
  { as = 'admin10001' } = {},
): Promise<Browser> {
  const browser = await signedInAs(t, app, as)
  await browser.open(`/behorigheter/personer/${await accountIdOf(app, username)}`)
  return browser
}

/** The ids of what somebody holds, as a form names them, and where it is. */
export async function grantsIn({ owner }: TestApp, username: string): Promise<readonly [string, string]> {
  const rows = await owner
    .selectFrom('grant')
    .innerJoin('account', 'account.id', 'grant.account_id')
    .where('account.username', '=', username)
    .select(['grant.id', 'organisation_id as organisationId'])
    .orderBy('grant.id')
    .execute()
  return [rows.map(({ id }) => id).join(','), rows[0]?.organisationId ?? '']
}

/** There is a request already that the account be ended. */
export async function askedAlready(app: TestApp, username: string): Promise<void> {
  const [, organisation_id] = await grantsIn(app, username)
  const account_id = await accountIdOf(app, username)
  const asked_by = await accountIdOf(app, 'admin10001')
  await app.owner
    .insertInto('ending_request')
    .values({ account_id, organisation_id, asked_by, reason: 'Har flyttat.' })
    .execute()
}
