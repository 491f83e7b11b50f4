import { load } from 'cheerio'
import { demoPassword } from '../../src/demo/people.js'
import { openBrowser, type Browser, type Witness } from '../support/browser.js'
import type { TestApp } from '../support/app.js'
import { signInDirectly } from '../support/sign-in-directly.js'

/** A browser at the page of their own account, signed in without the pages that lead there. */
export async function signedInAs(t: Witness, app: TestApp, username: string): Promise<Browser> {
  const browser = await signInDirectly(t, app, username)
  await browser.open('/konto')
  return browser
}

/** A browser at the page of their own account, where they came by name and password. */
export async function signedInByPassword(t: Witness, app: TestApp, username: string): Promise<Browser> {
  const browser = openBrowser(t, app.home)
  await browser.open('/konto')
  await signIn(browser, username)
  return browser
}

/** On the sign-in page that is open. */
export async function signIn(browser: Browser, username: string): Promise<number> {
  browser.fill('Användarnamn', username)
  browser.fill('Lösenord', demoPassword)
  return await browser.press('Logga in')
}

/** The page as somebody reads it: what stands in a box of its own is a word of its own. */
export function wordsOf(browser: Browser): string {
  const page = load(browser.html())
  page('main *').append(' ').prepend(' ')
  return page('main').text().replaceAll(/\s+/g, ' ').trim()
}

export async function accountIdOf({ owner }: TestApp, username: string): Promise<string> {
  const { id } = await owner
    .selectFrom('account')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  return id
}

/** The names of the account's live sessions, the oldest first. */
export async function sessionsIn(app: TestApp, username: string): Promise<string[]> {
  const rows = await app.owner
    .selectFrom('session')
    .select('uid')
    .where('account_id', '=', await accountIdOf(app, username))
    .where('ended_at', 'is', null)
    .orderBy('signed_in_at')
    .execute()
  return rows.map(({ uid }) => uid)
}

/** What the audit tells of one kind, without the ids of requests. */
export async function audited({ owner }: TestApp, kind: string) {
  return await owner
    .selectFrom('audit_event')
    .select(['actor_id as by', 'about_id as about', 'details'])
    .where('kind', '=', kind)
    .orderBy('seq')
    .execute()
}
