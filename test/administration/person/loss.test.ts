import test, { type ExecutionContext } from 'ava'
import { until } from '../../delivery/start-mail-queue.js'
import { relyingParty } from '../../oidc/relying-party.js'
import { serviceDouble, status } from '../../oidc/service-double.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { personPage } from './client.js'

/** A reporter at work with a relying service, which is told of what they lose. */
async function atWork(t: ExecutionContext) {
  const app = await startTestApp(t)
  const told = await serviceDouble(t, status(200))
  const { enter } = await relyingParty(t, app, { backchannelLogoutUri: `${told.address}/bakvagen` })
  const tokens = await enter('rapport10001')
  return { app, told, permissions: async () => await permissionsBy(app, tokens.access_token) }
}

const permissionsBy = async ({ home }: TestApp, token: string): Promise<readonly string[]> => {
  const answer = await fetch(`${home}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}` } })
  const claims = (await answer.json()) as { permissions?: readonly { service: string }[] }
  return (claims.permissions ?? []).map(({ service }) => service)
}

test('who has left is without permissions at the service’s next request, and the service is told', async (t) => {
  const { app, told, permissions } = await atWork(t)
  t.is((await permissions()).length, 2)
  const browser = await personPage(t, app, 'rapport10001')
  await browser.follow('Har slutat')
  await browser.press('Avsluta allt')
  t.deepEqual(await permissions(), [])
  t.true(await until(() => told.taken.length === 1))
})

test('a pause from today is told to the service, one that is to come is not', async (t) => {
  const { app, told, permissions } = await atWork(t)
  const browser = await personPage(t, app, 'rapport10001')
  const pause = async (label: string, from: string) => {
    browser.tick(label)
    await browser.press('Pausa')
    browser.fill('Från och med', from)
    browser.fill('Till och med', '2090-12-31')
    browser.tick('Sjukskrivning')
    t.is(await browser.press('Spara'), 200)
  }
  await pause('Studeranderapportering', '2090-01-01')
  const waiting = await app.owner.selectFrom('relying_session').selectAll().execute()
  t.is(waiting.length, 1, 'nobody has been told')
  t.is((await permissions()).length, 2)
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())
  await pause('Studietider och utbildningar', today)
  t.deepEqual(await permissions(), ['studeranderapportering'])
  t.true(await until(() => told.taken.length === 1))
})
