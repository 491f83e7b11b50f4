import test, { type ExecutionContext } from 'ava'
import { openBrowser, type Browser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { enterCode, mailedCode, order } from './client.js'

const wrong = '1234 5678'

const guess = async (browser: Browser, times: number): Promise<number[]> => {
  const answers: number[] = []
  for (let time = 1; time <= times; time += 1) answers.push(await enterCode(browser, wrong))
  return answers
}

const audited = async ({ owner }: TestApp, kind: string) =>
  (await owner.selectFrom('audit_event').select('seq').where('kind', '=', kind).execute()).length

const stranger = async (t: ExecutionContext, app: TestApp, username: string): Promise<Browser> => {
  const browser = openBrowser(t, app.home)
  await order(browser, username)
  return browser
}

test('a stranger who guesses at orders beyond the limits uses up nobody’s tries, and the mailed code works', async (t) => {
  const app = await startTestApp(t)
  const anna = openBrowser(t, app.home)
  await order(anna, 'rapport10001')
  const code = await mailedCode(app, 'rapport10001')
  for (let time = 1; time <= 3; time += 1) await guess(await stranger(t, app, 'rapport10001'), 5)
  await anna.open('/losenordskiosk/kod')
  t.regex(anna.words(), /5 försök/)
  t.is(await enterCode(anna, code), 200)
  t.is(anna.path(), '/losenordskiosk/nytt')
})

test('a stranger who guesses at orders beyond the limits does not stop the next order', async (t) => {
  const app = await startTestApp(t)
  await stranger(t, app, 'rapport10001')
  for (let time = 1; time <= 3; time += 1) await guess(await stranger(t, app, 'rapport10001'), 5)
  await mailedCode(app, 'rapport10001')
  await travel(app.owner, '2 minutes')
  const anna = openBrowser(t, app.home)
  await order(anna, 'rapport10001')
  t.is(await enterCode(anna, await mailedCode(app, 'rapport10001')), 200)
  t.is(anna.path(), '/losenordskiosk/nytt')
})

for (const username of ['rapport10001', 'finnsinte']) {
  test(`wrong codes count against their source, and the next one is turned away: ${username}`, async (t) => {
    const app = await startTestApp(t, { policy: { source: { failuresPerAddress: 4, failuresPerNetwork: 10_000 } } })
    const browser = await stranger(t, app, username)
    t.deepEqual(await guess(browser, 4), [422, 422, 422, 422])
    const again = {
      token: browser.formToken(),
      code: wrong,
      steg: /name="steg" value="([\w-]+)"/.exec(browser.html())?.[1] ?? '',
    }
    const answer = await browser.send('/losenordskiosk/kod', { method: 'POST', body: new URLSearchParams(again) })
    t.is(answer.status, 429)
    t.is(await audited(app, 'source-limited'), 1)
    t.is(await audited(app, 'one-time-password-tried'), 5)
  })
}

test('a code that was mailed is taken from a source at its limit, and only at the first try', async (t) => {
  const app = await startTestApp(t, { policy: { source: { failuresPerAddress: 5, failuresPerNetwork: 10_000 } } })
  const anna = openBrowser(t, app.home)
  await order(anna, 'rapport10001')
  const eva = openBrowser(t, app.home)
  await order(eva, 'budget0999')
  await guess(await stranger(t, app, 'finnsinte'), 5)

  t.is(await enterCode(anna, await mailedCode(app, 'rapport10001')), 200)
  t.is(anna.path(), '/losenordskiosk/nytt')
  t.is(await enterCode(eva, wrong), 429)
  const code = await mailedCode(app, 'budget0999')
  await eva.open('/losenordskiosk/kod')
  t.is(await enterCode(eva, code), 429)
  await travel(app.owner, '25 minutes')
  await eva.open('/losenordskiosk/kod')
  t.is(await enterCode(eva, code), 200)
})
