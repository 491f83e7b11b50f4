import test, { type ExecutionContext } from 'ava'
import * as client from 'openid-client'
import { startTestApp, type TestApp } from '../support/app.js'
import { relyingParty } from './relying-party.js'

const kinds = async ({ owner }: TestApp) =>
  (await owner.selectFrom('audit_event').select('kind').execute()).map(({ kind }) => kind)

async function another(t: ExecutionContext) {
  const app = await startTestApp(t)
  return { app, ...(await relyingParty(t, app, { isFirstParty: false })) }
}

test('a service that is not the agency’s own is told nothing until the person has agreed (T19)', async (t) => {
  const { app, begin, signIn, browser, exchange, config } = await another(t)
  const asked = await begin({ scope: 'openid profile permissions' })
  t.is(await signIn('rapport10001'), 200)
  t.is(browser.heading(), 'Får Rapportering veta det här om dig?')
  t.regex(browser.words(), /ditt namn och ditt användarnamn/)
  t.notRegex(browser.words(), /din e-postadress/, 'only what is asked for')
  t.false((await kinds(app)).includes('consent-given'))
  await browser.press('Godkänn och gå vidare')
  const tokens = await exchange(asked)
  const person = await client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '')
  t.is(person['name'], 'Amir Haddad')
  t.is(person['email'], undefined)
  const found = await kinds(app)
  t.true(found.includes('consent-given') && !found.includes('consent-recorded'))
})

test('who does not agree is back in the service with access_denied, and nothing is granted', async (t) => {
  const { app, begin, signIn, browser, arrived } = await another(t)
  await begin()
  await signIn('rapport10001')
  await browser.press('Avbryt och gå tillbaka till tjänsten')
  t.is(arrived().searchParams.get('error'), 'access_denied')
  const grants = await app.owner.selectFrom('oidc_record').select('model').where('model', '=', 'Grant').execute()
  t.deepEqual(grants, [])
})

test('the answer holds for the session, and for no more than what was asked', async (t) => {
  const { begin, signIn, browser, exchange, arrived } = await another(t)
  const first = await begin({ scope: 'openid permissions' })
  await signIn('rapport10001')
  await browser.press('Godkänn och gå vidare')
  await exchange(first)
  const again = await begin({ scope: 'openid permissions', prompt: 'none' })
  t.truthy((await exchange(again)).access_token)
  await begin({ scope: 'openid permissions email', prompt: 'none' })
  t.is(arrived().searchParams.get('error'), 'consent_required')
  const more = await begin({ scope: 'openid permissions email' })
  t.regex(browser.words(), /din e-postadress/)
  await browser.press('Godkänn och gå vidare')
  t.truthy((await exchange(more)).access_token)
})

test('nobody agrees for somebody who has not signed in, or has no permission', async (t) => {
  const { begin, signIn, browser } = await another(t)
  await begin()
  const path = browser.path()
  const agree = async () =>
    await browser.send(`${path}/godkann`, {
      method: 'POST',
      body: new URLSearchParams({ token: browser.formToken() }),
    })
  t.is((await agree()).headers.get('location'), path, 'back to the page that stands in the way')
  t.is(await signIn('utan10001'), 403)
  t.is(browser.heading(), 'Du har ingen behörighet till Rapportering')
})

test('a service that is not the agency’s own may ask anew for what the person has agreed to', async (t) => {
  const { begin, browser, signIn, exchange } = await another(t)
  await begin()
  await signIn('rapport10001')
  await browser.press('Godkänn och gå vidare')
  const asked = await begin({ prompt: 'consent' })
  await browser.press('Godkänn och gå vidare')
  t.truthy((await exchange(asked)).id_token)
})
