import type { ExecutionContext } from 'ava'
import { accountIdOf, signedInAs } from '../../own-account/client.js'
import type { Browser } from '../../support/browser.js'
import type { TestApp } from '../../support/app.js'

/** An officer on the page of somebody's account. */
export async function accountPage(
  t: ExecutionContext,
  app: TestApp,
  username: string,
  { as = 'handlaggare1' } = {},
): Promise<Browser> {
  const browser = await signedInAs(t, app, as)
  await browser.open(`/handlaggning/konton/${await accountIdOf(app, username)}`)
  return browser
}

/** On the account's page: the form behind a link, filled in and sent. */
export async function act(
  browser: Browser,
  title: string,
  button: string,
  typed: Readonly<Record<string, string>> = {},
) {
  await browser.follow(title)
  for (const [label, words] of Object.entries(typed)) browser.fill(label, words)
  return await browser.press(button, 'main')
}

/** What is kept of an account, behind the scenes. */
export async function rowOf({ owner }: TestApp, username: string) {
  return await owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('account.username', '=', username)
    .select([
      'account.id',
      'ended_at',
      'end_reason',
      'merged_into',
      'email',
      'has_protected_identity',
      'personal_identity_number',
    ])
    .executeTakeFirstOrThrow()
}
