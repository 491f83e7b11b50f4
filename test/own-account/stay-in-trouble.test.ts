import test from 'ava'
import { textIn } from '../../src/text/text.js'
import { takePicture } from '../support/pictures.js'
import { travel } from '../support/clock.js'
import { focused, openDialog, openPage, openWindow, pass, sitDown, typeAndSignIn } from './seat.js'

const { signedIn: words, oidc } = textIn('sv')

test('in two windows: both ask, staying in one answers for the other', async (t) => {
  const seat = await sitDown(t)
  const other = await openWindow(seat.context, seat.app)
  await travel(seat.app.owner, '26 minutes')
  for (const page of [seat.page, other]) await page.clock.fastForward('26:00')
  for (const page of [seat.page, other]) await page.getByRole('alertdialog', { name: words.idleTitle }).waitFor()
  await other.getByRole('button', { name: words.stay }).click()
  for (const page of [seat.page, other]) await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  t.is(await openDialog(seat.page), undefined)
})

test('in two windows: who signs out in one is signed out in the other, and is told', async (t) => {
  const seat = await sitDown(t)
  const other = await openWindow(seat.context, seat.app)
  await other.getByRole('navigation', { name: words.nav }).getByRole('button', { name: words.signOut }).click()
  await other.getByRole('heading', { name: oidc.signedOutTitle }).waitFor()
  await seat.page.waitForURL('**/konto/utloggad?orsak=avslutad&*')
  t.regex(await seat.page.locator('main').innerText(), /loggade ut i ett annat fönster/)
})

test('when somebody else signs in in another window, the page becomes theirs', async (t) => {
  const seat = await sitDown(t)
  const other = await openWindow(seat.context, seat.app)
  await seat.context.setOffline(true)
  await seat.context.setOffline(false)
  await seat.context.clearCookies({ name: 'portvakt_session' })
  await other.goto(`${seat.app.home}/konto`)
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

test('when a page and its question get two answers, it is loaded twice at most, says so, and asks ever more seldom', async (t) => {
  const seat = await sitDown(t)
  let [loads, questions] = [0, 0]
  seat.page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/konto') loads += 1
  })
  await seat.context.route('**/konto/tid-kvar', async (route) => {
    questions += 1
    await route.fulfill({ status: 401, json: {} })
  })
  await seat.page.reload()
  await seat.page.getByRole('alertdialog', { name: words.serverTitle }).waitFor()
  t.is(loads, 2)
  for (let turn = 0; turn < 24; turn += 1) await pass(seat, 0.5)
  t.is(loads, 2)
  t.true(questions < 15, String(questions))

  await seat.context.unroute('**/konto/tid-kvar')
  await pass(seat, 6)
  await seat.page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  t.is(loads, 2)
})

for (const place of ['signed-out', 'sign-in'] as const) {
  test(`a ${place} page that slept goes on by itself when somebody has signed in in another window`, async (t) => {
    const seat = await sitDown(t)
    await travel(seat.app.owner, '2 hours')
    await seat.page.clock.fastForward('02:00:00')
    await seat.page.waitForURL('**/konto/utloggad?orsak=inaktiv&*')
    if (place === 'sign-in') await seat.page.getByRole('link', { name: words.again }).click()
    if (place === 'sign-in') await seat.page.waitForURL('**/login/*')
    const other = await openPage(seat.context)
    await other.goto(`${seat.app.home}/konto`)
    await typeAndSignIn(other, 'rapport10001')
    await other.waitForURL('**/konto')
    await seat.page.evaluate(`dispatchEvent(new Event('focus'))`)
    await seat.page.waitForURL(`${seat.app.home}/konto`)
    t.is(await openDialog(seat.page), undefined)
  })
}
