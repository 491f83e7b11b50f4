import { setTimeout as sleep } from 'node:timers/promises'
import test, { type ExecutionContext } from 'ava'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { textIn } from '../../src/text/text.js'
import { axeFinds, openChromium, overflows } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { travel } from '../support/clock.js'
import { openTestHouse, type HouseOfTest, type TestHouse } from '../support/house.js'
import { standAt } from '../support/stand-at.js'

const { signedIn: words, oidc } = textIn('sv')

for (const [width, colorScheme, locale] of [
  [1280, 'light', 'sv-SE'],
  [1280, 'dark', 'en-GB'],
  [375, 'light', 'en-GB'],
  [375, 'dark', 'sv-SE'],
] as const) {
  test(`each dialog can be read by everybody: ${width} px, ${colorScheme}, ${locale}`, async (t) => {
    const seat = await sitDown(t, { reader: { viewport: { width, height: 720 }, colorScheme, locale } })
    const { page, context } = seat
    const look = async (kind: string) => {
      await page.locator(`dialog[data-kind=${kind}][open]`).waitFor()
      await takePicture(page, `stay-${kind}-${width}-${colorScheme}`)
      t.deepEqual(await axeFinds(page), [], kind)
      await page.setViewportSize({ width: 320, height: 480 })
      t.is(await overflows(page), 0, kind)
      await page.setViewportSize({ width, height: 720 })
    }
    await pass(seat, 26)
    await look('idle')
    await context.setOffline(true)
    await look('network')
    await context.setOffline(false)
    await context.route('**/konto/tid-kvar', async (route) => await route.fulfill({ status: 503 }))
    await page.clock.runFor('00:20')
    await look('server')
  })
}

test('five minutes before the end the page asks, and who stays goes on where they were', async (t) => {
  const seat = await sitDown(t)
  const { page } = seat
  await page.getByRole('link', { name: 'Ändra lösenord' }).focus()
  await pass(seat, 24)
  t.is(await openDialog(page), undefined)
  await pass(seat, 1.5)
  const dialog = page.getByRole('alertdialog', { name: words.idleTitle })
  await dialog.waitFor()
  t.is(await focused(page), words.stay)
  t.regex(await page.title(), /^Vill du stanna kvar på sidan\? – /)
  t.regex(await dialog.innerText(), /Automatisk utloggning sker om cirka 4 minuter och \d+ sekunder\./)
  await page.keyboard.press('Tab')
  t.is(await focused(page), words.signOut)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  t.is(await focused(page), 'Ändra lösenord', 'the focus is back')
  t.notRegex(await page.title(), /stanna/)
  await pass(seat, 24)
  t.is(await openDialog(page), undefined, 'half an hour anew')
})

test('Escape stays', async (t) => {
  const seat = await sitDown(t)
  const { page } = seat
  for (const round of [1, 2]) {
    await pass(seat, 26)
    await page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
    const staying = page.waitForResponse((response) => response.url().endsWith('/konto/stanna-kvar'))
    await page.keyboard.press('Escape')
    t.is((await staying).status(), 200, `round ${round}`)
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  }
})

test('the countdown goes on by the second, and is read aloud once a minute and near the end', async (t) => {
  const { page, house } = await sitDown(t)
  const start = Date.now() + 26.5 * 60_000
  await page.clock.pauseAt(new Date(Date.now() + 60_000))
  await standAt(house.owner, new Date(start).toISOString())
  await page.clock.fastForward('26:00')
  const dialog = page.getByRole('alertdialog', { name: words.idleTitle })
  await dialog.waitFor()
  const said: string[] = []
  const shown = new Set<string>()
  for (let seconds = 1; seconds < 208 && !said.includes('10 sekunder'); seconds += 1) {
    await standAt(house.owner, new Date(start + seconds * 1000).toISOString())
    await page.clock.runFor(1000)
    shown.add(await dialog.locator('[data-part=left]').innerText())
    const last = /cirka (.*)\./.exec(await page.locator('[data-part=said]').innerText())?.[1]
    if (last !== undefined && last !== said.at(-1)) said.push(last)
  }
  t.deepEqual(said, ['3 minuter', '2 minuter', '1 minut', '30 sekunder', '10 sekunder'])
  t.true(shown.size > 150, `${shown.size} different`)
})

test('what the page asks by itself keeps nobody: the time runs out before an open window', async (t) => {
  const seat = await sitDown(t, { path: '/konto?klart=sprak' })
  const { page } = seat
  for (let minutes = 0; minutes < 31; minutes += 2) await pass(seat, 2)
  await page.waitForURL('**/konto/utloggad?orsak=inaktiv&till=*')
  t.regex(await page.locator('main').innerText(), /inte hade gjort något på en stund/)
  t.deepEqual(await axeFinds(page), [])
  await takePicture(page, 'signed-out-idle')
  await page.getByRole('link', { name: words.again }).click()
  await typeAndSignIn(page, 'rapport10001')
  await page.waitForURL('**/konto?klart=sprak')
})

test('a computer that slept past the end wakes up signed out', async (t) => {
  const seat = await sitDown(t)
  await travel(seat.house.owner, '2 hours')
  await seat.page.clock.fastForward('02:00:00')
  await seat.page.waitForURL('**/konto/utloggad?orsak=inaktiv&*')
  t.false((await seat.page.locator('body').innerText()).includes('Haddad'))
})

for (const [clock, stopped] of Object.entries({
  'the steady clock stood still while the computer slept': 'performance.now = () => 1000',
  'the wall clock was set back': 'Date.now = () => 1000',
})) {
  test(`the end is noticed though ${clock}`, async (t) => {
    const seat = await sitDown(t)
    await seat.page.addInitScript(stopped)
    await seat.page.reload()
    await seat.page.waitForLoadState('networkidle')
    await pass(seat, 26)
    await seat.page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
    await pass(seat, 5)
    await seat.page.waitForURL('**/konto/utloggad?orsak=inaktiv&*')
    t.pass()
  })
}

test('a computer that slept a while asks before it says anything', async (t) => {
  const seat = await sitDown(t)
  await travel(seat.house.owner, '20 minutes')
  await seat.context.request.get(`${seat.house.home}/konto`)
  await travel(seat.house.owner, '7 minutes')
  const asked = seat.page.waitForResponse((response) => response.url().endsWith('/konto/tid-kvar'))
  await seat.page.clock.fastForward('27:00')
  t.is((await asked).status(), 200)
  await seat.page.clock.runFor('00:02')
  t.is(await openDialog(seat.page), undefined, 'somebody was here meanwhile')
})

test('in two windows: both ask, staying in one answers for the other', async (t) => {
  const seat = await sitDown(t)
  const other = await openWindow(seat.context, seat.house)
  await travel(seat.house.owner, '26 minutes')
  for (const page of [seat.page, other]) await page.clock.fastForward('26:00')
  for (const page of [seat.page, other]) await page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
  await other.getByRole('button', { name: words.stay }).click()
  for (const page of [seat.page, other]) await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  t.is(await openDialog(seat.page), undefined)
})

test('in two windows: who signs out in one is signed out in the other, and is told', async (t) => {
  const seat = await sitDown(t)
  const other = await openWindow(seat.context, seat.house)
  await other.getByRole('navigation', { name: words.nav }).getByRole('button', { name: words.signOut }).click()
  await other.getByRole('heading', { name: oidc.signedOutTitle }).waitFor()
  await seat.page.waitForURL('**/konto/utloggad?orsak=avslutad&*')
  t.regex(await seat.page.locator('main').innerText(), /loggade ut i ett annat fönster/)
})

test('when somebody else signs in in another window, the page becomes theirs', async (t) => {
  const seat = await sitDown(t)
  const other = await openWindow(seat.context, seat.house)
  await seat.context.setOffline(true)
  await seat.context.setOffline(false)
  await seat.context.clearCookies({ name: 'portvakt_session' })
  await other.goto(`${seat.house.home}/konto`)
  await typeAndSignIn(other, 'rapport10002')
  await seat.page.locator('.signed-in__name', { hasNotText: 'Haddad' }).waitFor()
  t.is(new URL(seat.page.url()).pathname, '/konto')
})

test('when the network is gone the page says so, and when it is back goes on', async (t) => {
  const seat = await sitDown(t)
  await seat.context.setOffline(true)
  const dialog = seat.page.getByRole('alertdialog', { name: words.networkTitle })
  await dialog.waitFor()
  t.is(await focused(seat.page), words.tryAgain)
  t.false(await dialog.locator('[data-part=time]').isVisible(), 'there is time enough')
  await dialog.getByRole('button', { name: words.close }).click()
  await dialog.waitFor({ state: 'hidden' })
  await pass(seat, 10)
  t.is(await openDialog(seat.page), undefined, 'what was closed stays closed')
  await pass(seat, 17)
  await dialog.waitFor()
  t.true(await dialog.locator('[data-part=time]').isVisible(), 'until the time is short')
  await seat.context.setOffline(false)
  await seat.page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
  t.pass()
})

test('when the time runs out with the network gone, nothing of the page is seen', async (t) => {
  const seat = await sitDown(t)
  await pass(seat, 26)
  await seat.page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
  await seat.context.setOffline(true)
  const dialog = seat.page.getByRole('alertdialog', { name: words.networkTitle })
  await dialog.waitFor()
  t.true(await dialog.locator('[data-part=time]').isVisible())
  await pass(seat, 5)
  await dialog.getByText(words.timeIsUp).waitFor()
  t.false(await dialog.getByRole('button', { name: words.close }).isVisible())
  await takePicture(seat.page, 'stay-over')
  await seat.context.setOffline(false)
  await seat.page.waitForURL('**/konto/utloggad?orsak=inaktiv&*')
  t.pass()
})

test('when the server fails the page says so, and somebody who wants to stay may try again', async (t) => {
  const seat = await sitDown(t)
  let status = 500
  await seat.context.route(/\/konto\/(?:stanna-kvar|tid-kvar)$/, async (route) => await route.fulfill({ status }))
  await pass(seat, 26)
  const dialog = seat.page.getByRole('alertdialog', { name: words.serverTitle })
  await dialog.waitFor()
  t.regex(await dialog.innerText(), /Automatisk utloggning sker om cirka/)
  status = 503
  await dialog.getByRole('button', { name: words.tryAgain }).click()
  await dialog.waitFor()
  await seat.context.unrouteAll()
  await dialog.getByRole('button', { name: words.tryAgain }).click()
  await seat.page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  t.is(await openDialog(seat.page), undefined)
})

test('one failure with time enough troubles nobody', async (t) => {
  const seat = await sitDown(t)
  await seat.context.route('**/konto/tid-kvar', async (route) => await route.fulfill({ status: 503 }), { times: 1 })
  await pass(seat, 6)
  await seat.page.clock.runFor('00:10')
  t.is(await openDialog(seat.page), undefined)
})

test('staying does not help against the longest time, and the page says so', async (t) => {
  const seat = await sitDown(t, { policy: { session: { absoluteHours: 1 } } })
  const { page } = seat
  for (const minutes of [20, 20]) {
    await pass(seat, minutes)
    await page.reload()
    await page.waitForLoadState('networkidle')
  }
  await pass(seat, 16)
  const dialog = page.getByRole('alertdialog', { name: words.absoluteTitle })
  await dialog.waitFor()
  t.is(await focused(page), words.understood)
  await takePicture(page, 'stay-absolute')
  t.deepEqual(await axeFinds(page), [])
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await pass(seat, 3.2)
  await dialog.waitFor()
  await pass(seat, 1)
  await page.waitForURL('**/konto/utloggad?orsak=tid&*')
  t.regex(await page.locator('main').innerText(), /så länge som det går i sträck/)
})

test('an administrator is asked with three minutes left, in the tool too', async (t) => {
  const seat = await sitDown(t, { username: 'admin10001', path: '/behorigheter' })
  await pass(seat, 11)
  t.is(await openDialog(seat.page), undefined)
  await pass(seat, 1.5)
  await seat.page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
  await pass(seat, 3)
  await seat.page.waitForURL('**/konto/utloggad?orsak=inaktiv&till=%2Fbehorigheter')
  t.pass()
})

interface Seat {
  readonly house: TestHouse
  readonly context: BrowserContext
  readonly page: Page
}

interface Sitting {
  readonly username?: string
  readonly path?: string
  readonly policy?: HouseOfTest['policy']
  readonly reader?: BrowserContextOptions
}

/** Somebody who has just signed in, at a page whose clock can be moved. */
const sitDown = async (t: ExecutionContext, sitting: Sitting = {}): Promise<Seat> => {
  const { username = 'rapport10001', path = '/konto', policy, reader = {} } = sitting
  const house = await openTestHouse(t, policy === undefined ? {} : { policy })
  const context = await (await openChromium(t)).newContext({ locale: 'sv-SE', ...reader })
  const page = await openPage(context)
  await page.goto(`${house.home}${path}`)
  await typeAndSignIn(page, username)
  await page.waitForURL(`${house.home}${path}`)
  await page.waitForLoadState('networkidle')
  return { house, context, page }
}

const openWindow = async (context: BrowserContext, house: TestHouse): Promise<Page> => {
  const page = await openPage(context)
  await page.goto(`${house.home}/konto`)
  await page.waitForLoadState('networkidle')
  return page
}

const openPage = async (context: BrowserContext): Promise<Page> => {
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

const typeAndSignIn = async (page: Page, username: string): Promise<void> => {
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(demoPassword)
  await page.locator('main form:has(#password) button[type=submit]').click()
}

/**
 * Time passes, for the database and for the page alike. What the page asks while one clock is ahead of the other waits:
 * it would be answered by a time that has not come to it yet.
 */
const pass = async ({ house, page }: Seat, minutes: number): Promise<void> => {
  await answered(page)
  const letThrough = holdBack(page)
  await travel(house.owner, `${minutes * 60} seconds`)
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

/** Between a page and the house: what is under way, and what all that is asked from now on waits for. */
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

const openDialog = async (page: Page): Promise<string | undefined> => {
  const open = page.locator('dialog[open]')
  return (await open.count()) === 0 ? undefined : await open.innerText()
}

const focused = async (page: Page): Promise<string> =>
  await page.evaluate<string>('document.activeElement.textContent.trim()')
