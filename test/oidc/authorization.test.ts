import test from 'ava'
import * as client from 'openid-client'
import { travel } from '../support/clock.js'
import { startTestApp } from '../support/app.js'
import { callback, relyingParty } from './relying-party.js'
import { strangeAddresses } from './strange-addresses.js'

test('nobody is sent to an address that is not registered letter for letter (R-79)', async (t) => {
  const app = await startTestApp(t)
  const { ask, browser } = await relyingParty(t, app)
  const { url } = await ask()
  for (const strange of strangeAddresses(callback)) {
    const address = new URL(url)
    address.searchParams.set('redirect_uri', strange)
    const answer = await browser.send(address.href)
    t.is(answer.status, 400, strange)
    t.is(answer.headers.get('location'), null, strange)
    t.regex(await answer.text(), /Inloggningen kan inte fortsätta/)
  }
  const doubled = await browser.send(`${url.href}&redirect_uri=${encodeURIComponent(callback)}`)
  t.is(doubled.status, 400)
  t.is(doubled.headers.get('location'), null)
  const unnamed = new URL(url)
  unnamed.searchParams.delete('redirect_uri')
  t.is((await browser.send(unnamed.href)).status, 400, 'not even when there is only one')
})

test('an unknown client gets our error page, with a code and nothing of the detail', async (t) => {
  const app = await startTestApp(t)
  const { browser } = await relyingParty(t, app)
  t.is(await browser.open('/oidc/auth?client_id=okand&response_type=code&scope=openid'), 400)
  t.is(browser.heading(), 'Inloggningen kan inte fortsätta')
  t.regex(browser.words(), /Meddelandekod: OIDC-INVALID-CLIENT/)
  t.false(browser.words().includes('okand'))
  t.true(app.logged.some((line) => line.includes('refused a relying service')))
})

const refusedRequests: readonly [string, Record<string, string>, string][] = [
  ['the plain PKCE method', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['a challenge that is too short', { code_challenge: 'kort' }, 'invalid_request'],
  ['a request object', { request: 'e30.e30.' }, 'request_not_supported'],
  ['a request by reference', { request_uri: 'https://evil.example/r' }, 'request_uri_not_supported'],
  ['a prompt that we do not have', { prompt: 'create' }, 'invalid_request'],
  ['none together with login', { prompt: 'none login' }, 'invalid_request'],
  ['an impossible max_age', { max_age: '-1' }, 'invalid_request'],
]

test('a request for anything else than a code with PKCE is refused, and the service is told why', async (t) => {
  const app = await startTestApp(t)
  const { begin, arrived, browser } = await relyingParty(t, app)
  for (const [what, parameters, error] of refusedRequests) {
    const { state } = await begin(parameters)
    t.is(arrived().pathname, '/callback', `${what}: ${browser.words()}`)
    t.is(arrived().searchParams.get('error'), error, what)
    t.is(arrived().searchParams.get('state'), state, what)
    t.is(arrived().searchParams.get('iss'), app.home, what)
  }
})

test('nothing but a code is given out at the front, and never in the fragment (R-80)', async (t) => {
  const app = await startTestApp(t)
  const { ask, browser } = await relyingParty(t, app)
  for (const parameters of [
    { response_type: 'id_token' },
    { response_type: 'token' },
    { response_type: 'code id_token' },
    { response_type: 'none' },
    { response_mode: 'fragment' },
    { response_mode: 'web_message' },
    { response_mode: 'jwt' },
  ]) {
    const { url } = await ask(parameters)
    const location = (await browser.send(url.href)).headers.get('location') ?? ''
    t.regex(location, /^http:\/\/localhost:4001\/callback[?#].*error=\w+/, JSON.stringify(parameters))
  }
})

test('PKCE cannot be left out, and cannot be left behind (R-81, T14)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { url } = await service.ask()
  url.searchParams.delete('code_challenge')
  url.searchParams.delete('code_challenge_method')
  await service.browser.open(url.href)
  t.is(service.arrived().searchParams.get('error'), 'invalid_request')

  const asked = await service.begin()
  await service.signIn('rapport10001')
  const refused = await t.throwsAsync(
    client.authorizationCodeGrant(service.config, service.arrived(), {
      expectedState: asked.state,
      expectedNonce: asked.nonce,
    }),
  )
  t.is(errorOf(refused), 'invalid_grant')
  const other = { ...asked, verifier: client.randomPKCECodeVerifier() }
  t.is(errorOf(await t.throwsAsync(service.exchange(other))), 'invalid_grant')
  t.truthy((await service.exchange(asked)).access_token, 'the wrong tries used nothing up')
})

test('prompt=none answers at once: login_required before a sign-in, a code after it', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  await service.begin({ prompt: 'none' })
  t.is(service.arrived().searchParams.get('error'), 'login_required')
  await service.enter('rapport10001')
  const asked = await service.begin({ prompt: 'none' })
  t.truthy((await service.exchange(asked)).access_token)
})

test('max_age and prompt=login make the person sign in again, and auth_time tells when (R-85)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const first = (await service.enter('rapport10001')).claims()?.auth_time ?? 0
  const silent = await service.begin({ max_age: '600' })
  t.is((await service.exchange(silent)).claims()?.auth_time, first)
  await travel(app.owner, '11 minutes')
  const asked = await service.begin({ max_age: '600' })
  t.is(service.browser.heading(), 'Logga in till Rapportering')
  await service.signIn('rapport10001')
  const second = (await service.exchange(asked)).claims()?.auth_time ?? 0
  t.true(second >= first + 660)
  await service.begin({ prompt: 'login' })
  t.is(service.browser.heading(), 'Logga in till Rapportering')
})

test('form_post sends the answer by a form that our own policy lets through', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  await service.enter('rapport10001')
  const { state } = await service.begin({ response_mode: 'form_post' })
  t.is(service.browser.status(), 200)
  const html = service.browser.html()
  t.true(html.includes(`name="state" value="${state}"`) && html.includes(`action="${callback}"`))
  const policy = service.browser.headers().get('content-security-policy') ?? ''
  t.regex(policy, /script-src 'nonce-[^']+' 'sha256-[^']+'/)
  t.regex(policy, /form-action 'self' http:\/\/localhost:4001(;|$)/)
})

test('one sign-in serves every service in the browser, each with its own permissions', async (t) => {
  const app = await startTestApp(t)
  const first = await relyingParty(t, app)
  await first.enter('rapport10001')
  const second = await relyingParty(t, app, { id: 'tider', browser: first.browser, services: ['studietider'] })
  const asked = await second.begin({ prompt: 'none' })
  const permissions = (await second.exchange(asked)).claims()?.['permissions']
  t.like(permissions, [{ service: 'studietider' }])
  t.is((permissions as unknown[]).length, 1)
})

test('services opened at once in one browser are all let in', async (t) => {
  const app = await startTestApp(t)
  const first = await relyingParty(t, app)
  const { browser } = first
  await first.enter('rapport10001')
  const ids = ['ett', 'tva', 'tre', 'fyra']
  const services = await Promise.all(ids.map((id) => relyingParty(t, app, { id, browser })))
  const exchanged = await Promise.all(
    services.map(async ({ config, ask }) => {
      const asked = await ask({ prompt: 'none' })
      const answer = await browser.send(asked.url.href)
      const arrived = new URL(answer.headers.get('location') ?? '')
      return () =>
        client.authorizationCodeGrant(config, arrived, {
          pkceCodeVerifier: asked.verifier,
          expectedState: asked.state,
          expectedNonce: asked.nonce,
        })
    }),
  )
  for (const exchange of exchanged) t.truthy((await exchange()).access_token)
})

test('two tabs of one service opened at once are both let in', async (t) => {
  const app = await startTestApp(t)
  const first = await relyingParty(t, app, { id: 'annan-tjanst' })
  await first.enter('rapport10001')
  const { browser } = first
  const service = await relyingParty(t, app, { browser })
  const tabs = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const asked = await service.ask({ prompt: 'none' })
      const answer = await browser.send(asked.url.href)
      return { asked, arrived: new URL(answer.headers.get('location') ?? '') }
    }),
  )
  for (const { asked, arrived } of tabs) {
    const checks = { pkceCodeVerifier: asked.verifier, expectedState: asked.state, expectedNonce: asked.nonce }
    t.truthy((await client.authorizationCodeGrant(service.config, arrived, checks)).access_token)
  }
})

test('the app’s security headers are on every answer of the provider', async (t) => {
  const app = await startTestApp(t)
  for (const path of [
    '/.well-known/openid-configuration',
    '/oidc/jwks',
    '/oidc/auth',
    '/oidc/userinfo',
    '/oidc/logout',
    '/oidc/token',
  ]) {
    const { headers } = await fetch(`${app.home}${path}`, { redirect: 'manual' })
    t.is(headers.get('x-content-type-options'), 'nosniff', path)
    t.is(headers.get('cache-control'), 'no-store', path)
    t.regex(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path)
  }
})

const errorOf = (error: unknown) => (error as { error?: string }).error
