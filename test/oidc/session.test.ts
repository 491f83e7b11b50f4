import { sql } from 'kysely'
import test from 'ava'
import * as client from 'openid-client'
import { endSessions } from '../../src/login/sessions/sessions.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { travel } from '../support/clock.js'
import { register, relyingParty, signedOutAt } from './relying-party.js'

test('signing out asks first, ends the session and its tokens, and leads back to the service (R-60, R-87)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  const url = client.buildEndSessionUrl(service.config, {
    post_logout_redirect_uri: signedOutAt,
    state: 'tillbaka',
  })
  await service.browser.open(url.href)
  t.is(service.browser.heading(), 'Vill du logga ut?')
  await service.browser.press('Logga ut')
  t.is(service.browser.path(), '/utloggad?state=tillbaka')
  t.is(await userinfoStatus(app, tokens.access_token), 401)
  await t.throwsAsync(client.refreshTokenGrant(service.config, tokens.refresh_token ?? ''))
  await service.begin({ prompt: 'none' })
  t.is(service.arrived().searchParams.get('error'), 'login_required')
  const events = await app.owner.selectFrom('audit_event').select('kind').execute()
  t.is(events.filter(({ kind }) => kind === 'signed-out').length, 1)
})

test('who stays leaves the service, and is still signed in with us', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  await service.browser.open(client.buildEndSessionUrl(service.config, { post_logout_redirect_uri: signedOutAt }).href)
  await service.browser.press('Stanna kvar inloggad')
  t.is(await userinfoStatus(app, tokens.access_token), 401)
  const asked = await service.begin({ prompt: 'none' })
  t.truthy((await service.exchange(asked)).access_token)
})

test('a service that proves whom it signs out needs no question where scripts run', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { id_token: hint = '' } = await service.enter('rapport10001')
  const open = async (parameters: Record<string, string>) =>
    await service.browser.open(client.buildEndSessionUrl(service.config, parameters).href)
  await open({ id_token_hint: hint, post_logout_redirect_uri: signedOutAt })
  t.true(service.browser.html().includes('/assets/send.js'))
  await open({ post_logout_redirect_uri: signedOutAt })
  t.false(service.browser.html().includes('/assets/send.js'))
})

test('after signing out nobody is led to an address that is not registered (R-87)', async (t) => {
  const app = await startTestApp(t)
  const { config, browser, enter } = await relyingParty(t, app)
  await enter('rapport10001')
  for (const strange of [`${signedOutAt}/`, `${signedOutAt}?x=1`, 'https://evil.example/', 'javascript:alert(1)']) {
    const url = client.buildEndSessionUrl(config, { post_logout_redirect_uri: strange })
    t.is(await browser.open(url.href), 400, strange)
  }
  await browser.open('/oidc/logout')
  await browser.press('Logga ut')
  t.is(browser.heading(), 'Du är utloggad')
})

test('signing out when nobody is signed in leads straight back, without a page between', async (t) => {
  const app = await startTestApp(t)
  const { config, browser } = await relyingParty(t, app)
  const url = client.buildEndSessionUrl(config, { post_logout_redirect_uri: signedOutAt, state: 's' })
  const answer = await browser.send(url.href)
  t.is(answer.status, 303)
  t.is(answer.headers.get('location'), `${signedOutAt}?state=s`)
  t.is(await browser.open('/oidc/logout'), 200)
  t.is(browser.heading(), 'Du är utloggad')
})

test('nobody is signed out by somebody else’s form', async (t) => {
  const app = await startTestApp(t)
  const { browser, enter, begin, arrived } = await relyingParty(t, app)
  await enter('rapport10001')
  await browser.open(`${app.home}/oidc/logout`)
  const body = new URLSearchParams({ xsrf: 'gissad', logout: 'yes' })
  t.is((await browser.send('/oidc/logout/confirm', { method: 'POST', body })).status, 400)
  await begin({ prompt: 'none' })
  t.is(arrived().searchParams.get('error'), null)
})

test('every sign-in gets a session of a new name, and the cookie before it opens nothing (R-56)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  await service.browser.open('/oidc/logout')
  const planted = service.browser.cookies().get('portvakt_session')
  t.truthy(planted, 'a session before anybody has signed in')
  await service.enter('rapport10001')
  const first = service.browser.cookies().get('portvakt_session')
  t.not(first, planted)
  await service.enter('rapport10001', { prompt: 'login' })
  const second = service.browser.cookies().get('portvakt_session')
  t.not(second, first)
  const live = await app.owner.selectFrom('session').selectAll().where('ended_at', 'is', null).execute()
  t.is(live.filter(({ account_id: account }) => account !== null).length, 1)
})

test('cookies are for the browser alone, go with it, and follow no link from elsewhere but a plain one (R-57)', async (t) => {
  const app = await startTestApp(t)
  const { ask, browser, enter } = await relyingParty(t, app)
  const answer = await browser.send((await ask()).url.href)
  const cookies = answer.headers.getSetCookie()
  t.true(cookies.some((cookie) => cookie.startsWith('portvakt_interaction=')))
  for (const cookie of cookies) t.regex(cookie, /; httponly/i)
  for (const cookie of cookies) t.regex(cookie, /; samesite=lax/i)
  const interaction = cookies.find((cookie) => cookie.startsWith('portvakt_interaction='))
  t.regex(interaction ?? '', /path=\/login\/[\w-]+;/)
  await enter('rapport10001')
  const silent = await browser.send((await ask({ prompt: 'none' })).url.href)
  const session = silent.headers.getSetCookie().find((cookie) => cookie.startsWith('portvakt_session='))
  t.false(/expires/i.test(session ?? 'expires'))
})

test('on https every cookie is Secure, and its name says so (R-57)', async (t) => {
  const app = await startTestApp(t, {
    issuer: 'https://id.example.se',
    relyingServiceAddress: 'https://tjanster.example.se',
  })
  await register(app, {
    homeUri: 'https://rp.example.se/',
    redirectUris: ['https://rp.example.se/cb'],
    postLogoutRedirectUris: [],
  })
  const query = new URLSearchParams({
    client_id: 'rapportering',
    redirect_uri: 'https://rp.example.se/cb',
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  })
  const answer = await fetch(`${app.home}/oidc/auth?${query.toString()}`, { redirect: 'manual' })
  t.is(answer.status, 303)
  const logout = await fetch(`${app.home}/oidc/logout`)
  const cookies = [...answer.headers.getSetCookie(), ...logout.headers.getSetCookie()]
  t.true(cookies.some((cookie) => cookie.startsWith('__Secure-portvakt_interaction=')))
  t.true(cookies.some((cookie) => cookie.startsWith('__Host-portvakt_session=')))
  for (const cookie of cookies) t.regex(cookie, /^__(Host|Secure)-[^;]+;.*; secure/i)
  t.is(
    ((await (await fetch(`${app.home}/.well-known/openid-configuration`)).json()) as { token_endpoint: string })
      .token_endpoint,
    'https://id.example.se/oidc/token',
  )
})

test('when all sessions are ended, also one on its way, their tokens and codes are dead', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  const asked = await service.begin()
  const ended = await app.db
    .transaction()
    .execute(
      async (trx) => await endSessions(trx, { accountId: tokens.claims()?.sub ?? '', reason: 'password-changed' }),
    )
  t.is(ended, 1)
  await t.throwsAsync(service.exchange(asked))
  t.is(await userinfoStatus(app, tokens.access_token), 401)
  await t.throwsAsync(client.refreshTokenGrant(service.config, tokens.refresh_token ?? ''))
  await service.begin({ prompt: 'none' })
  t.is(service.arrived().searchParams.get('error'), 'login_required')
})

test('a request on its way when the session ends cannot bring it back (R-61)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  const accountId = tokens.claims()?.sub ?? ''
  // Another transaction holds the session's row: the request has read the session, and waits to save it.
  const { url, ...asked } = await service.ask({ prompt: 'none' })
  const pending = await app.owner.transaction().execute(async (trx) => {
    await trx.selectFrom('session').selectAll().where('account_id', '=', accountId).forUpdate().execute()
    const opened = service.browser.open(url.href)
    await new Promise((resolve) => void setTimeout(resolve, 700))
    await sql`update session set ended_at = portvakt_now(), end_reason = 'signed-out', payload = '{}'
      where account_id = ${accountId} and ended_at is null`.execute(trx)
    return { opened }
  })
  await pending.opened
  await t.throwsAsync(service.exchange({ url, ...asked }))
  const live = await app.owner.selectFrom('session').selectAll().where('ended_at', 'is', null).execute()
  t.deepEqual(live, [])
})

test('a session that nobody uses ends after thirty minutes', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  await service.enter('rapport10001')
  await travel(app.owner, '29 minutes')
  const asked = await service.begin({ prompt: 'none' })
  t.truthy((await service.exchange(asked)).access_token)
  await travel(app.owner, '31 minutes')
  await service.begin({ prompt: 'none' })
  t.is(service.arrived().searchParams.get('error'), 'login_required')
})

test('who reads the database finds no cookie, code, token or secret that works (R-55)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const started = await service.begin()
  const uid = service.browser.path().split('/').at(-1) ?? ''
  await service.signIn('rapport10001')
  const code = service.arrived().searchParams.get('code') ?? ''
  const tokens = await service.exchange(started)
  const waiting = await service.begin({ prompt: 'login' })
  t.truthy(waiting)
  const secrets = [
    uid,
    service.browser.path().split('/').at(-1) ?? '',
    code,
    tokens.access_token,
    tokens.refresh_token ?? '',
    tokens.id_token ?? '',
    service.browser.cookies().get('portvakt_session') ?? '',
    service.browser.cookies().get('portvakt_session.sig') ?? '',
    'a secret of the tests, as long as one must be',
    'Vintern kom tidigt 2026',
  ]
  t.deepEqual(
    secrets.filter((secret) => secret.length < 20),
    [],
  )
  const dump = await everything(app)
  const logs = app.logged.join('\n')
  t.true(dump.includes('rapport10001'), 'the dump holds the tables')
  for (const [index, secret] of secrets.entries()) {
    t.false(dump.includes(secret), `secret ${index} in the database`)
    t.false(logs.includes(secret), `secret ${index} in the log`)
  }
})

const everything = async ({ owner }: TestApp): Promise<string> => {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(owner)
  const dumps = await Promise.all(
    tables.map(({ name }) => sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(owner)),
  )
  return dumps.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n')
}

const userinfoStatus = async (app: TestApp, token: string) =>
  (await fetch(`${app.home}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status
