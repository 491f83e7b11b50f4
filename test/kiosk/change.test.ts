import ava from 'ava'
import { load } from 'cheerio'
import { sql } from 'kysely'
import { saveSession } from '../../src/login/sessions/sessions.js'
import { digest } from '../../src/context/keys.js'
import { demoPassword } from '../../src/demo/people.js'
import { openBrowser } from '../support/browser.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { atChoosing, choose, kept, mailedCode, newPassword, order, post, prove } from './client.js'

/** One after the other: each starts a whole app. */
const test = ava.serial

test('a completed reset opens a locked name, at once and for the new password (R-20)', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  for (let count = 1; count <= 4; count += 1) await prove(browser, 'rapport10001', 'fel lösenord')
  t.is(await prove(browser, 'rapport10001', demoPassword), 422)
  await choose(await atChoosing(t, app, 'rapport10001'), newPassword)
  t.is(await prove(browser, 'rapport10001', newPassword), 200)
})

test('three wrong are tolerated, and the right one after them clears the count (R-06)', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  for (let count = 1; count <= 3; count += 1) await prove(browser, 'rapport10001', 'fel lösenord')
  t.is(await prove(browser, 'rapport10001', demoPassword), 200)
  await prove(browser, 'rapport10001', 'fel lösenord')
  t.regex(browser.errors().join(' '), /Du har 3 försök kvar/)
})

test('wrong one-time passwords count towards the lock like wrong passwords', async (t) => {
  const app = await startTestApp(t)
  const code = await mailedCode(app, 'ny10001')
  const browser = openBrowser(t, app.home)
  for (let count = 1; count <= 4; count += 1) await prove(browser, 'ny10001', '0000-0000-0000-0000')
  t.is(await prove(browser, 'ny10001', code), 422)
})

test('a password manager is told whose password is chosen, and nothing of it is sent (R-09)', async (t) => {
  const app = await startTestApp(t)
  const page = load((await atChoosing(t, app, 'rapport10001')).html())
  const username = page('main form input[autocomplete=username]')
  t.is(username.attr('value'), 'rapport10001')
  t.is(username.attr('name'), undefined)
})

test('a password that is weak in many ways is explained in a list at the field, and in one line above', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  await choose(browser, 'amir')
  const page = load(browser.html())
  t.true(page('#password-error li').length > 1)
  t.is(page('#error-summary li').length, 1)
})

test('after a reset every session of the person is ended, and nobody else’s (R-41, T13)', async (t) => {
  const app = await startTestApp(t)
  await openSessions(app, 'rapport10001', ['one', 'two', 'three'])
  await openSessions(app, 'rapport10002', ['other'])
  await choose(await atChoosing(t, app, 'rapport10001'), newPassword)
  t.deepEqual(await live(app), ['other'])
})

for (const [proof, remaining] of [
  ['the present password', ['here']],
  ['a mailed code', []],
] as const) {
  test(`whoever changes with ${proof} keeps so many sessions: ${remaining.length}, and only here (T13)`, async (t) => {
    const app = await startTestApp(t)
    await openSessions(app, 'rapport10001', ['here', 'elsewhere'])
    const isKnown = proof === 'the present password'
    const browser = isKnown ? openBrowser(t, app.home) : await atChoosing(t, app, 'rapport10001')
    if (isKnown) await prove(browser, 'rapport10001', demoPassword)
    const cookies = [...browser.cookies(), ['portvakt_session', 'here']]
    const response = await fetch(`${app.home}/losenordskiosk/nytt`, {
      method: 'POST',
      headers: { cookie: cookies.map(([name, value]) => `${name}=${value}`).join('; ') },
      body: new URLSearchParams({ ...kept(browser), password: newPassword }),
      redirect: 'manual',
    })
    t.is(response.headers.get('location'), '/losenordskiosk/klart')
    t.deepEqual(await live(app), [...remaining])
  })
}

test('choosing a password signs nobody in (R-41, T2)', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  await choose(browser, newPassword)
  t.deepEqual([...browser.cookies().keys()].toSorted(), ['portvakt_browser', 'portvakt_kiosk'])
  t.deepEqual(await live(app), [])
})

test('all other codes of the person die with the change (R-41)', async (t) => {
  const app = await startTestApp(t)
  const initial = await mailedCode(app, 'ny10001')
  const other = openBrowser(t, app.home)
  await prove(other, 'ny10001', initial)
  await choose(await atChoosing(t, app, 'ny10001'), newPassword)
  await choose(other, 'Nio snälla getter sjunger opera')
  t.is(other.path(), '/losenordskiosk?omstart=1')
  const { rows } = await sql`select 1 from one_time_password where used_at is null and replaced_at is null
    and account_id is not null`.execute(app.owner)
  t.is(rows.length, 0)
})

test('an initial one-time password that was replaced meanwhile changes nothing', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await prove(browser, 'ny10001', await mailedCode(app, 'ny10001'))
  await sql`update one_time_password set replaced_at = portvakt_now() where purpose = 'initial'`.execute(app.owner)
  await choose(browser, newPassword)
  t.is(browser.path(), '/losenordskiosk?omstart=1')
  t.is(await passwordOf(app, 'ny10001'), undefined)
})

test('an account that is ended meanwhile gets no password', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  const before = await passwordOf(app, 'rapport10001')
  await sql`update account set ended_at = now(), end_reason = 'left' where username = 'rapport10001'`.execute(app.owner)
  await choose(browser, newPassword)
  t.is(browser.path(), '/losenordskiosk?omstart=1')
  t.is(await passwordOf(app, 'rapport10001'), before)
})

for (const [name, password, code] of [
  ['a short one', 'fjorton tecken', 'LOSEN-KORT'],
  ['one that is common', 'sommar2026sommar', 'LOSEN-VANLIGT'],
  ['a word of this service', 'lösenordlösenord', 'LOSEN-TJANST'],
  ['the own username', 'rapport10001rapport10001', 'LOSEN-ANV'],
  ['the own school', 'Vätterbygdens yrkeshögskola', 'LOSEN-SKOLA'],
  ['the keys in their row', 'qwertyuiopåasdfghjklö', 'LOSEN-TANGENT'],
] as const) {
  test(`a weak password is refused with its reason: ${name} (R-05, T7)`, async (t) => {
    const app = await startTestApp(t)
    const browser = await atChoosing(t, app, 'rapport10001')
    t.is(await choose(browser, password), 422)
    t.true(browser.title().startsWith('Fel: '))
    t.true(browser.words().includes(code), browser.words())
    t.is(browser.errors().length, 1)
    t.is(await choose(browser, newPassword), 200)
  })
}

test('a weak password is refused with its reason: the school that one administers', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'admin10002')
  t.is(await choose(browser, 'Norrsjö komvux 2026'), 422)
  t.true(browser.words().includes('LOSEN-SKOLA'), browser.words())
})

for (const way of ['change', 'forgotten'] as const) {
  test(`the new password is not the present one (${way}) (R-07)`, async (t) => {
    const app = await startTestApp(t)
    const browser = openBrowser(t, app.home)
    if (way === 'change') await prove(browser, 'rapport10001', demoPassword)
    const standing = way === 'change' ? browser : await atChoosing(t, app, 'rapport10001')
    t.is(await choose(standing, demoPassword.normalize('NFD')), 422)
    t.deepEqual(standing.errors(), ['Det är samma lösenord som du redan har. Välj ett annat.'])
  })
}

test('the one-time password does not become the password, however it is written (R-07)', async (t) => {
  const app = await startTestApp(t)
  const code = await mailedCode(app, 'ny10001')
  const browser = openBrowser(t, app.home)
  await prove(browser, 'ny10001', code)
  for (const written of [code, code.replaceAll('-', ''), code.toLowerCase()]) {
    t.is(await choose(browser, written), 422)
    t.regex(browser.errors().join(' '), /Engångslösenordet kan inte bli ditt lösenord/)
  }
})

test('what the change was rests in the audit: order, code, password, sessions', async (t) => {
  const app = await startTestApp(t)
  await openSessions(app, 'rapport10001', ['one'])
  await choose(await atChoosing(t, app, 'rapport10001'), newPassword)
  const events = await app.owner.selectFrom('audit_event').orderBy('seq').selectAll().execute()
  const told = events.filter(({ kind }) => /^(one-time|password|kiosk)/.test(kind)).slice(-3)
  t.deepEqual(
    told.map(({ kind }) => kind),
    ['one-time-password-ordered', 'one-time-password-redeemed', 'password-set'],
  )
  t.deepEqual(told[2]?.details, { proof: 'reset', sessionsEnded: 1 })
})

test('advice while typing: a sentence or a few, whether it is good, and how strong', async (t) => {
  const app = await startTestApp(t)
  const browser = await atChoosing(t, app, 'rapport10001')
  const token = browser.formToken()
  const ask = async (password: string) => {
    const response = await post(browser, '/losenordskiosk/nytt/rad', { token, password })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  t.like(await ask('sommar'), { status: 200, body: { isGood: false } })
  const good = await ask(newPassword)
  t.like(good, { status: 200, body: { isGood: true, strength: 4 } })
  t.deepEqual(good.body['advice'], ['Lösenordet går bra att använda.'])
})

test('advice is given to nobody who is not choosing', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await order(browser, 'rapport10001')
  const asked = { token: browser.formToken(), password: 'sommar' }
  const response = await post(browser, '/losenordskiosk/nytt/rad', asked)
  t.is(response.status, 409)
  t.deepEqual(await response.json(), { advice: [], isGood: false, strength: 0 })
  t.is((await post(browser, '/losenordskiosk/nytt/rad', { ...asked, token: '' })).status, 403)
})

const idOf = async (app: TestApp, username: string) =>
  (await app.owner.selectFrom('account').where('username', '=', username).select('id').executeTakeFirstOrThrow()).id

const openSessions = async (app: TestApp, username: string, ids: readonly string[]) => {
  const accountId = await idOf(app, username)
  for (const id of ids) {
    const payload = { uid: id, accountId, loginTs: Math.floor(Date.now() / 1000) }
    await saveSession(app.db, { idHash: digest(id), uid: id, accountId, payload })
  }
}

const live = async (app: TestApp) => {
  const rows = await app.owner
    .selectFrom('session')
    .where('ended_at', 'is', null)
    .orderBy('uid')
    .select('uid')
    .execute()
  return rows.map(({ uid }) => uid)
}

const passwordOf = async (app: TestApp, username: string) =>
  (
    await app.owner
      .selectFrom('password')
      .where('account_id', '=', await idOf(app, username))
      .select('hash')
      .executeTakeFirst()
  )?.hash
