import test, { type ExecutionContext } from 'ava'
import { load } from 'cheerio'
import { sql } from 'kysely'
import { demoPassword } from '../../src/demo/people.js'
import { sweepAnswers } from '../../src/web/kept-answers/kept-answers.js'
import { signedInAs } from '../own-account/client.js'
import { openBrowser, type Browser } from '../support/browser.js'
import { openChromium } from '../support/chromium.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { ask } from '../support/raw.js'

/** What a browser sends when a person presses a button; fetch would say that a script asks. */
const send = async ({ home }: TestApp, browser: Browser, path: string, fields: Readonly<Record<string, string>>) => {
  const cookie = [...browser.cookies()].map((pair) => pair.join('=')).join('; ')
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-mode': 'navigate', cookie }
  const body = new URLSearchParams({ token: browser.formToken(), ...fields }).toString()
  return await ask(home, path, { method: 'POST', headers, body })
}

const refusedAtKiosk = async (t: ExecutionContext) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/andra')
  const answer = await send(app, browser, '/losenordskiosk/andra', { username: 'rapport10001', password: 'fel' })
  return { app, browser, answer, address: answer.headers['location'] ?? '' }
}

test('a refused form leads by 303 to a page that shows the mistakes, as often as it is opened', async (t) => {
  const { app, browser, answer, address } = await refusedAtKiosk(t)
  t.is(answer.status, 303)
  t.regex(address, /^\/losenordskiosk\/andra\?svar=[\w-]{22}$/)
  for (let turn = 1; turn <= 2; turn += 1) {
    t.is(await browser.open(address), 422)
    t.regex(browser.title(), /^Fel: /)
    t.is(load(browser.html())('#username').attr('value'), 'rapport10001')
    t.false(browser.html().includes('"fel"'))
    const nonce = /'nonce-([^']+)'/.exec(browser.headers().get('content-security-policy') ?? '')?.[1]
    t.is(load(browser.html())('script[nonce]').attr('nonce'), nonce)
    t.is(browser.headers().get('cache-control'), 'no-store')
  }
  const counted = await app.owner.selectFrom('login_attempts').select('failures').executeTakeFirst()
  t.is(counted?.failures, 1)
})

test('a page that answers a form is nobody else’s, is gone after ten minutes, and cannot be read in the database', async (t) => {
  const { app, browser, address } = await refusedAtKiosk(t)
  const stranger = openBrowser(t, app.home)
  await stranger.open('/')
  t.is(await stranger.open(address), 200)
  t.is(stranger.path(), '/losenordskiosk/andra')
  const [row] = await app.owner.selectFrom('kept_answer').selectAll().execute()
  t.false(row?.page.toString('latin1').includes('rapport10001'))
  await travel(app.owner, '10 minutes')
  t.is(await browser.open(address), 200)
  t.is(browser.path(), '/losenordskiosk/andra')
  t.is(await sweepAnswers(app.db), 1)
})

test('a script that sends a form gets the answer itself', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/andra')
  browser.fill('Användarnamn', '')
  await browser.press('Fortsätt')
  t.is(browser.path(), '/losenordskiosk/andra')
  t.is(browser.status(), 422)
})

test('when very many answers are kept none is added, and the form is answered at once', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await sql`
    insert into kept_answer (id_hash, browser, status, page, expires_at)
    select sha256(n::text::bytea), sha256('x'), 422, 'x', portvakt_now()
    from generate_series(1, 20000) n`.execute(app.owner)
  await browser.open('/losenordskiosk/andra')
  t.is((await send(app, browser, '/losenordskiosk/andra', { username: '', password: '' })).status, 422)
})

test('a stranger whose network has very many answers is answered at once, and others and sessions by a page', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  const fill = async (source: string, count: number) =>
    await sql`
      insert into kept_answer (id_hash, browser, status, page, source, expires_at)
      select sha256((${source} || n)::bytea), sha256('x'), 422, 'x', ${source}, portvakt_now() + interval '10 minutes'
      from generate_series(1, ${count}::int) n`.execute(app.owner)
  await browser.open('/losenordskiosk/andra')
  const refused = async () => (await send(app, browser, '/losenordskiosk/andra', { username: '', password: '' })).status
  await fill('203.0.113.0/24', 2_000)
  t.is(await refused(), 303)
  await fill('127.0.0.0/24', 2_000)
  t.is(await refused(), 422)
  await fill('203.0.112.0/24', 16_000)
  const karin = await signedInAs(t, app, 'handlaggare1')
  await karin.open('/handlaggning/e-tjanster/ny')
  t.is((await send(app, karin, '/handlaggning/e-tjanster/ny', {})).status, 303)
  await sql`
    insert into kept_answer (id_hash, browser, session_uid, status, page, expires_at)
    select sha256(n::text::bytea), sha256('x'), session.uid, 422, 'x', portvakt_now() + interval '10 minutes'
    from session, generate_series(1, 200) n where session.account_id is not null`.execute(app.owner)
  t.is((await send(app, karin, '/handlaggning/e-tjanster/ny', {})).status, 422)
})

test('an answer that cannot be kept is given at once, and the wrong password counts once', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/andra')
  await sql`revoke insert on kept_answer from portvakt_service`.execute(app.owner)
  const typed = { username: 'rapport10001', password: 'fel' }
  t.is((await send(app, browser, '/losenordskiosk/andra', typed)).status, 422)
  const { rows } = await sql`select failures from login_attempts`.execute(app.owner)
  t.deepEqual(rows, [{ failures: 1 }])
})

test('the tools answer a refused form the same way, to the session that sent it only', async (t) => {
  const app = await startTestApp(t)
  const karin = await signedInAs(t, app, 'handlaggare1')
  await karin.open('/handlaggning/e-tjanster/ny')
  const answer = await send(app, karin, '/handlaggning/e-tjanster/ny', {})
  t.is(answer.status, 303)
  const address = answer.headers['location'] ?? ''
  t.is(await karin.open(address), 422)
  await karin.send('/konto/logga-ut', { method: 'POST', body: new URLSearchParams({ token: karin.formToken() }) })
  await karin.open(address)
  t.regex(karin.path(), /^\/login\//)
})

test('Back after a wrong password and a link shows the page again, and nothing is counted', async (t) => {
  const app = await startTestApp(t)
  const page = await (await (await openChromium(t)).newContext({ locale: 'sv-SE' })).newPage()
  await page.goto(`${app.home}/konto`)
  await page.locator('#username').fill('rapport10001')
  await page.locator('#password').fill('fel lösenord')
  await page.locator('main form:has(#password) button[type=submit]').click()
  await page.locator('#error-summary').waitFor()
  await page.locator('main a[href^="/losenordskiosk"]').first().click()
  await page.waitForURL('**/losenordskiosk?*')
  await page.goBack()
  await page.locator('#error-summary').waitFor()
  await page.reload()
  await page.locator('#error-summary').waitFor()
  t.is((await app.owner.selectFrom('login_attempts').select('failures').executeTakeFirst())?.failures, 1)
  await page.locator('#password').fill(demoPassword)
  await page.locator('main form:has(#password) button[type=submit]').click()
  await page.waitForURL('**/konto')
})

for (const path of ['/losenordskiosk/andra', '/losenordskiosk/glomt', '/konto']) {
  test(`${path}: a field that a browser's extension added is passed over`, async (t) => {
    const app = await startTestApp(t)
    const browser = openBrowser(t, app.home)
    await browser.open(path)
    const action = path === '/konto' ? browser.path() : path
    const typed = { username: 'rapport10001', ...(!path.endsWith('glomt') && { password: demoPassword }) }
    const answer = await send(app, browser, action, { ...typed, 'lastpass-field': 'x', constructor: 'y' })
    t.is(answer.status, 303)
    t.notRegex(answer.headers['location'] ?? '', /svar=/)
    t.is((await send(app, browser, action, { ...typed, 'username[]': 'x' })).status, 400)
  })
}

for (const path of ['/losenordskiosk/andra', '/konto']) {
  test(`a form that is one too many leads by 303 to a page that says when to come back, and Back sends nothing: ${path}`, async (t) => {
    const policy = { source: { failuresPerAddress: 1, failuresPerNetwork: 10_000 } }
    const app = await startTestApp(t, { policy })
    const browser = openBrowser(t, app.home)
    await browser.open(path)
    const action = path === '/konto' ? browser.path() : path
    const typed = { username: 'rapport10001', password: 'fel' }
    await send(app, browser, action, typed)
    const answer = await send(app, browser, action, typed)
    t.is(answer.status, 303)
    for (let turn = 1; turn <= 2; turn += 1) {
      t.is(await browser.open(answer.headers['location'] ?? ''), 429)
      t.regex(browser.heading(), /För många försök/)
      t.regex(browser.headers().get('retry-after') ?? '', /^\d+$/)
    }
    t.is((await app.owner.selectFrom('login_attempts').select('failures').executeTakeFirst())?.failures, 1)
  })
}

test('when many answers are kept, those of a source at its limit are answered at once and leave room for mistakes', async (t) => {
  const policy = { source: { failuresPerAddress: 1, failuresPerNetwork: 10_000 } }
  const app = await startTestApp(t, { policy })
  const browser = openBrowser(t, app.home)
  await sql`
    insert into kept_answer (id_hash, browser, status, page, expires_at)
    select sha256(n::text::bytea), sha256('x'), 429, 'x', portvakt_now() + interval '1 minute'
    from generate_series(1, 5000) n`.execute(app.owner)
  await browser.open('/losenordskiosk/andra')
  const typed = { username: 'rapport10001', password: 'fel' }
  t.is((await send(app, browser, '/losenordskiosk/andra', typed)).status, 303)
  t.is((await send(app, browser, '/losenordskiosk/andra', typed)).status, 429)
})
