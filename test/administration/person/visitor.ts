import type { ExecutionContext } from 'ava'
import type { Browser } from '../../support/browser.js'
import type { TestHouse } from '../../support/house.js'
import { accountIdOf, signedInAs } from '../../own-account/visitor.js'

/** The administrator of Vätterbygdens yrkeshögskola, on the page of somebody there. */
export async function personPage(
  t: ExecutionContext,
  house: TestHouse,
  username: string,
  { as = 'admin10001' } = {},
): Promise<Browser> {
  const browser = await signedInAs(t, house, as)
  await browser.open(`/behorigheter/personer/${await accountIdOf(house, username)}`)
  return browser
}

/** The ids of what somebody holds, as a form names them, and where it is. */
export async function grantsIn({ owner }: TestHouse, username: string): Promise<readonly [string, string]> {
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
export async function askedAlready(house: TestHouse, username: string): Promise<void> {
  const [, organisation_id] = await grantsIn(house, username)
  const account_id = await accountIdOf(house, username)
  const asked_by = await accountIdOf(house, 'admin10001')
  await house.owner
    .insertInto('ending_request')
    .values({ account_id, organisation_id, asked_by, reason: 'Har flyttat.' })
    .execute()
}
