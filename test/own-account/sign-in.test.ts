import { sql } from 'kysely'
import test from 'ava'
import { openBrowser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { relyingParty } from '../oidc/relying-party.js'
import { startTestApp } from '../support/app.js'
import { installClient } from '../../src/relying-services/install.js'
import { fromWithin } from '../../src/context/origin.js'
import { accountIdOf, audited, sessionsIn, signedInAs, signIn } from './client.js'

test('who is not signed in is led through the provider’s sign-in page and back to the page they asked for', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  const answer = await browser.send('/konto?klart=sprak')
  t.is(answer.status, 303)
  t.is(answer.headers.get('location'), '/konto/logga-in?till=%2Fkonto%3Fklart%3Dsprak')
  await browser.open('/konto?klart=sprak')
  t.is(browser.heading(), 'Logga in till Portvakt')
  t.is(await signIn(browser, 'rapport10001'), 200)
  t.is(browser.path(), '/konto?klart=sprak')
  t.is(browser.heading(), 'Ditt konto')
})

test('our own tools are a client of the provider, and are given neither a code nor a token', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await browser.open('/konto')
  const asked = new URL((await browser.send('/konto/logga-in?till=%2Fkonto')).headers.get('location') ?? '', app.home)
  t.is(asked.pathname, '/oidc/auth')
  t.is(asked.searchParams.get('client_id'), 'portvakt')
  await signIn(browser, 'rapport10001')
  const back = new URL((await browser.send(asked.href)).headers.get('location') ?? '')
  t.deepEqual([...back.searchParams.keys()].toSorted(), ['iss', 'state'])
  const given = await app.owner
    .selectFrom('oidc_record')
    .select('model')
    .where('client_id', '=', 'portvakt')
    .orderBy('model')
    .execute()
  t.deepEqual(
    given.map(({ model }) => model),
    ['FinishedInteraction', 'Grant'],
  )
})

test('nobody gets a code or a token in the name of our own tools', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  const request = { client_id: 'portvakt', redirect_uri: `${app.home}/konto/inloggad`, scope: 'openid', state: '/' }
  for (const type of ['code', 'id_token', 'token']) {
    const pkce = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256', nonce: 'n' }
    const query = new URLSearchParams({ ...request, ...pkce, response_type: type }).toString()
    const location = (await browser.send(`/oidc/auth?${query}`)).headers.get('location') ?? ''
    t.regex(location, /[?#&]error=(?:invalid_request|unsupported_response_type)/, type)
    t.notRegex(location, /[?#&](?:code|id_token|access_token)=/, type)
  }
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 'portvakt', code: 'c' })
  const answer = await fetch(`${app.home}/oidc/token`, { method: 'POST', body })
  t.is(answer.status, 400)
  t.regex(await answer.text(), /requested grant type is not allowed for this client/)
})

test('the sign-in leads back to our own pages and nowhere else', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  for (const strange of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
    const started = await browser.send(`/konto/logga-in?till=${encodeURIComponent(strange)}`)
    const asked = new URL(started.headers.get('location') ?? '', app.home)
    t.is(asked.searchParams.get('state'), '/', strange)
    const back = await browser.send(`/konto/inloggad?state=${encodeURIComponent(strange)}`)
    t.is(back.headers.get('location'), '/', strange)
  }
})

test('who needs no permission to come in: an account without any has its page too', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'utan10001')
  t.is(browser.heading(), 'Ditt konto')
  t.deepEqual(await audited(app, 'no-permission'), [])
})

test('whoever cancels the sign-in is on the start page, and nothing goes round when no cookie is kept', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await browser.open('/konto')
  await browser.press('Avbryt och gå tillbaka till tjänsten')
  t.is(browser.path(), '/')
  const stranger = await fetch(`${app.home}/konto/inloggad?state=/konto`, { redirect: 'manual' })
  t.is(stranger.status, 403)
})

test('one session for services and our own pages: signed in to one is signed in to the other, and so is signed out', async (t) => {
  const app = await startTestApp(t)
  const { browser, enter } = await relyingParty(t, app)
  const tokens = await enter('rapport10001')
  await browser.open(`${app.home}/konto`)
  t.is(browser.heading(), 'Ditt konto', 'without being asked again')
  t.is((await sessionsIn(app, 'rapport10001')).length, 1)
  const userinfo = async () =>
    (await fetch(`${app.home}/oidc/userinfo`, { headers: { authorization: `Bearer ${tokens.access_token}` } })).status
  t.is(await userinfo(), 200)
  await browser.press('Logga ut')
  t.is(await userinfo(), 401)
})

test('thirty minutes without activity sign out, and each page that is opened is activity', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await travel(app.owner, '29 minutes')
  t.is((await browser.send('/konto')).status, 200)
  await travel(app.owner, '29 minutes')
  t.is((await browser.send('/konto')).status, 200)
  await travel(app.owner, '30 minutes 1 second')
  t.is((await browser.send('/konto')).status, 303)
  await browser.open('/konto')
  t.is(browser.heading(), 'Logga in till Portvakt')
})

test('twelve hours after signing in it is over, however busy somebody has been', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  for (let passed = 0; passed < 12 * 60; passed += 25) {
    t.is((await browser.send('/konto')).status, 200, `after ${passed} minutes`)
    await travel(app.owner, '25 minutes')
  }
  t.is((await browser.send('/konto')).status, 303)
})

test('an account that has ended has no page from that moment', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await sql`update account set ended_at = portvakt_now(), end_reason = 'test'
    where id = ${await accountIdOf(app, 'rapport10001')}`.execute(app.owner)
  t.is((await browser.send('/konto')).status, 303)
  await browser.open('/konto')
  t.is(browser.heading(), 'Logga in till Portvakt')
})

test('an invented, a foreign or a former cookie opens nothing', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  const uid = (await sessionsIn(app, 'rapport10001'))[0] ?? ''
  const former = browser.cookies().get('portvakt_session') ?? ''
  await browser.press('Logga ut överallt')
  for (const value of ['x'.repeat(43), uid, former, '', `${former} `]) {
    const answer = await fetch(`${app.home}/konto`, {
      redirect: 'manual',
      headers: { cookie: `portvakt_session=${value}` },
    })
    t.is(answer.status, 303, value)
  }
})

test('a post after the session has ended changes nothing and leads to sign in, then to the first page', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await travel(app.owner, '31 minutes')
  await browser.press('Skriv mejl till mig på engelska')
  t.is(browser.heading(), 'Logga in till Portvakt')
  await signIn(browser, 'rapport10001')
  t.is(browser.path(), '/konto')
  t.deepEqual(await audited(app, 'language-chosen'), [])
})

test('our own tools are registered at every start, and ask for no service', async (t) => {
  const app = await startTestApp(t)
  const registered = async () =>
    (await audited(app, 'client-registered')).filter(({ details }) => details['client'] === 'portvakt').length
  t.is(await registered(), 1)
  await app.restart()
  t.is(await registered(), 1)
  await app.owner.updateTable('client').set({ redirect_uris: [] }).where('id', '=', 'portvakt').execute()
  await app.restart()
  t.is(await registered(), 2)
  const wrong = app.owner
    .updateTable('client')
    .set({ services: ['studietider'] })
    .where('id', '=', 'portvakt')
  await t.throwsAsync(wrong.execute(), { message: /our_own_tools_ask_for_no_service/ })
})

test('no relying service is registered under the name of our own tools', async (t) => {
  const app = await startTestApp(t)
  const outcome = await app.db.transaction().execute(
    async (trx) =>
      await installClient(trx, app.context, {
        id: 'portvakt',
        name: { sv: 'Portvakt', en: 'Portvakt' },
        homeUri: 'https://evil.example/',
        authMethod: 'none',
        redirectUris: ['https://evil.example/cb'],
        services: ['studietider'],
        from: fromWithin('test'),
      }),
  )
  t.deepEqual(outcome, { kind: 'refused-name' })
  const kept = await app.db.selectFrom('client').select('redirect_uris').where('id', '=', 'portvakt').execute()
  t.deepEqual(kept, [{ redirect_uris: [`${app.home}/konto/inloggad`] }])
})
