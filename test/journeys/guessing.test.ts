import test, { type ExecutionContext } from 'ava'
import { demoPassword } from '../../src/demo/people.js'
import { openBrowser } from '../support/browser.js'
import { startTestApp } from '../support/app.js'
import { countingContext } from '../login/fixture.js'
import { relyingParty } from '../oidc/relying-party.js'
import { post } from '../kiosk/client.js'

const wrong = 'nästan rätt lösenord'

/** Fifty people, each with the sign-in page open before any of them sends it. */
const fiftyAtSignIn = async (t: ExecutionContext) => {
  const { context, compared } = countingContext()
  const app = await startTestApp(t, { hashing: context.hashing })
  const { ask } = await relyingParty(t, app)
  const url = (await ask()).url.href
  const browsers = Array.from({ length: 50 }, () => openBrowser(t, app.home))
  for (const browser of browsers) await browser.open(url)
  compared.real = 0
  return { app, compared, browsers }
}

test('of fifty parallel guesses, the right one among the later, none gets in and four are compared (R-17, G4)', async (t) => {
  const { app, compared, browsers } = await fiftyAtSignIn(t)
  const guess = async (index: number) => {
    const browser = browsers[index]
    if (browser === undefined) throw new Error('fewer than fifty')
    const typed = { username: 'rapport10001', password: index < 4 ? wrong : demoPassword, token: browser.formToken() }
    return (await post(browser, browser.path(), typed)).status
  }
  const first = await Promise.all([0, 1, 2, 3].map(guess))
  const later = await Promise.all(
    browsers
      .map((_, index) => index)
      .slice(4)
      .map(guess),
  )
  t.deepEqual(new Set([...first, ...later]), new Set([422]))
  t.is(compared.real, 4)
  t.deepEqual(await app.owner.selectFrom('session').where('account_id', 'is not', null).selectAll().execute(), [])
})

test('of fifty parallel wrong guesses in both forms four are compared, and then both are locked', async (t) => {
  const { app, compared, browsers } = await fiftyAtSignIn(t)
  const kiosk = openBrowser(t, app.home)
  await kiosk.open('/losenordskiosk/andra')
  const guesses = browsers.map(async (browser, index) => {
    const typed = { username: 'rapport10001', password: `${wrong} ${index}` }
    if (index % 2 === 0) return await post(browser, browser.path(), { ...typed, token: browser.formToken() })
    return await post(kiosk, '/losenordskiosk/andra', { ...typed, token: kiosk.formToken(), inloggning: '' })
  })
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  t.deepEqual(new Set(statuses), new Set([422]))
  t.is(compared.real, 4)
  const right = { username: 'rapport10001', password: demoPassword }
  const [late = kiosk] = browsers
  t.is((await post(late, late.path(), { ...right, token: late.formToken() })).status, 422)
  const atKiosk = await post(kiosk, '/losenordskiosk/andra', { ...right, token: kiosk.formToken(), inloggning: '' })
  t.is(atKiosk.status, 422)
  t.is(compared.real, 4)
})

test('two wrong at sign-in and two in the kiosk of another instance lock both (R-18)', async (t) => {
  const app = await startTestApp(t)
  const other = await startTestApp(t, { database: app })
  const { browser, begin, signIn } = await relyingParty(t, app)
  await begin()
  await signIn('rapport10001', wrong)
  await signIn('RAPPORT10001 ', wrong)
  const kiosk = openBrowser(t, other.home)
  await kiosk.open('/losenordskiosk/andra')
  const prove = async (password: string) => {
    const typed = { username: 'ｒａｐｐｏｒｔ10001', password, token: kiosk.formToken(), inloggning: '' }
    return await post(kiosk, '/losenordskiosk/andra', typed)
  }
  t.regex(await (await prove(wrong)).text(), /ett försök kvar/)
  t.regex(await (await prove(wrong)).text(), /spärrad/)
  t.regex(await (await prove(demoPassword)).text(), /spärrad/)
  t.is(await signIn('rapport10001'), 422)
  t.regex(browser.words(), /spärrad/)
})
