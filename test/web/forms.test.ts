import test from 'ava'
import { load } from 'cheerio'
import { forms, type Standing } from '../journeys/forms.js'
import { relyingParty } from '../oidc/relying-party.js'
import { openBrowser, whereItEnds } from '../support/browser.js'
import { changes, dump, forgetPresence } from '../support/dump.js'
import { startTestApp } from '../support/app.js'

/** What a stranger's page can make this person's browser send, and what it says of where the form stood. */
const foreign: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'from another site': { origin: 'https://evil.example' },
  'from another port here': { origin: 'http://localhost:1' },
  'from another scheme': { origin: 'https://localhost' },
  'from an origin that begins like ours': { origin: 'http://localhost.evil.example' },
  'said by the browser to be cross-site': { 'sec-fetch-site': 'cross-site' },
  'said by the browser to be from a sibling': { 'sec-fetch-site': 'same-site' },
}

for (const [form, stand] of Object.entries(forms)) {
  test(`${form}: only the page that we gave this browser can send it (R-64)`, async (t) => {
    const app = await startTestApp(t)
    const { browser, path, fields, file } = await stand(t, app)
    const stranger = openBrowser(t, app.home)
    await stranger.open('/')
    const { token, ...others } = fields
    await forgetPresence(app.owner)
    const before = await dump(app.owner, except)
    const post = async (body: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
      await browser.send(path, { method: 'POST', headers, body: bodyOf(body, file) })
    const attempts = {
      'without a token': async () => await post(others),
      'with an empty token': async () => await post({ ...others, token: '' }),
      'with another browser’s token': async () => await post({ ...others, token: stranger.formToken() }),
      'with a token in another case': async () => await post({ ...others, token: token?.toUpperCase() ?? '' }),
      'from a browser that keeps no cookies': async () =>
        await fetch(new URL(path, app.home), {
          method: 'POST',
          body: bodyOf(fields, file),
          redirect: 'manual',
        }),
      ...Object.fromEntries(
        Object.entries(foreign).map(([how, headers]) => [how, async () => await post(fields, headers)]),
      ),
    }
    for (const [how, attempt] of Object.entries(attempts)) {
      const response = await attempt()
      // Without cookies nobody is signed in, and a page for the signed-in leads to the sign-in first.
      const isNobody =
        how === 'from a browser that keeps no cookies' && /^\/(?:konto|behorigheter|handlaggning)\//.test(path)
      t.is(response.status, isNobody ? 303 : 403, how)
      const page = load(await response.text())
      if (!isNobody) t.is(page('h1').text(), 'Sidan hade blivit för gammal', how)
      t.is(response.headers.get('set-cookie')?.match(/portvakt_(?:session|language|kiosk)=/) ?? null, null, how)
    }
    const asked = await browser.send(`${path}?${new URLSearchParams(fields)}`)
    t.true(asked.status < 500, 'as GET')
    await forgetPresence(app.owner)
    t.deepEqual(changes(before, await dump(app.owner, except)), [])
  })
}

test('a person is not signed in as somebody else through that other’s sign-in (R-29)', async (t) => {
  const app = await startTestApp(t)
  const attacker = await relyingParty(t, app)
  await attacker.begin()
  const victim = openBrowser(t, app.home)
  await victim.open('/')
  const typed = { username: 'rapport10002', password: 'Vintern kom tidigt 2026' }
  const path = new URL(attacker.browser.path(), app.home).href
  for (const token of [victim.formToken(), attacker.browser.formToken()]) {
    const sent = await victim.send(path, { method: 'POST', body: new URLSearchParams({ ...typed, token }) })
    const response = await whereItEnds(victim, sent)
    t.true([403, 404].includes(response.status))
  }
  t.false([...victim.cookies().keys()].some((name) => name.includes('session')))
  await attacker.signIn('rapport10001')
  t.is(attacker.arrived().pathname, '/callback', 'the attacker’s own sign-in goes on as before')
})

/** As the page's own form would send it: a form with a file is sent in parts. */
const bodyOf = (fields: Readonly<Record<string, string>>, file: Standing['file']): URLSearchParams | FormData => {
  if (file === undefined) return new URLSearchParams(fields)
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set(file.name, new Blob([file.content]), 'lista.csv')
  return body
}

const except = ['pgboss.', 'public.audit_']
