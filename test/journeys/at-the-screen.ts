import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { sv } from '../../src/text/sv.js'
import type { TestApp } from '../support/app.js'

/** What somebody does at the screen of a real browser, in Swedish. */
export const ownPassword = 'Sju lugna björnar dricker te'

export async function signIn(page: Page, username: string, password = demoPassword): Promise<void> {
  await fill(page, sv.login.username, username)
  await fill(page, sv.login.password, password)
  await press(page, sv.login.signIn)
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState()
}

export async function fill(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(value)
}

export async function wordsOf(page: Page): Promise<string> {
  return await page.locator('main').innerText()
}

/** Reads the one-time password mailed to this address, and chooses an own password. */
export async function chooseFirstPassword(
  page: Page,
  { app, username, email }: { readonly app: TestApp; readonly username: string; readonly email: string },
): Promise<void> {
  const mail = await app.nextMail(email, 'Ditt engångslösenord')
  await page.goto(`${app.home}/losenordskiosk/andra`)
  await fill(page, sv.kiosk.username, username)
  await fill(page, sv.kiosk.presentPassword, /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(mail.text)?.[0] ?? '')
  await press(page, sv.kiosk.continue)
  await fill(page, sv.kiosk.newPassword, ownPassword)
  await press(page, sv.kiosk.change)
}

/** As it stands in the letter. */
export async function usernameOf({ owner }: TestApp, email: string): Promise<string> {
  const { username } = await owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('person.email', '=', email)
    .select('account.username')
    .executeTakeFirstOrThrow()
  return username
}
