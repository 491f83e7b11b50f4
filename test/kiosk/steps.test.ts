import ava from 'ava'
import { demoPassword } from '../../src/demo/people.js'
import { endSessions } from '../../src/login/sessions/sessions.js'
import { accountIdOf } from '../own-account/client.js'
import { together } from '../permissions/fixture.js'
import { openBrowser, type Browser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { atChoosing, choose, enterCode, kept, mailedCode, newPassword, order, post, prove } from './client.js'

/** One after the other: each starts a whole app. */
const test = ava.serial

const startsAgain = '/losenordskiosk?omstart=1'

for (const path of ['/losenordskiosk/kod', '/losenordskiosk/nytt', '/losenordskiosk/klart']) {
  test(`whoever opens ${path} without having come there is led to the start, which says why`, async (t) => {
    const app = await startTestApp(t)
    const browser = openBrowser(t, app.home)
    t.is(await browser.open(path), 200)
    t.is(browser.path(), startsAgain)
    t.true(browser.words().includes('Börja om här.'))
  })
}

test('no step can be skipped by posting its form (R-28)', async (t) => {
  const app = await startTestApp(t)
  const before = await passwords(app)
  const browser = openBrowser(t, app.home)
  await order(browser, 'rapport10001')
  const form = kept(browser)
  t.is(await led(browser, '/losenordskiosk/nytt', { ...form, password: newPassword }), '/losenordskiosk/kod')
  const stranger = openBrowser(t, app.home)
  await stranger.open('/losenordskiosk')
  const token = stranger.formToken()
  t.is(await led(stranger, '/losenordskiosk/nytt', { token, steg: form.steg, password: newPassword }), startsAgain)
  t.is(await led(stranger, '/losenordskiosk/kod', { token, steg: form.steg, code: '12345678' }), startsAgain)
  t.deepEqual(await passwords(app), before)
})

test('each page leads to the step where the person is', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await order(browser, 'rapport10001')
  await browser.open('/losenordskiosk/klart')
  t.is(browser.path(), '/losenordskiosk/kod')
  await enterCode(browser, await mailedCode(app, 'rapport10001'))
  await browser.open('/losenordskiosk/kod')
  t.is(browser.path(), '/losenordskiosk/nytt')
  await choose(browser, newPassword)
  await browser.open('/losenordskiosk/nytt')
  t.is(browser.path(), '/losenordskiosk/klart')
})

test('a step that was taken cannot be taken again (R-28)', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await order(browser, 'rapport10001')
  const [codeForm, code] = [kept(browser), await mailedCode(app, 'rapport10001')]
  await enterCode(browser, code)
  const choosing = kept(browser)
  t.is(await led(browser, '/losenordskiosk/kod', { ...codeForm, code }), '/losenordskiosk/nytt')
  await choose(browser, newPassword)
  const chosen = await passwords(app)
  const again = { ...choosing, password: 'Nio snälla getter sjunger opera' }
  t.is(await led(browser, '/losenordskiosk/nytt', again), '/losenordskiosk/klart')
  t.deepEqual(await passwords(app), chosen)
})

test('the cookie of a step that was taken leads nowhere', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await order(browser, 'rapport10001')
  const stale = browser.cookies().get('portvakt_kiosk')
  await enterCode(browser, await mailedCode(app, 'rapport10001'))
  t.not(browser.cookies().get('portvakt_kiosk'), stale)
  const response = await fetch(`${app.home}/losenordskiosk/nytt`, {
    headers: { cookie: `portvakt_kiosk=${stale}` },
    redirect: 'manual',
  })
  t.is(response.headers.get('location'), startsAgain)
})

test('a code works in the browser that ordered it and in no other, where it uses nothing up (R-34)', async (t) => {
  const app = await startTestApp(t)
  const [mine, other] = [openBrowser(t, app.home), openBrowser(t, app.home)]
  await order(mine, 'rapport10001')
  const code = await mailedCode(app, 'rapport10001')
  await order(other, 'rapport10001')
  t.is(await enterCode(other, code), 422)
  t.deepEqual(other.errors(), ['Engångslösenordet stämmer inte. Du har 4 försök kvar.'])
  t.is(await enterCode(mine, code), 200)
  t.is(mine.path(), '/losenordskiosk/nytt')
})

test('the steps of two browsers cannot be swapped (R-28)', async (t) => {
  const app = await startTestApp(t)
  const [mine, other] = [openBrowser(t, app.home), openBrowser(t, app.home)]
  await order(mine, 'rapport10001')
  await order(other, 'rapport10002')
  const code = await mailedCode(app, 'rapport10001')
  const swapped = await post(mine, '/losenordskiosk/kod', { ...kept(mine), steg: kept(other).steg, code })
  t.is(swapped.status, 409)
  t.is((await post(other, '/losenordskiosk/kod', { ...kept(mine), code })).status, 403)
  t.is((await post(other, '/losenordskiosk/kod', { ...kept(other), code })).status, 422)
  t.is(await enterCode(mine, code), 200)
})

test('a page left open in one tab cannot choose for the person of a later visit in another', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  const firstTab = kept(browser)
  await prove(browser, 'rapport10002', demoPassword)
  const before = await passwords(app)
  const response = await post(browser, '/losenordskiosk/nytt', { ...firstTab, password: newPassword })
  t.is(response.status, 409)
  t.regex(await response.text(), /Sidan hörde till ett tidigare besök/)
  t.deepEqual(await passwords(app), before)
})

test('of two browsers that have proved the same person, the first to choose is the only one', async (t) => {
  const app = await startTestApp(t)
  const [first, second] = [openBrowser(t, app.home), openBrowser(t, app.home)]
  await prove(first, 'rapport10001', demoPassword)
  await prove(second, 'rapport10001', demoPassword)
  await choose(first, newPassword)
  const chosen = await passwords(app)
  await choose(second, 'Nio snälla getter sjunger opera')
  t.is(second.path(), startsAgain)
  t.deepEqual(await passwords(app), chosen)
})

test('a visit that was proved before all sessions of the person ended chooses no password', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  const before = await passwords(app)
  const accountId = await accountIdOf(app, 'rapport10001')
  await together(app.db, async (trx) => await endSessions(trx, { accountId, reason: 'signed-out' }))
  await choose(browser, newPassword)
  t.is(browser.path(), startsAgain)
  t.deepEqual(await passwords(app), before)
  await travel(app.owner, '2 minutes')
  const anew = await atChoosing(t, app, 'rapport10001')
  await choose(anew, newPassword)
  t.notDeepEqual(await passwords(app), before, 'a visit that is proved afterwards does')
})

test('of twenty who type one code at once, one goes on', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await order(browser, 'rapport10001')
  const form = { ...kept(browser), code: await mailedCode(app, 'rapport10001') }
  const headers = { cookie: [...browser.cookies()].map(([name, value]) => `${name}=${value}`).join('; ') }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      fetch(`${app.home}/losenordskiosk/kod`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(form),
        redirect: 'manual',
      }),
    ),
  )
  const gone = answers.filter(({ headers: told }) =>
    told.getSetCookie().some((one) => one.startsWith('portvakt_kiosk')),
  )
  t.is(gone.length, 1)
  t.is(gone[0]?.headers.get('location'), '/losenordskiosk/nytt')
})

test('of ten who choose at once in one visit, one is told that it is done', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  const form = kept(browser)
  const all = Array.from({ length: 10 }, (_, one) =>
    post(browser, '/losenordskiosk/nytt', { ...form, password: `${newPassword} ${one}` }),
  )
  await Promise.all(all)
  const set = await app.owner.selectFrom('audit_event').where('kind', '=', 'password-set').selectAll().execute()
  t.is(set.length, 1)
})

test('a proved step waits for fifteen minutes and no longer', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  await travel(app.owner, '14 minutes 50 seconds')
  t.is(await browser.open('/losenordskiosk/nytt'), 200)
  t.is(browser.path(), '/losenordskiosk/nytt')
  await travel(app.owner, '11 seconds')
  await choose(browser, newPassword)
  t.is(browser.path(), startsAgain)
})

test('when the code has come to its end the page says so, asks for none, and leads to a new one', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await order(browser, 'rapport10001')
  await travel(app.owner, '30 minutes 1 second')
  t.is(await browser.open('/losenordskiosk/kod'), 200)
  t.true(browser.words().includes('Engångslösenordet går inte längre att använda'))
  t.true(browser.words().includes('KOD-SLUT'))
  t.is(await browser.follow('Beställ ett nytt engångslösenord'), 200)
  t.is(browser.path(), '/losenordskiosk/glomt')
})

test('a repeated order from the same browser, too soon, keeps the code that was mailed (F-04)', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await order(browser, 'rapport10001')
  const code = await mailedCode(app, 'rapport10001')
  t.is(await order(browser, 'rapport10001'), 200)
  t.is(await enterCode(browser, code), 200)
  t.is(browser.path(), '/losenordskiosk/nytt')
})

/** Where a post was led. */
const led = async (browser: Browser, path: string, fields: Readonly<Record<string, string>>) =>
  (await post(browser, path, fields)).headers.get('location')

const passwords = async (app: TestApp) =>
  await app.owner.selectFrom('password').orderBy('account_id').select(['account_id', 'hash']).execute()
