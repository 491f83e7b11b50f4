import test from 'ava'
import { load } from 'cheerio'
import { openBrowser, type Browser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { startTestApp } from '../support/app.js'
import { audited, signedInAs, signIn, wordsOf } from './client.js'

test('a page that asks how long is left keeps nobody signed in (R-58)', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  for (let minutes = 0; minutes < 30; minutes += 1) {
    const left = await timeLeft(browser)
    t.true(Math.abs(left.idle - (30 - minutes) * 60) < 45, `after ${minutes} minutes`)
    await travel(app.owner, '1 minute')
  }
  const answer = await browser.send('/konto/tid-kvar')
  t.is(answer.status, 401)
  t.is(await answer.text(), '{}')
  t.is((await browser.send('/konto')).status, 303)
})

test('who stays has all their idle time again, but no more time altogether (R-58)', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await travel(app.owner, '29 minutes')
  const answer = await stay(browser)
  t.is(answer.status, 200)
  const { idle, absolute, warning } = (await answer.json()) as TimeLeft
  t.deepEqual([Math.round(idle / 60), Math.floor(absolute / 60), warning], [30, 12 * 60 - 30, 300])
  await travel(app.owner, '29 minutes')
  t.is((await browser.send('/konto')).status, 200)
})

test('staying does not prolong a session beyond its twelve hours', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    await travel(app.owner, '20 minutes')
    t.is((await stay(browser)).status, 200, `${minutes}`)
  }
  await travel(app.owner, '20 minutes')
  t.is((await stay(browser)).status, 303)
  t.is((await browser.send('/konto/tid-kvar')).status, 401)
})

test('an administrator has fifteen minutes, and a page says so with three left', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10001')
  const { idle, absolute, warning } = await timeLeft(browser)
  t.deepEqual([Math.round(idle / 60), Math.round(absolute / 60), warning], [15, 480, 180])
  await travel(app.owner, '15 minutes')
  t.is((await browser.send('/behorigheter')).status, 303)
  t.is((await browser.send('/konto')).status, 303)
})

test('nobody is told how long a stranger’s session lasts', async (t) => {
  const { home } = await startTestApp(t)
  const answer = await openBrowser(t, home).send('/konto/tid-kvar')
  t.deepEqual([answer.status, answer.headers.get('content-type')], [401, 'application/json; charset=utf-8'])
})

test('the head of a page for signed-in people says who they are, and leads on and out', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  t.deepEqual(headOf(browser), ['Inloggad som Amir Haddad', 'Mitt konto', 'Logga ut'])
  t.false(load(browser.html())('.signed-in').text().includes('rapport10001'))
  await browser.press('Logga ut', '.signed-in')
  t.is(browser.path(), '/konto/utloggad')
  t.is(browser.heading(), 'Du är utloggad')
  t.deepEqual(headOf(browser), [])
  t.is((await browser.send('/konto')).status, 303)
  t.is((await audited(app, 'signed-out')).length, 1)
})

test('to an administrator the head shows the way to the permissions, also in English', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter')
  t.deepEqual(headOf(browser), ['Inloggad som Marie Lindblad', 'Mitt konto', 'Behörigheter', 'Logga ut'])
  t.is(load(browser.html())('.signed-in [aria-current]').text(), 'Behörigheter')
  await browser.press('In English')
  t.deepEqual(headOf(browser), ['Signed in as Marie Lindblad', 'My account', 'Permissions', 'Sign out'])
})

test('an officer is shown the way to their desk, and not to what they do not administer', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'handlaggare1')
  t.deepEqual(headOf(browser).slice(1), ['Mitt konto', 'Handläggning', 'Logga ut'])
  for (const words of ['Mitt konto', 'Handläggning']) t.is(await browser.follow(words), 200, words)
})

test('a page for everybody shows nobody’s name and asks nothing', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  for (const path of ['/', '/handbok', '/losenordskiosk']) {
    await browser.open(path)
    t.deepEqual(headOf(browser), [], path)
    t.false(browser.html().includes('stay.js'), path)
  }
})

test('a page that refuses a signed-in person still says who they are', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  t.is(await browser.open('/behorigheter'), 403)
  t.is(headOf(browser)[0], 'Inloggad som Amir Haddad')
})

test('signing out where one is signed out already is no mistake', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await travel(app.owner, '31 minutes')
  t.is(await browser.press('Logga ut', '.signed-in'), 200)
  t.is(browser.path(), '/konto/utloggad')
  t.is((await audited(app, 'signed-out')).length, 0)
})

test('whose session ended of itself is told why, and comes back to where they were', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await travel(app.owner, '31 minutes')
  const query = (reason: string) => new URLSearchParams({ orsak: reason, till: '/konto?klart=sprak' })
  for (const [reason, words] of [
    ['inaktiv', /inte hade gjort något på en stund\. Det du inte hade sparat finns inte kvar\./],
    ['tid', /varit inloggad så länge som det går i sträck\./],
    ['avslutad', /Din inloggning har avslutats/],
  ] as const) {
    await browser.open(`/konto/utloggad?${query(reason)}`)
    t.regex(wordsOf(browser), words)
  }
  await browser.follow('Logga in igen')
  await signIn(browser, 'rapport10001')
  t.is(browser.path(), '/konto?klart=sprak')
})

test('the page never says that somebody is signed out who is not, and leads to nowhere but here', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  const to = async (query: string) => (await browser.send(`/konto/utloggad${query}`)).headers.get('location')
  t.is(await to(''), '/konto')
  t.is(await to('?orsak=inaktiv&till=/konto?klart=sprak'), '/konto?klart=sprak')
  t.is(await to('?till=https://evil.example/'), '/')
  t.is(await to('?till=//evil.example/'), '/')
  const stranger = openBrowser(t, app.home)
  await stranger.open('/konto/utloggad?orsak=<b>&till=//evil.example/')
  t.false(/<b>|evil/.test(load(stranger.html())('main').html() ?? ''))
})

interface TimeLeft {
  readonly session: string
  readonly idle: number
  readonly absolute: number
  readonly warning: number
}

const timeLeft = async (browser: Browser): Promise<TimeLeft> =>
  (await (await browser.send('/konto/tid-kvar')).json()) as TimeLeft

const stay = async (browser: Browser): Promise<Response> =>
  await browser.send('/konto/stanna-kvar', {
    method: 'POST',
    body: new URLSearchParams({ token: browser.formToken() }),
  })

/** What stands in the head, each by its words. */
const headOf = (browser: Browser): readonly string[] => {
  const page = load(browser.html())
  return page('.signed-in :is(p, a, button)')
    .toArray()
    .map((element) => page(element).text())
}
