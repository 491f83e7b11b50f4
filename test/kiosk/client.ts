import type { ExecutionContext } from 'ava'
import { demoPeople, type DemoUsername } from '../../src/demo/people.js'
import { openBrowser, type Browser } from '../support/browser.js'
import type { TestApp } from '../support/app.js'

export const newPassword = 'Sju lugna björnar dricker te'

export function addressOf(username: DemoUsername): string {
  const address = demoPeople.find((somebody) => somebody.username === username)?.person.email
  if (!address) throw new Error(`${username} has no address`)
  return address
}

/** The one-time password in the next mail to this person that has one. */
export async function mailedCode(app: TestApp, username: DemoUsername): Promise<string> {
  for (;;) {
    const { text } = await app.nextMail(addressOf(username))
    const code = /\b\d{4} \d{4}\b|\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(text)?.[0]
    if (code !== undefined) return code
  }
}

/** Orders a code by the second form; the browser then stands at the page that asks for it. */
export async function order(browser: Browser, username: string): Promise<number> {
  await browser.open('/losenordskiosk/glomt')
  browser.fill('Användarnamn', username)
  return await browser.press('Fortsätt')
}

export async function enterCode(browser: Browser, code: string): Promise<number> {
  browser.fill('Ange engångslösenord', code)
  return await browser.press('Fortsätt')
}

/** By the first form, with the present or the initial one-time password. */
export async function prove(browser: Browser, username: string, password: string): Promise<number> {
  await browser.open('/losenordskiosk/andra')
  browser.fill('Användarnamn', username)
  browser.fill('Lösenord eller engångslösenord', password)
  return await browser.press('Fortsätt')
}

export async function choose(browser: Browser, password: string): Promise<number> {
  browser.fill('Nytt lösenord', password)
  return await browser.press('Byt lösenord')
}

/** A browser that stands where a new password is chosen, having typed a mailed code. */
export async function atChoosing(t: ExecutionContext, app: TestApp, username: DemoUsername): Promise<Browser> {
  const browser = openBrowser(t, app.home)
  await order(browser, username)
  await enterCode(browser, await mailedCode(app, username))
  return browser
}

/** What a form of the kiosk carries besides what is typed. */
export function kept(browser: Browser): { readonly token: string; readonly steg: string } {
  const steg = /name="steg" value="([\w-]+)"/.exec(browser.html())?.[1] ?? ''
  return { token: browser.formToken(), steg }
}

export async function post(
  browser: Browser,
  path: string,
  fields: Readonly<Record<string, string>> | URLSearchParams,
): Promise<Response> {
  return await browser.send(path, { method: 'POST', body: new URLSearchParams(fields) })
}
