import test from 'ava'
import { textIn } from '../../src/text/text.js'
import { axeFinds, overflows } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { travel } from '../support/clock.js'
import { stopClockAt } from '../support/stop-clock.js'
import { focused, openDialog, pass, openSignedInPage, typeAndSignIn } from './signed-in-page.js'

const { signedIn: words } = textIn('sv')

for (const [width, colorScheme, locale] of [
  [1280, 'light', 'sv-SE'],
  [1280, 'dark', 'en-GB'],
  [375, 'light', 'en-GB'],
  [375, 'dark', 'sv-SE'],
] as const) {
  test(`each dialog can be read by everybody: ${width} px, ${colorScheme}, ${locale}`, async (t) => {
    const signedIn = await openSignedInPage(t, { reader: { viewport: { width, height: 720 }, colorScheme, locale } })
    const { page, context } = signedIn
    const look = async (kind: string) => {
      await page.locator(`dialog[data-kind=${kind}][open]`).waitFor()
      await takePicture(page, `stay-${kind}-${width}-${colorScheme}`)
      t.deepEqual(await axeFinds(page), [], kind)
      await page.setViewportSize({ width: 320, height: 480 })
      t.is(await overflows(page), 0, kind)
      await page.setViewportSize({ width, height: 720 })
    }
    await pass(signedIn, 26)
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
  const signedIn = await openSignedInPage(t)
  const { page } = signedIn
  await page.getByRole('link', { name: 'Ändra lösenord' }).focus()
  await pass(signedIn, 24)
  t.is(await openDialog(page), undefined)
  await pass(signedIn, 1.5)
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
  await pass(signedIn, 24)
  t.is(await openDialog(page), undefined, 'half an hour anew')
})

test('Escape stays', async (t) => {
  const signedIn = await openSignedInPage(t)
  const { page } = signedIn
  for (const round of [1, 2]) {
    await pass(signedIn, 26)
    await page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
    const staying = page.waitForResponse((response) => response.url().endsWith('/konto/stanna-kvar'))
    await page.keyboard.press('Escape')
    t.is((await staying).status(), 200, `round ${round}`)
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  }
})

test('the countdown goes on by the second, and is read aloud once a minute and near the end', async (t) => {
  const { page, app } = await openSignedInPage(t)
  await page.evaluate(countQuestions)
  const start = Date.now() + 26.5 * 60_000
  await page.clock.pauseAt(new Date(Date.now() + 60_000))
  await stopClockAt(app.owner, new Date(start).toISOString())
  await page.clock.fastForward('26:00')
  const dialog = page.getByRole('alertdialog', { name: words.idleTitle })
  await dialog.waitFor()
  const said: string[] = []
  const shown = new Set<string>()
  for (let seconds = 1; seconds < 208 && said.length < 5; seconds += 1) {
    await stopClockAt(app.owner, new Date(start + seconds * 1000).toISOString())
    await page.clock.runFor(1000)
    // The page's clock stands still until it has its answer: else a busy machine makes seconds of it.
    while ((await page.evaluate(() => Reflect.get(globalThis, 'questions') as number)) > 0);
    shown.add(await dialog.locator('[data-part=left]').innerText())
    const last = /cirka (.*)\./.exec(await page.locator('[data-part=said]').innerText())?.[1]
    if (last !== undefined && last !== said.at(-1)) said.push(last)
  }
  t.deepEqual(said.slice(0, 3), ['3 minuter', '2 minuter', '1 minut'])
  // The database's clock is set a moment before the page's: an answer between the two leaves a second less.
  t.regex(said.slice(3).join(), /^(?:30|29) sekunder,(?:10|9) sekunder$/)
  t.true(shown.size > 150, `${shown.size} different`)
})

/** How many questions of the page wait for their answer, as it can be asked in the page. */
const countQuestions = () => {
  const ask = globalThis.fetch
  const count = { now: 0 }
  Object.defineProperty(globalThis, 'questions', { get: () => count.now })
  globalThis.fetch = async (...asked) => {
    count.now += 1
    return await ask(...asked).finally(() => (count.now -= 1))
  }
}

test('what the page asks by itself keeps nobody: the time runs out before an open window', async (t) => {
  const signedIn = await openSignedInPage(t, { path: '/konto?klart=sprak' })
  const { page } = signedIn
  for (let minutes = 0; minutes < 31; minutes += 2) await pass(signedIn, 2)
  await page.waitForURL('**/konto/utloggad?orsak=inaktiv&till=*')
  t.regex(await page.locator('main').innerText(), /inte hade gjort något på en stund/)
  t.deepEqual(await axeFinds(page), [])
  await takePicture(page, 'signed-out-idle')
  await page.getByRole('link', { name: words.again }).click()
  await typeAndSignIn(page, 'rapport10001')
  await page.waitForURL('**/konto?klart=sprak')
})

test('a computer that slept past the end wakes up signed out', async (t) => {
  const signedIn = await openSignedInPage(t)
  await travel(signedIn.app.owner, '2 hours')
  await signedIn.page.clock.fastForward('02:00:00')
  await signedIn.page.waitForURL('**/konto/utloggad?orsak=inaktiv&*')
  t.false((await signedIn.page.locator('body').innerText()).includes('Haddad'))
})

for (const [clock, stopped] of Object.entries({
  'the steady clock stood still while the computer slept': 'performance.now = () => 1000',
  'the wall clock was set back': 'Date.now = () => 1000',
})) {
  test(`the end is noticed though ${clock}`, async (t) => {
    const signedIn = await openSignedInPage(t)
    await signedIn.page.addInitScript(stopped)
    await signedIn.page.reload()
    await signedIn.page.waitForLoadState('networkidle')
    await pass(signedIn, 26)
    await signedIn.page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
    await pass(signedIn, 5)
    await signedIn.page.waitForURL('**/konto/utloggad?orsak=inaktiv&*')
    t.pass()
  })
}

test('a computer that slept a while asks before it says anything', async (t) => {
  const signedIn = await openSignedInPage(t)
  await travel(signedIn.app.owner, '20 minutes')
  await signedIn.context.request.get(`${signedIn.app.home}/konto`)
  await travel(signedIn.app.owner, '7 minutes')
  const asked = signedIn.page.waitForResponse((response) => response.url().endsWith('/konto/tid-kvar'))
  await signedIn.page.clock.fastForward('27:00')
  t.is((await asked).status(), 200)
  await signedIn.page.clock.runFor('00:02')
  t.is(await openDialog(signedIn.page), undefined, 'somebody was here meanwhile')
})

test('staying does not help against the longest time, and the page says so', async (t) => {
  const signedIn = await openSignedInPage(t, { policy: { session: { absoluteHours: 1 } } })
  const { page } = signedIn
  for (const minutes of [20, 20]) {
    await pass(signedIn, minutes)
    await page.reload()
    await page.waitForLoadState('networkidle')
  }
  await pass(signedIn, 16)
  const dialog = page.getByRole('alertdialog', { name: words.absoluteTitle })
  await dialog.waitFor()
  t.is(await focused(page), words.understood)
  await takePicture(page, 'stay-absolute')
  t.deepEqual(await axeFinds(page), [])
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await pass(signedIn, 3.2)
  await dialog.waitFor()
  await pass(signedIn, 1)
  await page.waitForURL('**/konto/utloggad?orsak=tid&*')
  t.regex(await page.locator('main').innerText(), /så länge som det går i sträck/)
})

test('an administrator is asked with three minutes left, in the tool too', async (t) => {
  const signedIn = await openSignedInPage(t, { username: 'admin10001', path: '/behorigheter' })
  await pass(signedIn, 11)
  t.is(await openDialog(signedIn.page), undefined)
  await pass(signedIn, 1.5)
  await signedIn.page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
  await pass(signedIn, 3)
  await signedIn.page.waitForURL('**/konto/utloggad?orsak=inaktiv&till=%2Fbehorigheter')
  t.pass()
})
