import test from 'ava'
import { turnOff, turnOn } from '../../src/relying-services/turn-off.js'
import { from, together } from '../relying-services/cast.js'
import { openTestHouse, type TestHouse } from '../support/house.js'
import { relyingParty, secret } from './relying-party.js'
import { serviceDouble, status } from './service-double.js'

const id = 'rapportering'
const off = async ({ db }: TestHouse) => await together(db, async (trx) => await turnOff(trx, { id, from }))
const on = async ({ db }: TestHouse) => await together(db, async (trx) => await turnOn(trx, { id, from }))
const userinfo = async ({ home }: TestHouse, token: string) =>
  (await fetch(`${home}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status
const refresh = async ({ home }: TestHouse, token = '') =>
  (
    await fetch(`${home}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${encodeURIComponent(secret)}`)}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token }),
    })
  ).status

test('of a service that is turned off every token is dead at once, and stays dead when it is turned on', async (t) => {
  const house = await openTestHouse(t)
  const service = await relyingParty(t, house)
  const tokens = await service.enter('rapport10001')
  t.is(await userinfo(house, tokens.access_token), 200)
  await off(house)
  t.is(await userinfo(house, tokens.access_token), 401)
  t.is(await refresh(house, tokens.refresh_token), 401)
  await on(house)
  t.is(await userinfo(house, tokens.access_token), 401)
  t.is(await refresh(house, tokens.refresh_token), 400)
  t.truthy((await service.enter('rapport10001')).access_token, 'it begins anew')
})

test('a code that was on its way when the service was turned off gives nothing, then or later', async (t) => {
  const house = await openTestHouse(t)
  const service = await relyingParty(t, house)
  const asked = await service.begin()
  await service.signIn('rapport10001')
  await off(house)
  await t.throwsAsync(service.exchange(asked))
  await on(house)
  await t.throwsAsync(service.exchange(asked))
})

test('whoever comes from a service that is turned off is told so, and is sent nowhere', async (t) => {
  const house = await openTestHouse(t)
  const service = await relyingParty(t, house)
  const open = await service.begin()
  const form = service.browser.path()
  await off(house)
  for (const path of [open.url.href, form]) {
    t.is(await service.browser.open(path), 403, path)
    t.is(service.browser.heading(), 'Rapportering är avstängd')
    t.regex(service.browser.words(), /inget fel på ditt konto/)
    t.is(service.browser.headers().get('location'), null)
  }
})

test('a sign-in that had begun is not finished there', async (t) => {
  const house = await openTestHouse(t)
  const service = await relyingParty(t, house)
  await service.begin()
  await off(house)
  t.is(await service.signIn('rapport10001'), 403)
  t.is(service.browser.heading(), 'Rapportering är avstängd')
  t.deepEqual(await house.owner.selectFrom('session').select('uid').where('account_id', 'is not', null).execute(), [])
})

test('a service that is turned off is told to let go of everybody, and they stay signed in elsewhere', async (t) => {
  const double = await serviceDouble(t, status(200))
  const house = await openTestHouse(t)
  const service = await relyingParty(t, house, { backchannelLogoutUri: `${double.address}/slut` })
  const tokens = await service.enter('rapport10001')
  const other = await relyingParty(t, house, { id: 'annan-tjanst', browser: service.browser })
  const elsewhere = await other.enter('rapport10001')
  await off(house)
  for (let waited = 0; double.taken.length === 0 && waited < 60_000; waited += 50) {
    await new Promise((resolve) => void setTimeout(resolve, 50))
  }
  t.is(double.taken.length, 1)
  t.like(double.taken[0]?.claims, { aud: id, sid: tokens.claims()?.['sid'] })
  t.is(await userinfo(house, elsewhere.access_token), 200)
  const details = await house.owner
    .selectFrom('audit_event')
    .select('details')
    .where('kind', '=', 'client-turned-off')
    .execute()
  t.deepEqual(details, [{ details: { client: id, told: 1 } }])
})
