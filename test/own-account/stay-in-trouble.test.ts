import test from 'ava'
import { textIn } from '../../src/text/text.js'
import { takePicture } from '../support/pictures.js'
import { travel } from '../support/clock.js'
import { focused, openDialog, openPage, openWindow, pass, openSignedInPage, typeAndSignIn } from './signed-in-page.js'

const { signedIn: words, oidc } = textIn('sv')

test('in two windows: both ask, staying in one answers for the other', async (t) => {
  const signedIn = await openSignedInPage(t)
  const other = await openWindow(signedIn.context, signedIn.app)
  await travel(signedIn.app.owner, '26 minutes')
  for (const page of [signedIn.page, other]) await page.clock.fastForward('26:00')
  for (const page of [signedIn.page, other]) await page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
  await other.getByRole('button', { name: words.stay }).click()
  for (const page of [signedIn.page, other]) await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  t.is(await openDialog(signedIn.page), undefined)
})

test('in two windows: who signs out in one is signed out in the other, and is told', async (t) => {
  const signedIn = await openSignedInPage(t)
  const other = await openWindow(signedIn.context, signedIn.app)
  await other.getByRole('navigation', { name: words.nav }).getByRole('button', { name: words.signOut }).click()
  await other.getByRole('heading', { name: oidc.signedOutTitle }).waitFor()
  await signedIn.page.waitForURL('**/konto/utloggad?orsak=avslutad&*')
  t.regex(await signedIn.page.locator('main').innerText(), /loggade ut i ett annat fönster/)
})

test('when somebody else signs in in another window, the page becomes theirs', async (t) => {
  const signedIn = await openSignedInPage(t)
  const other = await openWindow(signedIn.context, signedIn.app)
  await signedIn.context.setOffline(true)
  await signedIn.context.setOffline(false)
  await signedIn.context.clearCookies({ name: 'portvakt_session' })
  await other.goto(`${signedIn.app.home}/konto`)
  await typeAndSignIn(other, 'rapport10002')
  await signedIn.page.locator('.signed-in__name', { hasNotText: 'Haddad' }).waitFor()
  t.is(new URL(signedIn.page.url()).pathname, '/konto')
})

test('when the network is gone the page says so, and when it is back goes on', async (t) => {
  const signedIn = await openSignedInPage(t)
  await signedIn.context.setOffline(true)
  const dialog = signedIn.page.getByRole('alertdialog', { name: words.networkTitle })
  await dialog.waitFor()
  t.is(await focused(signedIn.page), words.tryAgain)
  t.false(await dialog.locator('[data-part=time]').isVisible(), 'there is time enough')
  await dialog.getByRole('button', { name: words.close }).click()
  await dialog.waitFor({ state: 'hidden' })
  await pass(signedIn, 10)
  t.is(await openDialog(signedIn.page), undefined, 'what was closed stays closed')
  await pass(signedIn, 17)
  await dialog.waitFor()
  t.true(await dialog.locator('[data-part=time]').isVisible(), 'until the time is short')
  await signedIn.context.setOffline(false)
  await signedIn.page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
  t.pass()
})

test('when the time runs out with the network gone, nothing of the page is seen', async (t) => {
  const signedIn = await openSignedInPage(t)
  await pass(signedIn, 26)
  await signedIn.page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
  await signedIn.context.setOffline(true)
  const dialog = signedIn.page.getByRole('alertdialog', { name: words.networkTitle })
  await dialog.waitFor()
  t.true(await dialog.locator('[data-part=time]').isVisible())
  await pass(signedIn, 5)
  await dialog.getByText(words.timeIsUp).waitFor()
  t.false(await dialog.getByRole('button', { name: words.close }).isVisible())
  await takePicture(signedIn.page, 'stay-over')
  await signedIn.context.setOffline(false)
  await signedIn.page.waitForURL('**/konto/utloggad?orsak=inaktiv&*')
  t.pass()
})

test('when the server fails the page says so, and somebody who wants to stay may try again', async (t) => {
  const signedIn = await openSignedInPage(t)
  let status = 500
  await signedIn.context.route(/\/konto\/(?:stanna-kvar|tid-kvar)$/, async (route) => await route.fulfill({ status }))
  await pass(signedIn, 26)
  const dialog = signedIn.page.getByRole('alertdialog', { name: words.serverTitle })
  await dialog.waitFor()
  t.regex(await dialog.innerText(), /Automatisk utloggning sker om cirka/)
  status = 503
  await dialog.getByRole('button', { name: words.tryAgain }).click()
  await dialog.waitFor()
  await signedIn.context.unrouteAll()
  await dialog.getByRole('button', { name: words.tryAgain }).click()
  await signedIn.page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  t.is(await openDialog(signedIn.page), undefined)
})

test('one failure with time enough troubles nobody', async (t) => {
  const signedIn = await openSignedInPage(t)
  await signedIn.context.route('**/konto/tid-kvar', async (route) => await route.fulfill({ status: 503 }), { times: 1 })
  await pass(signedIn, 6)
  await signedIn.page.clock.runFor('00:10')
  t.is(await openDialog(signedIn.page), undefined)
})

test('when a page and its question get two answers, it is loaded twice at most, says so, and asks ever more seldom', async (t) => {
  const signedIn = await openSignedInPage(t)
  let [loads, questions] = [0, 0]
  signedIn.page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/konto') loads += 1
  })
  await signedIn.context.route('**/konto/tid-kvar', async (route) => {
    questions += 1
    await route.fulfill({ status: 401, json: {} })
  })
  await signedIn.page.reload()
  await signedIn.page.getByRole('alertdialog', { name: words.serverTitle }).waitFor()
  t.is(loads, 2)
  for (let turn = 0; turn < 24; turn += 1) await pass(signedIn, 0.5)
  t.is(loads, 2)
  t.true(questions < 15, String(questions))

  await signedIn.context.unroute('**/konto/tid-kvar')
  await pass(signedIn, 6)
  await signedIn.page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  t.is(loads, 2)
})

for (const place of ['signed-out', 'sign-in'] as const) {
  test(`a ${place} page that slept goes on by itself when somebody has signed in in another window`, async (t) => {
    const signedIn = await openSignedInPage(t)
    await travel(signedIn.app.owner, '2 hours')
    await signedIn.page.clock.fastForward('02:00:00')
    await signedIn.page.waitForURL('**/konto/utloggad?orsak=inaktiv&*')
    if (place === 'sign-in') await signedIn.page.getByRole('link', { name: words.again }).click()
    if (place === 'sign-in') await signedIn.page.waitForURL('**/login/*')
    const other = await openPage(signedIn.context)
    await other.goto(`${signedIn.app.home}/konto`)
    await typeAndSignIn(other, 'rapport10001')
    await other.waitForURL('**/konto')
    await signedIn.page.evaluate(`dispatchEvent(new Event('focus'))`)
    await signedIn.page.waitForURL(`${signedIn.app.home}/konto`)
    t.is(await openDialog(signedIn.page), undefined)
  })
}
