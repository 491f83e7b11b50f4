import test, { type ExecutionContext } from 'ava'
import * as client from 'openid-client'
import { first, register, secretOn } from '../officers/desk-of-clients.js'
import { signedInAs } from '../own-account/client.js'
import { openBrowser } from '../support/browser.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { demoPassword } from '../../src/demo/people.js'
import { strangeAddresses } from './strange-addresses.js'

const callback = 'http://localhost:4001/callback'

async function registered(t: ExecutionContext) {
  const app = await startTestApp(t)
  const karin = await signedInAs(t, app, 'handlaggare1')
  await register(karin)
  return { app, karin, secret: secretOn(karin) ?? '' }
}

async function serviceWith(t: ExecutionContext, app: TestApp, secret: string) {
  const config = await client.discovery(
    new URL(app.home),
    'inrapportering',
    { id_token_signed_response_alg: 'ES256' },
    client.ClientSecretBasic(secret),
    { execute: [client.allowInsecureRequests] },
  )
  const checks = {
    pkceCodeVerifier: client.randomPKCECodeVerifier(),
    expectedState: client.randomState(),
    expectedNonce: client.randomNonce(),
  }
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid permissions',
    code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
  })
  const browser = openBrowser(t, app.home)
  const signIn = async (username: string) => {
    await browser.open(url.href)
    browser.fill('Användarnamn', username)
    browser.fill('Lösenord', demoPassword)
    await browser.press('Logga in')
    return new URL(browser.path(), callback)
  }
  const exchange = async (arrived: URL) =>
    await client.authorizationCodeGrant(config, arrived, { ...checks, idTokenExpected: true })
  return { config, url, browser, signIn, exchange }
}

test('a service that an officer has just registered signs a person in, and is told of its own services only', async (t) => {
  const { app, secret } = await registered(t)
  const { signIn, exchange } = await serviceWith(t, app, secret)
  const permissions = (await exchange(await signIn('rapport10001'))).claims()?.['permissions']
  t.like(permissions, [{ organisation: '10001', service: 'studeranderapportering' }])
  t.is((permissions as unknown[]).length, 1)
})

test('of what an officer registered no other address is ever led to', async (t) => {
  const { app, secret } = await registered(t)
  const { url, browser } = await serviceWith(t, app, secret)
  for (const strange of strangeAddresses(callback)) {
    const address = new URL(url)
    address.searchParams.set('redirect_uri', strange)
    const answer = await browser.send(address.href)
    t.is(answer.status, 400, strange)
    t.is(answer.headers.get('location'), null, strange)
  }
})

test('a former secret works for the day that it was given, and a new one at once', async (t) => {
  const { app, karin, secret } = await registered(t)
  await karin.open(`${first}/inrapportering/ny-hemlighet`)
  karin.tick('Fungerar i 24 timmar till')
  await karin.press('Gör en ny hemlighet')
  const renewed = secretOn(karin) ?? ''
  const introspects = async (by: string) => {
    const { config } = await serviceWith(t, app, by)
    return await client.tokenIntrospection(config, 'x').then(
      () => true,
      () => false,
    )
  }
  t.deepEqual([await introspects(secret), await introspects(renewed)], [true, true])
  await karin.open(`${first}/inrapportering/ny-hemlighet`)
  karin.tick('Slutar gälla direkt')
  await karin.press('Gör en ny hemlighet')
  t.deepEqual([await introspects(secret), await introspects(renewed)], [false, false])
  t.true(await introspects(secretOn(karin) ?? ''))
})

test('a change holds at the next request: an address that is gone is refused, tokens that rest on services that are gone are dead', async (t) => {
  const { app, karin, secret } = await registered(t)
  const { url, browser, signIn, exchange } = await serviceWith(t, app, secret)
  const tokens = await exchange(await signIn('rapport10001'))
  await karin.open(`${first}/inrapportering/andra`)
  karin.tick('Studeranderapportering', false)
  karin.tick('Studiestartsstöd: ansöka')
  karin.fill('Adresser efter inloggning (redirect_uris)', 'http://localhost:4001/svar')
  await karin.press('Spara ändringen')
  const userinfo = await fetch(`${app.home}/oidc/userinfo`, {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  t.is(userinfo.status, 401, 'who may do nothing there any more')
  t.is((await browser.send(url.href)).status, 400)
})
