import test from 'ava'
import { turnOff, turnOn } from '../../src/relying-services/turn-off.js'
import { from, together } from '../relying-services/fixture.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { relyingParty, secret } from './relying-party.js'
import { serviceDouble, status } from './service-double.js'

const id = 'rapportering'
const off = async ({ db }: TestApp) => await together(db, async (trx) => await turnOff(trx, { id, from }))
const on = async ({ db }: TestApp) => await together(db, async (trx) => await turnOn(trx, { id, from }))
const userinfo = async ({ home }: TestApp, token: string) =>
  (await fetch(`${home}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status
const refresh = async ({ home }: TestApp, token = '') =>
  (
    await fetch(`${home}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${encodeURIComponent(secret)}`)}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token }),
    })
  ).status

test('of a service that is turned off every token is dead at once, and stays dead when it is turned on', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  t.is(await userinfo(app, tokens.access_token), 200)
  await off(app)
  t.is(await userinfo(app, tokens.access_token), 401)
  t.is(await refresh(app, tokens.refresh_token), 401)
  await on(app)
  t.is(await userinfo(app, tokens.access_token), 401)
  t.is(await refresh(app, tokens.refresh_token), 400)
  t.truthy((await service.enter('rapport10001')).access_token, 'it begins anew')
})

test('a code that was on its way when the service was turned off gives nothing, then or later', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const asked = await service.begin()
  await service.signIn('rapport10001')
  await off(app)
  await t.throwsAsync(service.exchange(asked))
  await on(app)
  await t.throwsAsync(service.exchange(asked))
})

test('whoever comes from a service that is turned off is told so, and is sent nowhere', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const open = await service.begin()
  const form = service.browser.path()
  await off(app)
  for (const path of [open.url.href, form]) {
    t.is(await service.browser.open(path), 403, path)
    t.is(service.browser.heading(), 'Rapportering är avstängd')
    t.regex(service.browser.words(), /inget fel på ditt konto/)
    t.is(service.browser.headers().get('location'), null)
  }
})

test('a sign-in that had begun is not finished there', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  await service.begin()
  await off(app)
  t.is(await service.signIn('rapport10001'), 403)
  t.is(service.browser.heading(), 'Rapportering är avstängd')
  t.deepEqual(await app.owner.selectFrom('session').select('uid').where('account_id', 'is not', null).execute(), [])
})

test('a service that is turned off is told to let go of everybody, and they stay signed in elsewhere', async (t) => {
  const double = await serviceDouble(t, status(200))
  const app = await startTestApp(t)
  const service = await relyingParty(t, app, { backchannelLogoutUri: `${double.address}/slut` })
  const tokens = await service.enter('rapport10001')
  const other = await relyingParty(t, app, { id: 'annan-tjanst', browser: service.browser })
  const elsewhere = await other.enter('rapport10001')
  await off(app)
  for (let waited = 0; double.taken.length === 0 && waited < 60_000; waited += 50) {
    await new Promise((resolve) => void setTimeout(resolve, 50))
  }
  t.is(double.taken.length, 1)
  t.like(double.taken[0]?.claims, { aud: id, sid: tokens.claims()?.['sid'] })
  t.is(await userinfo(app, elsewhere.access_token), 200)
  const details = await app.owner
    .selectFrom('audit_event')
    .select('details')
    .where('kind', '=', 'client-turned-off')
    .execute()
  t.deepEqual(details, [{ details: { client: id, told: 1 } }])
})
