import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import ava, { type ExecutionContext } from 'ava'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { sql } from 'kysely'
import * as client from 'openid-client'
import { untoldServices, noticeState } from '../../src/delivery/notices/untold.js'
import { installQueues } from '../../src/delivery/queues.js'
import { endSessions } from '../../src/login/sessions/sessions.js'
import { installClient } from '../../src/relying-services/install.js'
import { fromWithin } from '../../src/context/origin.js'
import { until, sleep } from '../delivery/start-mail-queue.js'
import { accountPage, act } from '../officers/accounts/officer.js'
import { atChoosing, choose, newPassword } from '../kiosk/client.js'
import { openBrowser } from '../support/browser.js'
import { freshDatabase } from '../support/database.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { relyingParty, signedOutAt } from './relying-party.js'
import { flood, serviceDouble, silence, status, type ServiceDouble } from './service-double.js'

/** One after the other: each starts a whole app and a service beside it. */
const test = ava.serial

test('a service is told who has left it, field by field (R-88)', async (t) => {
  const { app, told, enter } = await opened(t)
  const tokens = await enter('rapport10001')
  const before = Math.floor(Date.now() / 1000)
  await endAll(app, tokens)
  t.true(await until(() => told.taken.length === 1))
  const [one] = told.taken
  t.like(one, { method: 'POST', path: '/bakvagen?a=1', type: 'application/x-www-form-urlencoded;charset=UTF-8' })
  t.deepEqual([...(one?.fields.keys() ?? [])], ['logout_token'])
  t.deepEqual(one?.header, { alg: 'ES256', kid: 'test-ES256', typ: 'logout+jwt' })
  const { iat, exp, jti, ...rest } = one?.claims ?? {}
  t.deepEqual(rest, {
    iss: app.home,
    aud: 'rapportering',
    sub: tokens.claims()?.sub,
    sid: tokens.claims()?.['sid'],
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  })
  t.is(typeof rest['sid'], 'string')
  t.regex(String(jti), /^[0-9a-f-]{36}$/)
  t.is(Number(exp) - Number(iat), 120)
  t.true(Number(iat) >= before && Number(iat) <= before + 30)
  const keys = createRemoteJWKSet(new URL(`${app.home}/oidc/jwks`))
  await jwtVerify(one?.token ?? '', keys, { issuer: app.home, audience: 'rapportering', typ: 'logout+jwt' })
  t.true(await until(async () => (await eventsOf(app)).length === 1))
  t.like(await eventsOf(app), [
    {
      kind: 'relying-service-told',
      result: 'done',
      about_id: tokens.claims()?.sub,
      details: { client: 'rapportering', sid: rest['sid'] },
    },
  ])
})

test('a service that asks for RS256 is told in RS256', async (t) => {
  const { app, told, enter } = await opened(t, { idTokenSignedResponseAlg: 'RS256' })
  await endAll(app, await enter('rapport10001'))
  t.true(await until(() => told.taken.length === 1))
  t.like(told.taken[0]?.header, { alg: 'RS256', kid: 'test-RS256' })
})

test('500, 400, silence and a way elsewhere are tried again, each time with a token of its own (R-88, F-33)', async (t) => {
  const elsewhere = await serviceDouble(t)
  const answers = [status(500), status(400), silence, status(307, { location: elsewhere.address }), status(200)]
  const { app, told, enter } = await opened(t, {}, answers)
  await endAll(app, await enter('rapport10001'))
  t.true(await until(() => told.taken.length === 5))
  t.true(await until(async () => (await eventsOf(app)).length === 1))
  t.is(new Set(told.taken.map(({ claims }) => claims['jti'])).size, 5)
  t.is(new Set(told.taken.map(({ claims }) => claims['sid'])).size, 1)
  t.deepEqual(elsewhere.taken, [], 'nobody but the registered address')
  const tried = app.logged.filter((line) => line.includes('a notice to a relying service was tried'))
  for (const reason of ['500', '400', 'timeout', '307']) {
    t.true(
      tried.some((line) => line.includes(`"reason":"${reason}"`)),
      reason,
    )
  }
  await sleep(2_500)
  t.is(told.taken.length, 5, 'told once it is told no more')
  t.is((await noticeState(app.db)).waiting, 0)
})

test('nothing of what a service answers is read but the status (F-33, T17)', async (t) => {
  const { app, told, enter } = await opened(t, {}, [flood])
  await endAll(app, await enter('rapport10001'))
  t.true(await until(async () => (await eventsOf(app)).length === 1))
  t.is(told.taken.length, 1)
})

test('a service that never answers is given up in the end, and that can be seen (R-88, F-34)', async (t) => {
  const { app, told, enter } = await opened(t, {}, [status(503)], { retries: 1 })
  const tokens = await enter('rapport10001')
  await endAll(app, tokens)
  t.true(await until(async () => (await untoldServices(app.db)).length === 1))
  t.is(told.taken.length, 2)
  t.like(await untoldServices(app.db), [
    { clientId: 'rapportering', accountId: tokens.claims()?.sub, reason: 'given up: 503', tries: 2 },
  ])
  t.like(await noticeState(app.db), { waiting: 0, undelivered: 1 })
  t.like(await eventsOf(app), [
    {
      kind: 'relying-service-not-told',
      result: 'refused',
      details: { client: 'rapportering', reason: 'given up: 503' },
    },
  ])
})

test('a new password in the kiosk is told to every service of three sessions in two browsers', async (t) => {
  const { app, told, enter } = await opened(t)
  const other = await serviceDouble(t)
  const elsewhere = openBrowser(t, app.home)
  const here = await enter('rapport10001')
  const second = await relyingParty(t, app, {
    id: 'statistik',
    backchannelLogoutUri: `${other.address}/slut`,
    browser: elsewhere,
  })
  const there = await second.enter('rapport10001')
  const third = await relyingParty(t, app, {
    browser: elsewhere,
    backchannelLogoutUri: `${told.address}/bakvagen?a=1`,
  })
  const thirdTokens = await third.enter('rapport10001')
  const stranger = await relyingParty(t, app, { backchannelLogoutUri: `${told.address}/bakvagen?a=1` })
  await stranger.enter('rapport10002')
  await choose(await atChoosing(t, app, 'rapport10001'), newPassword)
  t.true(await until(() => told.taken.length === 2 && other.taken.length === 1))
  t.deepEqual(
    new Set(told.taken.map(({ claims }) => claims['sid'])),
    new Set([here, thirdTokens].map((tokens) => tokens.claims()?.['sid'])),
  )
  t.deepEqual(other.taken[0]?.claims['sid'], there.claims()?.['sid'])
  t.is(new Set([here, there, thirdTokens].map((tokens) => tokens.claims()?.['sid'])).size, 3)
  await sleep(1_500)
  t.is(told.taken.length + other.taken.length, 3, 'and nobody else')
})

test('signing out at one service tells every service, and waits for none of them (F-33)', async (t) => {
  const { app, told, enter, config, browser } = await opened(t)
  const slow = await serviceDouble(t, silence)
  const tokens = await enter('rapport10001')
  const other = await relyingParty(t, app, { id: 'statistik', backchannelLogoutUri: slow.address, browser })
  const others = await other.enter('rapport10001')
  await browser.open(client.buildEndSessionUrl(config, { post_logout_redirect_uri: signedOutAt }).href)
  const before = performance.now()
  await browser.press('Logga ut')
  t.true(performance.now() - before < 2_400)
  t.is(browser.path(), '/utloggad')
  t.true(await until(() => told.taken.length === 1 && slow.taken.length === 1))
  t.is(told.taken[0]?.claims['sid'], tokens.claims()?.['sid'])
  t.is(slow.taken[0]?.claims['sid'], others.claims()?.['sid'])
  t.false(app.logged.join('\n').includes('will not be told'))
})

test('who leaves one service and stays with us has left that one only', async (t) => {
  const { app, told, enter, config, browser } = await opened(t)
  const other = await serviceDouble(t)
  const tokens = await enter('rapport10001')
  await (
    await relyingParty(t, app, { id: 'statistik', backchannelLogoutUri: other.address, browser })
  ).enter('rapport10001')
  await browser.open(client.buildEndSessionUrl(config, { post_logout_redirect_uri: signedOutAt }).href)
  await browser.press('Stanna kvar inloggad')
  t.true(await until(() => told.taken.length === 1))
  t.is(told.taken[0]?.claims['sid'], tokens.claims()?.['sid'])
  const again = await enter('rapport10001')
  t.not(again.claims()?.['sid'], tokens.claims()?.['sid'], 'a name that was ended is not used again')
  await endAll(app, again)
  t.true(await until(() => told.taken.length === 2 && other.taken.length === 1))
  t.is(told.taken[1]?.claims['sid'], again.claims()?.['sid'])
})

test('one session too many: the services of the oldest are told', async (t) => {
  const { app, told, enter } = await opened(t, {}, [status(200)], { policy: { session: { perPerson: 1 } } })
  const first = await enter('rapport10001')
  const next = await relyingParty(t, app, { id: 'statistik' })
  await next.enter('rapport10001')
  t.true(await until(() => told.taken.length === 1))
  t.is(told.taken[0]?.claims['sid'], first.claims()?.['sid'])
})

test('somebody else signs in in the same browser: the services of the one before are told', async (t) => {
  const { told, enter } = await opened(t)
  const first = await enter('rapport10001')
  await enter('rapport10002', { prompt: 'login' })
  t.true(await until(() => told.taken.length === 1))
  t.like(told.taken[0]?.claims, { sub: first.claims()?.sub, sid: first.claims()?.['sid'] })
})

test('signing in once more ends nothing, and tells nobody', async (t) => {
  const { app, told, enter } = await opened(t)
  const first = await enter('rapport10001')
  const again = await enter('rapport10001', { prompt: 'login' })
  t.is(again.claims()?.['sid'], first.claims()?.['sid'])
  await sleep(1_500)
  t.is((await noticeState(app.db)).waiting, 0)
  t.deepEqual(told.taken, [])
})

test('an end that is rolled back is told to nobody', async (t) => {
  const { app, told, enter } = await opened(t)
  const tokens = await enter('rapport10001')
  await t.throwsAsync(
    app.db.transaction().execute(async (trx) => {
      await endSessions(trx, { accountId: tokens.claims()?.sub ?? '', reason: 'password-changed' })
      throw new Error('the change did not hold')
    }),
  )
  t.is((await noticeState(app.db)).waiting, 0)
  await sleep(1_500)
  t.deepEqual(told.taken, [])
  await endAll(app, tokens)
  t.true(await until(() => told.taken.length === 1), 'the services are still known')
})

test('a service is told though the provider, saving its session as a whole, has forgotten it', async (t) => {
  const { app, told, enter } = await opened(t)
  const tokens = await enter('rapport10001')
  await sql`update session set payload = payload - 'authorizations'`.execute(app.owner)
  await endAll(app, tokens)
  t.true(await until(() => told.taken.length === 1))
  t.is(told.taken[0]?.claims['sid'], tokens.claims()?.['sid'])
})

test('an account that an officer ends: its service is told at once, and gets nothing more of the person', async (t) => {
  const { app, told, enter, config, begin, browser } = await opened(t)
  const tokens = await enter('rapport10001')
  const sub = tokens.claims()?.sub ?? ''
  t.is((await client.fetchUserInfo(config, tokens.access_token, sub)).sub, sub)
  const officer = await accountPage(t, app, 'rapport10001')
  t.is(await act(officer, 'Avsluta kontot', 'Avsluta kontot', { 'Varför?': 'Har slutat.' }), 200)
  await t.throwsAsync(async () => await client.fetchUserInfo(config, tokens.access_token, sub))
  t.deepEqual({ ...(await client.tokenIntrospection(config, tokens.access_token)) }, { active: false })
  await t.throwsAsync(async () => await client.refreshTokenGrant(config, tokens.refresh_token ?? ''))
  t.true(await until(() => told.taken.length === 1))
  t.like(told.taken[0]?.claims, { sub, sid: tokens.claims()?.['sid'] })
  await begin()
  t.is(browser.heading(), 'Logga in till Rapportering')
})

test('a code on its way when an officer ends the account gives nothing', async (t) => {
  const { app, begin, signIn, exchange } = await opened(t)
  const asked = await begin()
  await signIn('rapport10001')
  const officer = await accountPage(t, app, 'rapport10001')
  t.is(await act(officer, 'Avsluta kontot', 'Avsluta kontot', { 'Varför?': 'Har slutat.' }), 200)
  t.like(await t.throwsAsync(async () => await exchange(asked)), { error: 'invalid_grant' })
})

test('a service that registered no address is told nothing, though it knows the session by a name', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  t.is(typeof tokens.claims()?.['sid'], 'string')
  await endAll(app, tokens)
  t.is((await noticeState(app.db)).waiting, 0)
})

test('a service that has taken back its address for notices is told nothing', async (t) => {
  const { app, told, enter } = await opened(t)
  const tokens = await enter('rapport10001')
  await app.owner.updateTable('client').set({ backchannel_logout_uri: null }).where('id', '=', 'rapportering').execute()
  await endAll(app, tokens)
  t.true(await until(async () => (await noticeState(app.db)).waiting === 0))
  t.deepEqual(told.taken, [])
  t.deepEqual(await eventsOf(app), [])
})

test('a worker that is killed in between has told nobody less: another tells them all (F-13)', async (t) => {
  const place = await freshDatabase(t)
  await installQueues(place.ownerUrl, hurry)
  const { app, told, enter } = await opened(t, {}, [status(200)], { database: place, isWorkerOff: true })
  const other = await serviceDouble(t)
  const tokens = await enter('rapport10001')
  const second = await relyingParty(t, app, { id: 'statistik', backchannelLogoutUri: other.address })
  await second.enter('rapport10001')
  await endAll(app, tokens)
  const program = fileURLToPath(new URL('hanging-teller.js', import.meta.url))
  const worker = spawn(process.execPath, [program, place.ownerUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => worker.kill('SIGKILL'))
  await once(worker.stdout, 'data')
  worker.kill('SIGKILL')
  t.deepEqual([told.taken.length, other.taken.length], [0, 0])
  await startTestApp(t, { database: place, issuer: app.home })
  t.true(await until(() => told.taken.length === 1 && other.taken.length === 1))
})

test('only https addresses are registered, or this very machine while we are on http', async (t) => {
  const app = await startTestApp(t)
  const outcome = async (backchannelLogoutUri: string, issuer = app.home) =>
    await app.db.transaction().execute(async (trx) => {
      const { kind } = await installClient(
        trx,
        { ...app.context, issuer },
        {
          id: 'prov',
          name: { sv: 'Prov', en: 'Trial' },
          homeUri: 'https://prov.example.se/',
          authMethod: 'none',
          redirectUris: ['https://prov.example.se/cb'],
          services: ['studietider'],
          backchannelLogoutUri,
          from: fromWithin('test'),
        },
      )
      return kind
    })
  const refused = ['http://prov.example.se/', 'ftp://prov.example.se/', 'https://a:b@prov.example.se/', 'prov', '']
  for (const address of [...refused, 'https://prov.example.se/#a', 'http://10.0.0.1/', 'file:///etc/passwd']) {
    t.is(await outcome(address), 'faulty', address)
  }
  t.is(await outcome('http://localhost:4001/slut', 'https://id.example.se'), 'faulty')
  t.is(await outcome('http://localhost:4001/slut'), 'registered')
  t.is(await outcome('https://prov.example.se/slut?a=1'), 'registered')
})

/** Tries again after a second, and a dead worker's notice is taken over after three. */
const hurry = { leaseSeconds: 7, retryDelaySeconds: 1, longestRetryDelaySeconds: 1, retries: 10 }

type Policy = NonNullable<Parameters<typeof startTestApp>[1]>['policy']

interface Given {
  readonly retries?: number
  readonly policy?: Policy
  readonly database?: Awaited<ReturnType<typeof freshDatabase>>
  readonly isWorkerOff?: boolean
}

/** An app whose service is notified by back-channel logout, and somebody's browser to go to it with. */
const opened = async (
  t: ExecutionContext,
  newClient: Parameters<typeof relyingParty>[2] = {},
  answers = [status(200)],
  { retries = hurry.retries, policy = {}, database, isWorkerOff = false }: Given = {},
) => {
  const place = database ?? (await freshDatabase(t))
  await installQueues(place.ownerUrl, { ...hurry, retries })
  const app = await startTestApp(t, { database: place, policy, isWorkerOff })
  const told: ServiceDouble = await serviceDouble(t, ...answers)
  const backchannelLogoutUri = `${told.address}/bakvagen?a=1`
  const party = await relyingParty(t, app, { ...newClient, backchannelLogoutUri })
  return { app, told, ...party }
}

const endAll = async ({ db }: TestApp, tokens: { claims: () => { sub: string } | undefined } | undefined) =>
  await db
    .transaction()
    .execute(
      async (trx) => await endSessions(trx, { accountId: tokens?.claims()?.sub ?? '', reason: 'password-changed' }),
    )

const eventsOf = async ({ owner }: TestApp) =>
  await owner
    .selectFrom('audit_event')
    .select(['kind', 'result', 'about_id', 'details'])
    .where('kind', 'like', 'relying-service-%')
    .execute()
