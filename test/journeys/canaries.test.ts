import test, { type ExecutionContext } from 'ava'
import * as client from 'openid-client'
import { demoPassword, demoPeople } from '../../src/demo/people.js'
import { openBrowser } from '../support/browser.js'
import { dump } from '../support/dump.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { choose, enterCode, kept, mailedCode, order, post, prove } from '../kiosk/client.js'
import { relyingParty, secret, signedOutAt } from '../oidc/relying-party.js'

/** Everything secret that a journey brings forth, by what it is. */
type Canaries = Record<string, string>

const typed = {
  'a wrong password at sign-in': 'Kanariefågel gul sjunger 4711',
  'a wrong password in the kiosk': 'Kanariefågel grön tiger 4712',
  'a password typed as a name': 'kanariefågel blå kvittrar 4713',
  'a password that was only advised on': 'Kanariefågel röd flyger 4714',
  'a password that was refused': 'kanarie4715',
  'a chosen password': 'Fjorton lila fåglar äter havre 4716',
  'another chosen password': 'Femton vita fåglar äter korn 4717',
  'a wrong code': '4718 4718',
} as const

/** Every flow of this slice, with the canaries in it. */
const everyFlow = async (
  t: ExecutionContext,
  app: TestApp,
): Promise<{ codes: Canaries; tokens: Canaries; cookies: Canaries }> => {
  const { browser, begin, signIn, exchange, config } = await relyingParty(t, app)
  await begin()
  await signIn('rapport10001', typed['a wrong password at sign-in'])
  await signIn(typed['a password typed as a name'], 'x')
  const asked = await begin({ login_hint: typed['a password typed as a name'] })
  const interaction = browser.path().split('/').at(-1) ?? ''
  await signIn('rapport10001')
  const code = new URL(browser.path(), app.home).searchParams.get('code') ?? ''
  const tokens = await exchange(asked)
  const newer = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
  await client.fetchUserInfo(config, newer.access_token, tokens.claims()?.sub ?? '')
  await client.tokenIntrospection(config, newer.access_token)
  const signedIn = Object.fromEntries(browser.cookies())
  await client.tokenRevocation(config, newer.access_token)

  const [forgetful, fresh] = [openBrowser(t, app.home), openBrowser(t, app.home)]
  await prove(forgetful, 'rapport10001', typed['a wrong password in the kiosk'])
  await order(forgetful, 'rapport10001')
  const reset = await mailedCode(app, 'rapport10001')
  await enterCode(forgetful, typed['a wrong code'])
  const atCode = Object.fromEntries(forgetful.cookies())
  await enterCode(forgetful, reset)
  await post(forgetful, '/losenordskiosk/nytt/rad', {
    token: kept(forgetful).token,
    password: typed['a password that was only advised on'],
  })
  await choose(forgetful, typed['a password that was refused'])
  const atChoice = Object.fromEntries(forgetful.cookies())
  t.is(await choose(forgetful, typed['a chosen password']), 200)

  const initial = await mailedCode(app, 'ny10001')
  await prove(fresh, 'ny10001', initial)
  t.is(await choose(fresh, typed['another chosen password']), 200)
  await browser.open(
    client.buildEndSessionUrl(config, { post_logout_redirect_uri: signedOutAt, id_token_hint: tokens.id_token ?? '' })
      .href,
  )
  const forms = { 'a form token': fresh.formToken(), 'another form token': forgetful.formToken() }
  return {
    codes: { reset, initial },
    tokens: {
      interaction,
      code,
      'an access token': tokens.access_token,
      'a refresh token': tokens.refresh_token ?? '',
      'an id token': tokens.id_token ?? '',
      'a newer access token': newer.access_token,
      'a newer refresh token': newer.refresh_token ?? '',
      'the service’s secret': secret,
      'a verifier': asked.verifier,
    },
    cookies: {
      ...named('signed in', signedIn),
      ...named('at the code', atCode),
      ...named('at the choice', atChoice),
      ...forms,
    },
  }
}

const named = (when: string, cookies: Canaries): Canaries =>
  Object.fromEntries(
    Object.entries(cookies)
      .filter(([name]) => !name.includes('language'))
      .map(([name, value]) => [`${name} when ${when}`, value]),
  )

test('no password, code, token or cookie is in a log line, a table, an address or a mail, but for a code in its own mail (R-12)', async (t) => {
  const heard = listen(t)
  const app = await startTestApp(t)
  const { codes, tokens, cookies } = await everyFlow(t, app)
  const passwords: Canaries = { ...typed, 'the demo’s password': demoPassword }
  for (const [what, value] of Object.entries({ ...tokens, ...cookies })) t.true(value.length >= 10, `there is ${what}`)

  const rows = Object.entries(await dump(app.owner)).flatMap(([table, lines]) =>
    lines.map((line) => `${table} ${line}`),
  )
  t.true(
    rows.some((row) => row.startsWith('pgboss.job')),
    'the queue is looked into',
  )
  t.true(
    rows.some((row) => row.includes('rapport10001')),
    'the tables are',
  )
  t.deepEqual(found({ ...passwords, ...codes, ...tokens, ...cookies }, rows), [])

  t.true(app.logged.length > 20)
  const numbers = Object.fromEntries(
    demoPeople.map(({ username, person }) => [username, person.personalIdentityNumber]),
  )
  t.deepEqual(found({ ...passwords, ...codes, ...tokens, ...cookies, ...numbers }, app.logged), [])

  // A code passes through the browser, and a sign-in's name is its address; the cookie of that name is signed.
  const { code: _passes, interaction: _named, ...kept } = tokens
  t.true(
    heard.addresses.some((address) => address.includes('code=')),
    'the addresses are heard',
  )
  const secretCookies = Object.entries(cookies).filter(([what]) => !/^portvakt_(?:interaction|resume) /.test(what))
  t.true(secretCookies.length > 6)
  t.deepEqual(found({ ...passwords, ...codes, ...kept, ...Object.fromEntries(secretCookies) }, heard.addresses), [])
  const { 'a password typed as a name': _shown, ...hidden } = passwords
  t.deepEqual(found({ ...hidden, ...codes }, heard.pages), [], 'no page shows a password or a mailed code')
  t.deepEqual(found(codes, heard.cookies), [], 'no cookie holds a mailed code')

  const texts = app.mails.map(({ subject, text, html }) => `${subject} ${text} ${html}`)
  t.deepEqual(found({ ...passwords, ...tokens, ...cookies }, texts), [])
  for (const [what, value] of Object.entries(codes))
    t.is(found({ [what]: value }, texts).length, 1, `${what} in its own mail only`)
})

/** Where a canary sings: as it is, without its grouping, or as an address has it. */
const found = (canaries: Canaries, places: readonly string[]): string[] =>
  Object.entries(canaries).flatMap(([what, value]) => {
    const forms = [value, value.replaceAll(/[\s-]/g, ''), encodeURIComponent(value), value.normalize('NFD')]
    const hex = Buffer.from(value).toString('hex')
    const base64 = Buffer.from(value).toString('base64url')
    const isIn = (place: string) => [...forms, hex, base64].some((form) => stands(form, place))
    return places.filter(isIn).map((place) => `${what}: ${place.slice(0, 200)}`)
  })

/** Eight digits may also be part of a longer number. */
const stands = (form: string, place: string): boolean =>
  /^\d+$/.test(form) ? new RegExp(`(?<![0-9a-f.])${form}(?![0-9a-f])`).test(place) : place.includes(form)

/** Everything that this test's requests are answered with. */
const listen = (t: ExecutionContext) => {
  const [addresses, pages, cookies]: [string[], string[], string[]] = [[], [], []]
  const plain = globalThis.fetch
  globalThis.fetch = async (...asked: Parameters<typeof fetch>) => {
    const response = await plain(...asked)
    const location = response.headers.get('location')
    if (location !== null) addresses.push(location)
    cookies.push(...response.headers.getSetCookie())
    if (response.headers.get('content-type')?.startsWith('text/html')) pages.push(await response.clone().text())
    return response
  }
  t.teardown(() => void (globalThis.fetch = plain))
  return { addresses, pages, cookies }
}
