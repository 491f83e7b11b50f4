import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import test, { type ExecutionContext } from 'ava'
import { load } from 'cheerio'
import { signIn } from '../journeys/at-the-screen.js'
import { openBrowser } from '../support/browser.js'
import { openChromium } from '../support/chromium.js'
import { startTestApp } from '../support/app.js'
import { ask } from '../support/raw.js'
import { relyingParty, signedOutAt } from './relying-party.js'

for (const prompt of ['select_account', 'consent', 'select_account consent', 'login consent']) {
  test(`a service that asks with prompt=${prompt} gets its answer, whoever is signed in`, async (t) => {
    const service = await relyingParty(t, await startTestApp(t))
    await service.enter('rapport10001')
    const asked = await service.begin({ prompt })
    if (prompt !== 'consent') await service.signIn('rapport10001')
    t.is((await service.exchange(asked)).claims()?.sub.length, 36)
  })
}

test('discovery says which prompts are served', async (t) => {
  const { home } = await startTestApp(t)
  const document = await (await fetch(`${home}/.well-known/openid-configuration`)).json()
  t.deepEqual(document.prompt_values_supported, ['none', 'login', 'select_account', 'consent'])
})

for (const [hint, shown] of [
  ['rapport10001', 'rapport10001'],
  ['finnsinte', 'finnsinte'],
  ['19900101-2385', ''],
  ['900101 2385', ''],
  ['\u0661\u0669\u0669\u0660\u0660\u0661\u0660\u0661\u0662\u0663\u0668\u0665', ''],
  ['a\nb', ''],
] as const) {
  test(`a login_hint fills the name in, known or invented, and never a personnummer: ${JSON.stringify(hint)}`, async (t) => {
    const { browser, begin } = await relyingParty(t, await startTestApp(t))
    t.is(await begin({ login_hint: hint }).then(() => browser.status()), 200)
    t.is(load(browser.html())('#username').attr('value'), shown)
  })
}

test('an authorization request may be posted', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const asked = await service.ask()
  const url = new URL(asked.url)
  const answer = await service.browser.send(url.pathname, { method: 'POST', body: url.searchParams })
  t.is(answer.status, 303)
  t.is(await service.browser.open(answer.headers.get('location') ?? ''), 200)
  await service.signIn('rapport10001')
  t.truthy((await service.exchange(asked)).id_token)
})

test('a sign-out that another site posts, without our cookies, ends the session all the same', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { id_token: hint = '' } = await service.enter('rapport10001')
  const stranger = openBrowser(t, app.home)
  const body = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: signedOutAt })
  const answer = await stranger.send('/oidc/logout', { method: 'POST', body })
  t.is(answer.status, 303)
  const address = answer.headers.get('location') ?? ''
  t.true(address.startsWith('/oidc/logout?'))
  await service.browser.open(`${app.home}${address}`)
  await service.browser.press('Logga ut')
  await service.browser.open(`${app.home}/konto`)
  t.regex(service.browser.path(), /^\/login\//)
})

/** Another site, with a page whose form asks us by POST. */
const anotherSite = async (t: ExecutionContext) => {
  let form = ''
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(request.url === '/' ? form : '<h1>Tillbaka</h1>')
  }).listen(0, '127.0.0.1')
  t.teardown(() => void server.close())
  await once(server, 'listening')
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const asks = (address: string, fields: URLSearchParams): void => {
    const inputs = [...fields].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    form = `<form method="post" action="${address}">${inputs.join('')}<button>Skicka</button></form>`
  }
  return { home, asks }
}

for (const javaScriptEnabled of [true, false]) {
  for (const long of ['s', 's'.repeat(9_000)]) {
    const how = `${javaScriptEnabled ? 'with' : 'without'} scripts, ${long.length} characters of state`
    test(`another site’s posted sign-in finds who is signed in, and its posted sign-out ends it: ${how}`, async (t) => {
      const app = await startTestApp(t)
      const site = await anotherSite(t)
      const service = await relyingParty(t, app, {
        redirectUris: [`${site.home}/callback`],
        postLogoutRedirectUris: [`${site.home}/ut`],
      })
      const context = await (await openChromium(t)).newContext({ locale: 'sv-SE', javaScriptEnabled })
      const page = await context.newPage()
      await page.goto((await service.ask()).url.href)
      await signIn(page, 'rapport10001')
      await page.waitForURL(/\/callback\?code=/)

      const goOn = async () => {
        await page.goto(site.home)
        await page.getByRole('button', { name: 'Skicka' }).click()
        if (!javaScriptEnabled && long.length > 1) await page.getByRole('button', { name: 'Fortsätt' }).click()
      }
      const { url } = await service.ask({ state: long })
      site.asks(`${app.home}/oidc/auth`, url.searchParams)
      await goOn()
      await page.waitForURL(/\/callback\?code=/)
      t.is(new URL(page.url()).searchParams.get('state'), long)

      const leave = { client_id: 'rapportering', post_logout_redirect_uri: `${site.home}/ut`, state: long }
      site.asks(`${app.home}/oidc/logout`, new URLSearchParams(leave))
      await goOn()
      await page.getByRole('button', { name: 'Logga ut' }).click()
      await page.waitForURL(/\/ut\?state=/)
      t.is(new URL(page.url()).searchParams.get('state'), long)
      await page.goto(`${app.home}/konto`)
      t.regex(page.url(), /\/login\//)
    })
  }
}

test('a long request that another site posts as if from our own page is refused, and leads nowhere', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { url } = await service.ask()
  for (const headers of [{}, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await ask(app.home, '/oidc/auth?igen=1', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: url.searchParams.toString(),
    })
    t.is(answer.status, 400)
    t.is(answer.headers['location'], undefined)
  }
})

test('a form that another site sends gives the browser no new name, so that open forms stay good', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { url } = await service.ask()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
  const body = url.searchParams.toString()
  const answer = await ask(app.home, '/oidc/auth', { method: 'POST', headers, body })
  t.is(answer.status, 303)
  t.is(answer.headers['set-cookie'], undefined)
})

test('a sign-out in a frame, as an image or by a script sees no session, and does not look done', async (t) => {
  const app = await startTestApp(t)
  await relyingParty(t, app)
  const path = `/oidc/logout?client_id=rapportering&post_logout_redirect_uri=${encodeURIComponent(signedOutAt)}`
  for (const dest of ['iframe', 'frame', 'image', 'empty']) {
    const answer = await ask(app.home, path, { headers: { 'sec-fetch-dest': dest } })
    t.is(answer.status, 409, dest)
    t.is(answer.headers['location'], undefined)
    t.regex(answer.body, /Du är inte utloggad/)
  }
  t.is((await ask(app.home, path, { headers: { 'sec-fetch-dest': 'document' } })).status, 303)
})

test('a sign-out whose proof names a session that is live, but not in this browser, does not look done', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { id_token: hint = '' } = await service.enter('rapport10001')
  const query = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: signedOutAt })
  const path = `/oidc/logout?${query.toString()}`
  const stranger = openBrowser(t, app.home)
  t.is(await stranger.open(path), 409)
  t.is(stranger.heading(), 'Du är inte utloggad')
  await service.browser.open(`${app.home}/konto`)
  t.is(service.browser.path(), '/konto')
  await service.browser.open(`${app.home}${path}`)
  await service.browser.press('Logga ut')
  t.is((await stranger.send(path)).headers.get('location'), signedOutAt)
})
