import ava from 'ava'
import { demoPassword } from '../../src/demo/people.js'
import { choose, enterCode, mailedCode, newPassword, order, prove } from '../kiosk/visitor.js'
import { openBrowser } from '../support/browser.js'
import { openTestHouse } from '../support/house.js'
import { rings } from '../support/rings.js'

/** One after the other: each opens a whole house. */
const test = ava.serial

test('a mailed initial one-time password, an open form and a step of the kiosk go on through a rotation', async (t) => {
  const house = await openTestHouse(t, { keys: rings.former })
  const code = await mailedCode(house, 'ny10001')
  const browser = openBrowser(t, house.home)
  await browser.open('/losenordskiosk/andra')
  browser.fill('Användarnamn', 'ny10001')
  browser.fill('Lösenord eller engångslösenord', code)
  await house.restart(rings.known)
  t.is(await browser.press('Fortsätt'), 200)
  browser.fill('Nytt lösenord', newPassword)
  await house.restart(rings.newest)
  t.is(await browser.press('Byt lösenord'), 200)
  t.is(browser.heading(), 'Ditt lösenord är bytt')
  await house.restart(rings.known)
  t.is(await prove(openBrowser(t, house.home), 'ny10001', newPassword), 200)
})

test('a form of the new newest secret is taken at a node that only knows it', async (t) => {
  const house = await openTestHouse(t, { keys: rings.newest })
  const browser = openBrowser(t, house.home)
  await browser.open('/losenordskiosk/andra')
  browser.fill('Användarnamn', 'rapport10001')
  browser.fill('Lösenord eller engångslösenord', demoPassword)
  await house.restart(rings.known)
  t.is(await browser.press('Fortsätt'), 200)
})

test('a mailed code is right at a node whose newest secret is another', async (t) => {
  const house = await openTestHouse(t, { keys: rings.known })
  const browser = openBrowser(t, house.home)
  await order(browser, 'rapport10002')
  const code = await mailedCode(house, 'rapport10002')
  await house.restart(rings.newest)
  t.is(await enterCode(browser, code), 200)
  t.is(await choose(browser, newPassword), 200)
})

test('a signed-in person stays signed in through a rotation', async (t) => {
  const house = await openTestHouse(t, { keys: rings.former })
  const browser = openBrowser(t, house.home)
  await browser.open('/konto')
  browser.fill('Användarnamn', 'rapport10001')
  browser.fill('Lösenord', demoPassword)
  t.is(await browser.press('Logga in'), 200)
  t.is(browser.path(), '/konto')
  for (const keys of [rings.known, rings.newest, rings.known, rings.newest]) {
    await house.restart(keys)
    t.is(await browser.open('/konto'), 200)
    t.is(browser.path(), '/konto')
  }
})

test('a sign-in that was begun at one node ends at a node with another newest secret', async (t) => {
  const house = await openTestHouse(t, { keys: rings.known })
  const browser = openBrowser(t, house.home)
  await browser.open('/konto')
  browser.fill('Användarnamn', 'rapport10001')
  browser.fill('Lösenord', demoPassword)
  await house.restart(rings.newest)
  t.is(await browser.press('Logga in'), 200)
  t.is(browser.path(), '/konto')
})
