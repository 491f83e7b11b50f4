import ava from 'ava'
import * as client from 'openid-client'
import { demoPassword } from '../../src/demo/people.js'
import { rotateKeys } from '../../src/oidc/keys/rotate-keys.js'
import { takeUpSecrets } from '../../src/server/master-secrets.js'
import { keyRing } from '../../src/context/keys.js'
import { fromWithin } from '../../src/context/origin.js'
import { choose, enterCode, mailedCode, newPassword, order, prove } from '../kiosk/client.js'
import { callback, relyingParty, secret } from '../oidc/relying-party.js'
import { openBrowser } from '../support/browser.js'
import { startTestApp } from '../support/app.js'
import { rings, secrets } from '../support/rings.js'

/** One after the other: each starts a whole app. */
const test = ava.serial

test('a mailed initial one-time password, an open form and a step of the kiosk go on through a rotation', async (t) => {
  const app = await startTestApp(t, { keys: rings.former })
  const code = await mailedCode(app, 'ny10001')
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/andra')
  browser.fill('Användarnamn', 'ny10001')
  browser.fill('Lösenord eller engångslösenord', code)
  await app.restart(rings.known)
  t.is(await browser.press('Fortsätt'), 200)
  browser.fill('Nytt lösenord', newPassword)
  await app.restart(rings.newest)
  t.is(await browser.press('Byt lösenord'), 200)
  t.is(browser.heading(), 'Ditt lösenord är bytt')
  await app.restart(rings.known)
  t.is(await prove(openBrowser(t, app.home), 'ny10001', newPassword), 200)
})

test('a form of the new newest secret is taken at a node that only knows it', async (t) => {
  const app = await startTestApp(t, { keys: rings.newest })
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/andra')
  browser.fill('Användarnamn', 'rapport10001')
  browser.fill('Lösenord eller engångslösenord', demoPassword)
  await app.restart(rings.known)
  t.is(await browser.press('Fortsätt'), 200)
})

test('a mailed code is right at a node whose newest secret is another', async (t) => {
  const app = await startTestApp(t, { keys: rings.known })
  const browser = openBrowser(t, app.home)
  await order(browser, 'rapport10002')
  const code = await mailedCode(app, 'rapport10002')
  await app.restart(rings.newest)
  t.is(await enterCode(browser, code), 200)
  t.is(await choose(browser, newPassword), 200)
})

test('a signed-in person stays signed in through a rotation (R-96)', async (t) => {
  const app = await startTestApp(t, { keys: rings.former })
  const browser = openBrowser(t, app.home)
  await browser.open('/konto')
  browser.fill('Användarnamn', 'rapport10001')
  browser.fill('Lösenord', demoPassword)
  t.is(await browser.press('Logga in'), 200)
  t.is(browser.path(), '/konto')
  for (const keys of [rings.known, rings.newest, rings.known, rings.newest]) {
    await app.restart(keys)
    t.is(await browser.open('/konto'), 200)
    t.is(browser.path(), '/konto')
  }
})

test('a sign-in that was begun at one node ends at a node with another newest secret (F-37)', async (t) => {
  const app = await startTestApp(t, { keys: rings.known })
  const browser = openBrowser(t, app.home)
  await browser.open('/konto')
  browser.fill('Användarnamn', 'rapport10001')
  browser.fill('Lösenord', demoPassword)
  await app.restart(rings.newest)
  t.is(await browser.press('Logga in'), 200)
  t.is(browser.path(), '/konto')
})

test('the former secret is dropped: sessions, passwords that nobody used since, and tokens go on', async (t) => {
  const app = await startTestApp(t, { keys: keyRing(secrets.former) })
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  for (const masterSecrets of [secrets.known, secrets.newest, secrets.present]) {
    await app.restart(keyRing(masterSecrets))
    const person = await client.fetchUserInfo(service.config, tokens.access_token, tokens.claims()?.sub ?? '')
    t.is(person['name'], 'Amir Haddad')
  }
  const browser = openBrowser(t, app.home)
  t.is(await prove(browser, 'rapport10002', demoPassword), 200)
  t.truthy(await client.refreshTokenGrant(service.config, tokens.refresh_token ?? ''))
})

test('a form under a secret that has been dropped is refused, and the page shown anew is taken', async (t) => {
  const app = await startTestApp(t, { keys: keyRing(secrets.former) })
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/andra')
  const fields = { token: browser.formToken(), username: 'rapport10001', password: demoPassword }
  await app.restart(keyRing(secrets.newest))
  await app.restart(keyRing(secrets.present))
  const refused = await browser.send('/losenordskiosk/andra', { method: 'POST', body: new URLSearchParams(fields) })
  t.is(refused.status, 403)
  t.is(await prove(browser, 'rapport10001', demoPassword), 200)
})

test('a node that another one’s newest secret is unknown to answers sign-in with 503, to anybody, and counts nothing', async (t) => {
  const app = await startTestApp(t, { keys: keyRing(secrets.former) })
  await takeUpSecrets(app.db, keyRing(secrets.newest), silent)
  const pages = []
  for (const username of ['rapport10001', 'finnsinte77']) {
    const browser = openBrowser(t, app.home)
    await browser.open('/konto')
    browser.fill('Användarnamn', username)
    browser.fill('Lösenord', demoPassword)
    t.is(await browser.press('Logga in'), 503)
    t.is(browser.heading(), 'Tillfälligt tekniskt fel')
    pages.push(browser.words())
    t.is(await prove(browser, username, demoPassword), 503)
  }
  t.is(pages[0], pages[1])
  t.deepEqual(await app.owner.selectFrom('login_attempts').selectAll().execute(), [])
})

test('a client secret and signing keys under a secret unknown to a node are answered 503 there, and work elsewhere', async (t) => {
  const app = await startTestApp(t, { keys: keyRing(secrets.former) })
  const newest = keyRing(secrets.newest)
  await takeUpSecrets(app.db, newest, silent)
  await relyingParty(t, { ...app, context: { ...app.context, keys: newest } })
  const token = async () =>
    await fetch(`${app.home}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`rapportering:${secret.replaceAll(' ', '%20')}`)}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'none', redirect_uri: callback }),
    })
  const refused = await token()
  t.is(refused.status, 503)
  t.deepEqual(await refused.json(), { error: 'temporarily_unavailable' })
  await rotateKeys(app.db, { ...app.context, keys: newest }, { aheadHours: 24, from: fromWithin('test') })
  t.is((await fetch(`${app.home}/oidc/jwks`)).status, 503)
  t.false(app.logged.some((line) => line.includes('something nobody expected')))
  await app.restart(newest)
  t.is((await token()).status, 400)
  t.is((await fetch(`${app.home}/oidc/jwks`)).status, 200)
})

const silent = { warn: () => undefined }
