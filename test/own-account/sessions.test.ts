import test from 'ava'
import { sql } from 'kysely'
import { digest } from '../../src/context/keys.js'
import { whoIsSignedIn } from '../../src/login/sessions/who-is-signed-in.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { accountIdOf, audited, sessionsIn, signedInAs, wordsOf } from './client.js'

test('each session is shown with when it began and roughly from where, and this one is marked', async (t) => {
  const app = await startTestApp(t)
  await signedInAs(t, app, 'rapport10001')
  await sql`update session set source = '198.51.100.77'`.execute(app.owner)
  const work = await signedInAs(t, app, 'rapport10001')
  await sql`update session set source = '2001:db8:17:4::9' where source <> '198.51.100.77'`.execute(app.owner)
  await work.open('/konto')
  t.regex(wordsOf(work), /Den här webbläsaren Inloggad sedan \p{L}+ \d+ \p{L}+ kl\. \d\d\.\d\d Från en adress/u)
  t.regex(wordsOf(work), /En annan webbläsare .* Från en adress som börjar med 198\.51\.100 /)
  t.regex(wordsOf(work), /börjar med 2001:db8:17 /)
  t.false(work.html().includes('198.51.100.77') || work.html().includes('17:4::9'))
  t.is((wordsOf(work).match(/Den här webbläsaren/g) ?? []).length, 1)
  t.is((wordsOf(work).match(/En annan webbläsare/g) ?? []).length, 1)
})

test('a person ends another of their sessions and stays signed in here (R-62)', async (t) => {
  const app = await startTestApp(t)
  const lost = await signedInAs(t, app, 'rapport10001')
  const [old = ''] = await sessionsIn(app, 'rapport10001')
  const browser = await signedInAs(t, app, 'rapport10001')
  const answer = await end(browser, old)
  t.is(answer.headers.get('location'), '/konto?klart=utloggning')
  await browser.open('/konto?klart=utloggning')
  t.regex(wordsOf(browser), /Den andra webbläsaren är utloggad\./)
  t.is((await lost.send('/konto')).status, 303)
  const accountId = await accountIdOf(app, 'rapport10001')
  t.deepEqual(await audited(app, 'session-ended'), [
    { by: accountId, about: accountId, details: { why: 'signed-out-elsewhere' } },
  ])
})

test('signing out ends this session and no other', async (t) => {
  const app = await startTestApp(t)
  const other = await signedInAs(t, app, 'rapport10001')
  const browser = await signedInAs(t, app, 'rapport10001')
  await browser.press('Logga ut')
  t.is(browser.path(), '/konto/utloggad')
  t.is(browser.heading(), 'Du är utloggad')
  t.is((await browser.send('/konto')).status, 303)
  t.is((await other.send('/konto')).status, 200)
  t.is((await audited(app, 'signed-out')).length, 1)
})

test('signing out everywhere ends every session of the person, here too, and nobody else’s', async (t) => {
  const app = await startTestApp(t)
  const stranger = await signedInAs(t, app, 'rapport10002')
  const other = await signedInAs(t, app, 'rapport10001')
  const browser = await signedInAs(t, app, 'rapport10001')
  await browser.press('Logga ut överallt')
  t.is(browser.heading(), 'Du är utloggad')
  for (const one of [browser, other]) t.is((await one.send('/konto')).status, 303)
  t.is((await stranger.send('/konto')).status, 200)
  const accountId = await accountIdOf(app, 'rapport10001')
  t.deepEqual(await audited(app, 'sessions-ended'), [
    { by: accountId, about: accountId, details: { why: 'signed-out', ended: 2 } },
  ])
})

test('another person’s session, one that has ended and an invented one all look the same: not here', async (t) => {
  const app = await startTestApp(t)
  const stranger = await signedInAs(t, app, 'rapport10002')
  const [foreign = ''] = await sessionsIn(app, 'rapport10002')
  await signedInAs(t, app, 'rapport10001')
  const [own = ''] = await sessionsIn(app, 'rapport10001')
  const browser = await signedInAs(t, app, 'rapport10001')
  t.is((await end(browser, own)).status, 303)
  const pages = []
  for (const uid of [foreign, own, 'finns-inte', '']) {
    const answer = await end(browser, uid)
    t.is(answer.status, 404, uid)
    pages.push((await answer.text()).replaceAll(/nonce="[^"]*"|value="[^"]*"/g, ''))
  }
  t.is(new Set(pages).size, 1)
  t.is((await stranger.send('/konto')).status, 200)
  t.is((await audited(app, 'session-ended')).length, 1)
})

test('no form of the page works without this browser’s token, from elsewhere, or with more in it (R-64, R-68)', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  const token = browser.formToken()
  const [session = ''] = await sessionsIn(app, 'rapport10001')
  const forms = {
    '/konto/sprak': { language: 'en' },
    '/konto/inloggningar/avsluta': { session },
    '/konto/inloggningar/avsluta-alla': {},
  }
  for (const [path, fields] of Object.entries(forms)) {
    const post = async (body: Record<string, string>, headers = {}) =>
      (await browser.send(path, { method: 'POST', body: new URLSearchParams(body), headers })).status
    t.is(await post({ ...fields }), 403, path)
    t.is(await post({ ...fields, token: token.replaceAll(/./g, 'x') }), 403, path)
    t.is(await post({ ...fields, token }, { 'sec-fetch-site': 'cross-site' }), 403, path)
    t.is(await post({ ...fields, token }, { origin: 'https://evil.example' }), 403, path)
    t.is(await post({ ...fields, token, accountId: await accountIdOf(app, 'rapport10002') }), 400, path)
    t.is((await browser.send(path)).status, 404, `${path} as GET`)
  }
  t.is((await browser.send('/konto')).status, 200)
})

test('what a page asks by itself is no activity', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  const idHash = digest(browser.cookies().get('portvakt_session') ?? '')
  for (let minutes = 0; minutes < 30; minutes += 5) {
    t.truthy(await polls(app, idHash), `after ${minutes} minutes`)
    await travel(app.owner, '5 minutes')
  }
  t.is(await polls(app, idHash), undefined)
  t.is((await browser.send('/konto')).status, 303)
})

const polls = async ({ db, context }: TestApp, idHash: Buffer) =>
  await whoIsSignedIn(db, context, { idHash, isActivity: false })

const end = async (browser: Awaited<ReturnType<typeof signedInAs>>, session: string): Promise<Response> =>
  await browser.send('/konto/inloggningar/avsluta', {
    method: 'POST',
    body: new URLSearchParams({ token: browser.formToken(), session }),
  })
