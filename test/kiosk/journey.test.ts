import ava from 'ava'
import { demoPassword } from '../../src/demo/people.js'
import { openBrowser } from '../support/browser.js'
import { startTestApp } from '../support/app.js'
import { addressOf, choose, enterCode, mailedCode, newPassword, order, prove } from './client.js'

/** One after the other: each starts a whole app. */
const test = ava.serial

test('the kiosk has two forms', async (t) => {
  const browser = openBrowser(t, (await startTestApp(t)).home)
  t.is(await browser.open('/losenordskiosk'), 200)
  await browser.follow('Vill du ändra ditt lösenord?')
  t.is(browser.path(), '/losenordskiosk/andra')
  await browser.open('/losenordskiosk')
  await browser.follow('Har du glömt ditt lösenord eller fungerar det inte?')
  t.is(browser.path(), '/losenordskiosk/glomt')
})

test('first password: username and one-time password, a password of one’s own, and a link to sign in', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  t.is(await prove(browser, 'ny10001', await mailedCode(app, 'ny10001')), 200)
  t.true(browser.words().includes('ny10001'))
  t.is(await choose(browser, newPassword), 200)
  t.is(browser.heading(), 'Ditt lösenord är bytt')
  t.is(await browser.follow('Logga in'), 200)
  t.truthy(await app.nextMail(addressOf('ny10001'), 'Ditt lösenord är bytt'))
  t.is(await prove(openBrowser(t, app.home), 'ny10001', newPassword), 200)
})

test('the one-time password works once, and the own password from then on', async (t) => {
  const app = await startTestApp(t)
  const code = await mailedCode(app, 'ny10001')
  const browser = openBrowser(t, app.home)
  await prove(browser, 'ny10001', code)
  await choose(browser, newPassword)
  t.is(await prove(browser, 'ny10001', code), 422)
  t.is(await prove(browser, 'ny10001', newPassword), 200)
})

test('changing it: username and present password, a new one, and the old one is gone', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await prove(browser, 'rapport10001', demoPassword)
  await choose(browser, newPassword)
  t.is(browser.heading(), 'Ditt lösenord är bytt')
  t.is(await prove(browser, 'rapport10001', demoPassword), 422)
  t.is(await prove(browser, 'rapport10001', newPassword), 200)
})

test('forgotten: username, the mailed code, a new password, and a notice (R-27)', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  t.is(await order(browser, 'rapport10002'), 200)
  t.true(browser.words().includes('Om användarnamnet finns har vi mejlat ett engångslösenord'))
  t.regex(browser.words(), /Det gäller till kl\. \d\d\.\d\d\. Du har 5 försök på dig\./)
  t.is(await enterCode(browser, await mailedCode(app, 'rapport10002')), 200)
  t.is(await choose(browser, newPassword), 200)
  const notice = await app.nextMail(addressOf('rapport10002'), 'Ditt lösenord är bytt')
  t.regex(notice.text, /med ett engångslösenord/)
  t.false(/https?:\/\/\S+\/\S+/.test(notice.text), 'no link that acts')
})

test('an account that has no password yet may order a code', async (t) => {
  const app = await startTestApp(t)
  const initial = await mailedCode(app, 'ny10001')
  const browser = openBrowser(t, app.home)
  await order(browser, 'ny10001')
  await enterCode(browser, await mailedCode(app, 'ny10001'))
  await choose(browser, newPassword)
  t.is(browser.heading(), 'Ditt lösenord är bytt')
  t.is(await prove(browser, 'ny10001', initial), 422)
})

test('whoever came from a sign-in goes back to it', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk?inloggning=abc-DEF_123')
  await browser.follow('Har du glömt ditt lösenord eller fungerar det inte?')
  browser.fill('Användarnamn', 'rapport10001')
  await browser.press('Fortsätt')
  await enterCode(browser, await mailedCode(app, 'rapport10001'))
  await choose(browser, newPassword)
  t.true(browser.html().includes('href="/login/abc-DEF_123"'))
})

for (const elsewhere of ['//ond.example', 'https://ond.example', 'a/../../x', 'a'.repeat(65), '"><script>']) {
  test(`a sign-in to go back to that is none leads to the start page: ${elsewhere.slice(0, 20)}`, async (t) => {
    const app = await startTestApp(t)
    const browser = openBrowser(t, app.home)
    await browser.open(`/losenordskiosk/andra?inloggning=${encodeURIComponent(elsewhere)}`)
    t.notRegex(browser.html(), /inloggning=|name="inloggning"/)
    browser.fill('Användarnamn', 'rapport10001')
    browser.fill('Lösenord eller engångslösenord', demoPassword)
    await browser.press('Fortsätt')
    await choose(browser, newPassword)
    await browser.follow('Logga in')
    t.is(browser.path(), '/')
  })
}

test('whoever reads English gets the pages and the code in English', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/glomt')
  await browser.press('In English')
  t.is(browser.path(), '/losenordskiosk/glomt')
  browser.fill('Username', 'rapport10001')
  t.is(await browser.press('Continue'), 200)
  const { text } = await app.nextMail(addressOf('rapport10001'), 'Your one-time password')
  browser.fill('Enter the one-time password', /\b\d{4} \d{4}\b/.exec(text)?.[0] ?? '')
  t.is(await browser.press('Continue'), 200)
  browser.fill('New password', newPassword)
  t.is(await browser.press('Change password'), 200)
})

test('the code is never in a page, an address, a cookie, the log or the audit (R-37)', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  const seen: string[] = []
  const look = () =>
    seen.push(browser.html(), browser.path(), JSON.stringify([...browser.cookies(), ...browser.headers()]))
  await order(browser, 'rapport10001')
  look()
  const code = await mailedCode(app, 'rapport10001')
  await enterCode(browser, code)
  look()
  await choose(browser, newPassword)
  look()
  for (const table of ['audit_event', 'one_time_password', 'kiosk_visit'] as const) {
    seen.push(JSON.stringify(await app.owner.selectFrom(table).selectAll().execute()))
  }
  const everything = [...seen, ...app.logged].join('\n')
  for (const secret of [code, code.replace(' ', ''), newPassword]) t.false(everything.includes(secret))
})
