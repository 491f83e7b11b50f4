import test from 'ava'
import { load, type CheerioAPI } from 'cheerio'
import { openBrowser } from '../support/browser.js'
import { startTestApp } from '../support/app.js'
import { relyingParty, signedOutAt } from './relying-party.js'

const home = 'http://localhost:4001/'

const linksOf = (html: string | CheerioAPI): readonly string[] => {
  const page = typeof html === 'string' ? load(html) : html
  return page('main a')
    .toArray()
    .map((link) => link.attribs['href'] ?? '')
}

test('a person who tries to sign in too often from one place is led back to the form and to the service', async (t) => {
  const app = await startTestApp(t, { policy: { source: { failuresPerAddress: 1, failuresPerNetwork: 10_000 } } })
  const { browser, begin, signIn } = await relyingParty(t, app)
  await begin()
  const form = browser.path()
  await signIn('rapport10001', 'fel')
  await browser.open(form)
  t.is(await signIn('rapport10001', 'fel'), 429)
  t.regex(browser.words(), /Försök igen om \d+ minut/)
  t.deepEqual(linksOf(browser.html()), [form, home, '/'])
  t.is(await browser.follow('Försök igen'), 200)
  t.is(browser.path(), form)
})

for (const place of ['/losenordskiosk/andra', '/losenordskiosk/glomt']) {
  test(`a person who tries the kiosk too often is led back to the form that they sent: ${place}`, async (t) => {
    const app = await startTestApp(t, {
      policy: { source: { failuresPerAddress: 1, failuresPerNetwork: 1, ordersPerAddress: 1, ordersPerNetwork: 1 } },
    })
    const browser = openBrowser(t, app.home)
    const form = `${place}?inloggning=abc`
    let status = 0
    for (let turn = 1; turn <= 3 && status !== 429; turn += 1) {
      await browser.open(form)
      browser.fill('Användarnamn', `rapport1000${turn}`)
      if (place.endsWith('andra')) browser.fill('Lösenord eller engångslösenord', 'fel')
      status = await browser.press('Fortsätt')
    }
    t.is(status, 429)
    t.deepEqual(linksOf(browser.html()), [form, '/'])
  })
}

test('a person who goes Back to a sign-in that is done, and is signed in, is led on to the service', async (t) => {
  const app = await startTestApp(t)
  const { browser, begin, signIn } = await relyingParty(t, app)
  await begin()
  const page = browser.path()
  const token = browser.formToken()
  await signIn('rapport10001')
  t.is(await browser.open(`${app.home}${page}`), 200)
  t.is(browser.heading(), 'Du är redan inloggad')
  t.deepEqual(linksOf(browser.html()), [home, '/'])
  const body = new URLSearchParams({ token, username: 'rapport10001', password: 'fel' })
  const again = await browser.send(page, { method: 'POST', body })
  t.is(again.status, 303, 'its form sent again leads to the same page, and is not counted')
  t.is(again.headers.get('location'), page)
  t.deepEqual(await app.owner.selectFrom('login_attempts').selectAll().execute(), [])
})

test('a person who goes Back to a sign-in that is done, and has signed out since, begins again at the service', async (t) => {
  const app = await startTestApp(t)
  const { browser, begin, signIn } = await relyingParty(t, app)
  await begin()
  const page = browser.path()
  await signIn('rapport10001')
  await browser.open(`${app.home}/oidc/logout`)
  await browser.press('Logga ut')
  t.is(await browser.open(page), 404)
  t.is(browser.heading(), 'Inloggningen gäller inte längre')
  t.deepEqual(linksOf(browser.html()), [home, '/'])
})

test('a sign-in that never was is over, also for a person who is signed in', async (t) => {
  const app = await startTestApp(t)
  const { browser, enter } = await relyingParty(t, app)
  await enter('rapport10001')
  t.is(await browser.open(`${app.home}/login/aldrig-funnits`), 404)
  t.is(browser.heading(), 'Inloggningen gäller inte längre')
})

test('another browser that opens the page of a sign-in learns which service it is for, and no more', async (t) => {
  const app = await startTestApp(t)
  const { browser, begin, signIn } = await relyingParty(t, app)
  await begin({ login_hint: 'rapport10001' })
  const page = browser.path()
  const stranger = openBrowser(t, app.home)
  const pages: string[] = []
  const look = async () => {
    t.is(await stranger.open(page), 404)
    t.deepEqual(linksOf(stranger.html()), [home, '/'])
    pages.push(stranger.words())
  }
  await look()
  await signIn('rapport10001')
  await look()
  t.is(new Set(pages).size, 1)
  t.notRegex(pages.join(' '), /rapport10001/)
  const { payload } = await app.owner
    .selectFrom('oidc_record')
    .where('model', '=', 'FinishedInteraction')
    .select('payload')
    .executeTakeFirstOrThrow()
  t.deepEqual(payload, {}, 'what was asked is forgotten')
})

test('a sign-in to our own tools that is done leads to the start page', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await browser.open('/konto')
  const page = browser.path()
  browser.fill('Användarnamn', 'rapport10001')
  browser.fill('Lösenord', 'Vintern kom tidigt 2026')
  await browser.press('Logga in')
  t.is(await browser.open(page), 200)
  t.is(browser.heading(), 'Du är redan inloggad')
  t.deepEqual(linksOf(browser.html()), ['/'])
})

test('a sign-out that does not see the session, and a request that is misdirected, lead to the service', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { id_token: hint = '' } = await service.enter('rapport10001')
  const stranger = openBrowser(t, app.home)
  const query = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: signedOutAt })
  t.is(await stranger.open(`/oidc/logout?${query.toString()}`), 409)
  t.deepEqual(
    linksOf(stranger.html()).filter((link) => !link.startsWith('tel:')),
    [home, '/'],
  )
  const { url } = await service.ask({ redirect_uri: 'https://evil.example/' })
  t.is(await stranger.open(`${url.pathname}${url.search}`), 400)
  t.deepEqual(
    linksOf(stranger.html()).filter((link) => !link.startsWith('tel:')),
    [home, '/'],
  )
})

test('a person with two browsers signs out of one whose session is over, though the other’s is open', async (t) => {
  const app = await startTestApp(t)
  const here = await relyingParty(t, app)
  const there = openBrowser(t, app.home)
  // The other browser signs in first, so that its session was open when this one's proof was given.
  const asked = await here.ask()
  await there.open(asked.url.href)
  there.fill('Användarnamn', 'rapport10001')
  there.fill('Lösenord', 'Vintern kom tidigt 2026')
  await there.press('Logga in')
  const { id_token: hint = '' } = await here.enter('rapport10001')
  const query = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: signedOutAt })
  const path = `${app.home}/oidc/logout?${query.toString()}`
  await here.browser.open(path)
  await here.browser.press('Logga ut')
  t.is((await here.browser.send(path)).headers.get('location'), signedOutAt)
  await there.open(`${app.home}/konto`)
  t.is(there.path(), '/konto', 'the other stays signed in')
})
