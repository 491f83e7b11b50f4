/** Somebody who sits at a page of theirs while time passes. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ExecutionContext } from 'ava'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { openChromium } from '../support/chromium.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestAppOptions, type TestApp } from '../support/app.js'

export interface SignedInPage {
  readonly app: TestApp
  readonly context: BrowserContext
  readonly page: Page
}

interface SignedInPageOptions {
  readonly username?: string
  readonly path?: string
  readonly policy?: TestAppOptions['policy']
  readonly reader?: BrowserContextOptions
}

/** Somebody who has just signed in, at a page whose clock can be moved. */
export const openSignedInPage = async (
  t: ExecutionContext,
  options: SignedInPageOptions = {},
): Promise<SignedInPage> => {
  const { username = 'rapport10001', path = '/konto', policy, reader = {} } = options
  const app = await startTestApp(t, policy === undefined ? {} : { policy })
  const context = await (await openChromium(t)).newContext({ locale: 'sv-SE', ...reader })
  const page = await openPage(context)
  await page.goto(`${app.home}${path}`)
  await typeAndSignIn(page, username)
  await page.waitForURL(`${app.home}${path}`)
  await page.waitForLoadState('networkidle')
  return { app, context, page }
}

export const openWindow = async (context: BrowserContext, app: TestApp): Promise<Page> => {
  const page = await openPage(context)
  await page.goto(`${app.home}/konto`)
  await page.waitForLoadState('networkidle')
  return page
}

export const openPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  const { open } = lineOf(page)
  page.on('request', (request) => void open.add(request))
  page.on('requestfinished', (request) => void open.delete(request))
  page.on('requestfailed', (request) => void open.delete(request))
  await page.route('**/konto/tid-kvar', async (route) => {
    await lineOf(page).held
    await route.fallback()
  })
  await page.clock.install()
  return page
}

export const typeAndSignIn = async (page: Page, username: string): Promise<void> => {
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(demoPassword)
  await page.locator('main form:has(#password) button[type=submit]').click()
}

/**
 * Time passes, for the database and for the page alike. What the page asks while one clock is ahead of the other waits:
 * it would be answered by a time that has not come to it yet.
 */
export const pass = async ({ app, page }: SignedInPage, minutes: number): Promise<void> => {
  await answered(page)
  const letThrough = holdBack(page)
  await travel(app.owner, `${minutes * 60} seconds`)
  await page.clock.fastForward(minutes * 60_000)
  letThrough()
  await answered(page)
}

/** Waits until the page has every answer that it asked for, and has seen it; or has gone elsewhere because of it. */
const answered = async (page: Page): Promise<void> => {
  for (let waited = 0; waited < 60_000 && lineOf(page).open.size > 0; waited += 20) await sleep(20)
  await page.evaluate('0').catch(() => undefined)
}

const holdBack = (page: Page): (() => void) => {
  let letThrough = (): void => undefined
  lineOf(page).held = new Promise((resolve) => void (letThrough = resolve))
  return letThrough
}

/** Between a page and the app: what is under way, and what all that is asked from now on waits for. */
interface Line {
  readonly open: Set<unknown>
  held: Promise<void>
}

const lines = new WeakMap<Page, Line>()

const lineOf = (page: Page): Line => {
  const line = lines.get(page) ?? { open: new Set(), held: Promise.resolve() }
  lines.set(page, line)
  return line
}

export const openDialog = async (page: Page): Promise<string | undefined> => {
  const open = page.locator('dialog[open]')
  return (await open.count()) === 0 ? undefined : await open.innerText()
}

export const focused = async (page: Page): Promise<string> =>
  await page.evaluate<string>('document.activeElement.textContent.trim()')
