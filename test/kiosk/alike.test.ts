import ava from 'ava'
import { sql } from 'kysely'
import type { Browser } from '../support/browser.js'
import { openBrowser } from '../support/browser.js'
import { stopClockAt } from '../support/stop-clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { enterCode, kept, order, post, prove } from './client.js'

/** One after the other: each starts a whole app. */
const test = ava.serial

/** Known, invented, without a password yet, without an address, ended: a stranger cannot tell them apart. */
const names = ['rapport10001', 'finns0000', 'ny10001', 'utan10001', 'rapport10002']

const settle = async (app: TestApp) => {
  await sql`update account set ended_at = now(), end_reason = 'left' where username = 'rapport10002'`.execute(app.owner)
  await sql`update person set email = null from account
    where account.person_id = person.id and username = 'utan10001'`.execute(app.owner)
  // The clock stands, or two pages would tell two times.
  await stopClockAt(app.owner, '2026-03-02T08:00:00Z')
}

/** An answer, without what is another in every answer, and without the name and so the length. */
const told = async (response: Response, name: string) => {
  const changing = /nonce-[^']+|(?<=nonce=")[^"]+|(?<=name="(token|steg)" value=")[^"]+/g
  const own = new Set(['date', 'set-cookie', 'content-length'])
  const headers = [...response.headers].filter(([header]) => !own.has(header)).map(String)
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/, '='))
  const all = [response.status, ...headers, ...cookies, await response.text()].join('\n')
  return all.replaceAll(changing, '').replaceAll(name, 'NAME')
}

const posted = async (browser: Browser, path: string, fields: Record<string, string>, name: string) =>
  await told(await post(browser, path, fields), name)

test('ordering a code answers alike for every name, also beyond the limits (R-36)', async (t) => {
  const app = await startTestApp(t)
  await settle(app)
  const answers = []
  for (const name of names) {
    const walk: string[] = []
    for (let round = 1; round <= 2; round += 1) {
      const browser = openBrowser(t, app.home)
      await browser.open('/losenordskiosk/glomt')
      const form = { token: browser.formToken(), username: name, inloggning: '' }
      walk.push(await posted(browser, '/losenordskiosk/glomt', form, name))
      walk.push(await told(await browser.send('/losenordskiosk/kod'), name))
    }
    t.is(walk[1], walk[3], 'within and beyond the limits')
    answers.push(walk.join('\n'))
  }
  t.is(new Set(answers).size, 1)
  t.regex(answers[0] ?? '', /Om användarnamnet finns/)
})

test('wrong codes answer alike for every name, until none is left', async (t) => {
  const app = await startTestApp(t)
  await settle(app)
  const answers = []
  for (const name of names) {
    const browser = openBrowser(t, app.home)
    await order(browser, name)
    const walk: string[] = []
    for (let count = 1; count <= 6; count += 1) {
      walk.push(await posted(browser, '/losenordskiosk/kod', { ...kept(browser), code: '0000 0000' }, name))
    }
    answers.push(walk.join('\n'))
  }
  t.is(new Set(answers).size, 1)
  t.regex(answers[0] ?? '', /Du har ett försök kvar/)
  t.regex(answers[0] ?? '', /KOD-SLUT/)
})

test('the kiosk’s first form answers alike for every name, until it locks and after (R-21, R-23)', async (t) => {
  const app = await startTestApp(t)
  await settle(app)
  const answers = []
  for (const name of names) {
    const browser = openBrowser(t, app.home)
    await browser.open('/losenordskiosk/andra')
    const form = { token: browser.formToken(), username: name, password: 'fel lösenord', inloggning: '' }
    const walk: string[] = []
    for (let count = 1; count <= 5; count += 1) {
      walk.push(await posted(browser, '/losenordskiosk/andra', form, name))
    }
    answers.push(walk.join('\n'))
  }
  t.is(new Set(answers).size, 1)
  t.regex(answers[0] ?? '', /Du har ett försök kvar/)
  t.regex(answers[0] ?? '', /öppnas igen kl\. 09\.30/)
})

test('a locked name may order, and ordering does not open it (R-20)', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  for (let count = 1; count <= 4; count += 1) await prove(browser, 'rapport10001', 'fel lösenord')
  t.regex(browser.errors().join(' '), /Inloggningen är spärrad/)
  t.is(await order(browser, 'rapport10001'), 200)
  t.is(await enterCode(browser, '00000000'), 422)
  const attempts = await app.owner.selectFrom('login_attempts').selectAll().execute()
  t.is(attempts.length, 1)
  t.not(attempts[0]?.locked_until, null)
})
