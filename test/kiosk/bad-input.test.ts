import ava, { type ExecutionContext } from 'ava'
import { openBrowser, type Browser } from '../support/browser.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { atChoosing, kept, order, post } from './client.js'

/** One after the other: each starts a whole app. */
const test = ava.serial

/** Each page that takes something, how to get there, what it takes, and which field the case is about. */
const pages = [
  { path: '/losenordskiosk/andra', field: 'username', others: { password: 'nästan rätt', inloggning: '' } },
  { path: '/losenordskiosk/andra', field: 'password', others: { username: 'rapport10001', inloggning: '' } },
  { path: '/losenordskiosk/glomt', field: 'username', others: { inloggning: '' } },
  { path: '/losenordskiosk/kod', field: 'code', others: {} },
  { path: '/losenordskiosk/nytt', field: 'password', others: {} },
] as const

/** The page again, with a sentence. */
const withSentence = {
  empty: '',
  'with a line break': 'rapport\r\n10001',
  'with a zero byte': 'rapport\u000010001 rapport10001',
  'two kilobytes long': 'å'.repeat(1_025),
} as const

/** Not what our pages send. */
const notAForm = ['doubled', 'array-shaped', 'a megabyte long', 'as JSON'] as const

for (const { path, field, others } of pages) {
  test(`${path}: bad ${field} gets the page again with a sentence, or 400, and changes nothing`, async (t) => {
    const app = await startTestApp(t)
    const browser = await standingAt(t, app, path)
    const before = await everything(app)
    const form = { ...others, ...kept2(browser, path) }
    for (const [how, value] of Object.entries(withSentence)) {
      const response = await post(browser, path, { ...form, [field]: value })
      const html = await response.text()
      t.is(response.status, 422, how)
      t.regex(html, /<title>Fel: /, how)
      t.regex(html, new RegExp(`id="${field}-error"`), how)
      t.regex(html, new RegExp(`href="#${field}"`), how)
    }
    for (const how of notAForm) {
      const response = await browser.send(path, { method: 'POST', ...shaped(how, form, field) })
      t.is(response.status, 400, how)
      await response.text()
    }
    const missing = await post(browser, path, { ...form, token: '' })
    t.is(missing.status, 403)
    t.deepEqual(await everything(app), before)
  })
}

test('a username in another Unicode form is the same name, and its one counter is used', async (t) => {
  const app = await startTestApp(t)
  const browser = await standingAt(t, app, '/losenordskiosk/andra')
  const form = { ...kept2(browser, '/losenordskiosk/andra'), password: 'fel lösenord', inloggning: '' }
  for (const username of ['rapport10001', ' RAPPORT10001 ', 'ｒａｐｐｏｒｔ10001', 'Rapport10001']) {
    await (await post(browser, '/losenordskiosk/andra', { ...form, username })).text()
  }
  const counted = await app.owner.selectFrom('login_attempts').select(['failures', 'locked_until']).execute()
  t.is(counted.length, 1)
  t.not(counted[0]?.locked_until, null)
})

test('a password of 256 characters is taken, one of 257 is not', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  const phrase = 'Sju lugna björnar dricker te och åtta trötta älgar läser Kafka. '.repeat(8)
  const form = kept(browser)
  const refused = await post(browser, '/losenordskiosk/nytt', { ...form, password: phrase.slice(0, 257) })
  t.is(refused.status, 422)
  const taken = await post(browser, '/losenordskiosk/nytt', { ...form, password: phrase.slice(0, 256) })
  t.is(taken.headers.get('location'), '/losenordskiosk/klart')
})

test('an order with an unusable name counts as no order and mails nothing', async (t) => {
  const app = await startTestApp(t)
  const browser = await standingAt(t, app, '/losenordskiosk/glomt')
  const form = { token: browser.formToken(), inloggning: '' }
  const twice = new URLSearchParams([...Object.entries(form), ['username', 'rapport10001'], ['username', 'ond']])
  t.is((await post(browser, '/losenordskiosk/glomt', twice)).status, 400)
  const rows = await app.owner.selectFrom('one_time_password').where('purpose', '=', 'reset').selectAll().execute()
  t.is(rows.length, 0)
})

const standingAt = async (
  t: ExecutionContext,
  app: TestApp,
  path: (typeof pages)[number]['path'],
): Promise<Browser> => {
  if (path === '/losenordskiosk/nytt') return await atChoosing(t, app, 'rapport10001')
  const browser = openBrowser(t, app.home)
  if (path === '/losenordskiosk/kod') await order(browser, 'rapport10001')
  if (path !== '/losenordskiosk/kod') await browser.open(path)
  return browser
}

const kept2 = (browser: Browser, path: string) => {
  const { token, steg } = kept(browser)
  return path === '/losenordskiosk/kod' || path === '/losenordskiosk/nytt' ? { token, steg } : { token }
}

const shaped = (how: (typeof notAForm)[number], form: Record<string, string>, field: string): RequestInit => {
  const fields = new URLSearchParams({ ...form, [field]: 'rapport10001' })
  if (how === 'doubled') fields.append(field, 'en annan')
  if (how === 'array-shaped') fields.append(`${field}[]`, 'en annan')
  if (how === 'a megabyte long') fields.set(field, 'x'.repeat(1_048_576))
  if (how !== 'as JSON') return { body: fields }
  return { body: JSON.stringify({ [field]: { $ne: null } }), headers: { 'content-type': 'application/json' } }
}

/** Whatever a refusal could have changed. */
const everything = async (app: TestApp) => ({
  passwords: await app.owner.selectFrom('password').orderBy('account_id').selectAll().execute(),
  attempts: await app.owner.selectFrom('login_attempts').selectAll().execute(),
  codes: await app.owner.selectFrom('one_time_password').orderBy('id').selectAll().execute(),
  visits: await app.owner.selectFrom('kiosk_visit').selectAll().execute(),
})
