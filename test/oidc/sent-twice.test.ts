import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { demoPassword } from '../../src/demo/people.js'
import type { Browser } from '../support/browser.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { relyingParty } from './relying-party.js'

const form = (browser: Browser, typed: Readonly<Record<string, string>> = {}) => ({
  method: 'POST',
  body: new URLSearchParams({ token: browser.formToken(), ...typed }),
})

const signInForm = (browser: Browser, username = 'rapport10001') => form(browser, { username, password: demoPassword })

const recorded = async ({ owner }: TestApp, kind: string) =>
  (await owner.selectFrom('audit_event').select('kind').execute()).filter((event) => event.kind === kind).length

const sessions = async ({ owner }: TestApp) =>
  (await owner.selectFrom('session').select('uid').where('account_id', 'is not', null).execute()).length

const placeOf = (answer: Response) => answer.headers.get('location') ?? ''

/** Sends a form that waits before it is compared, runs `meanwhile`, and lets it go on. */
const heldUp = async (
  { owner }: TestApp,
  send: () => Promise<Response>,
  meanwhile: () => Promise<unknown>,
): Promise<Response> => {
  const held = await owner.transaction().execute(async (trx) => {
    await sql`lock table login_attempts in access exclusive mode`.execute(trx)
    const answer = send()
    for (;;) {
      const { rows } = await sql`
        select from pg_locks where not granted and relation = 'login_attempts'::regclass
          and database = (select oid from pg_database where datname = current_database())`.execute(trx)
      if (rows.length > 0) break
    }
    await meanwhile()
    return { answer }
  })
  return await held.answer
}

test('a sign-in form sent twice at once is recorded once, and both answers lead to the service (F-43)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { browser } = service
  for (let turn = 1; turn <= 20; turn += 1) {
    const asked = await service.begin({ prompt: 'login' })
    const both = [browser.send(browser.path(), signInForm(browser)), browser.send(browser.path(), signInForm(browser))]
    const answers = await Promise.all(turn % 2 === 0 ? both : both.toReversed())
    t.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    )
    t.is(await recorded(app, 'signed-in'), turn)
    await browser.open(placeOf(answers[turn % 2] ?? new Response()))
    t.truthy((await service.exchange(asked)).access_token)
  }
})

test('a sign-in form that is compared while the first is answered and followed leads to the same service', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { browser } = service
  await service.begin()
  const path = browser.path()
  const first = await browser.send(path, signInForm(browser))
  const again = signInForm(browser)
  const second = await heldUp(
    app,
    async () => await browser.send(path, again),
    async () => await browser.open(placeOf(first)),
  )
  t.is(second.status, 303)
  t.is(await recorded(app, 'signed-in'), 1)
  t.is(await sessions(app), 1)
  await browser.open(`${app.home}${placeOf(second)}`)
  t.regex(service.arrived().href, /^http:\/\/localhost:4001\/callback\?code=/)
  t.is(await sessions(app), 1)
  t.deepEqual(await app.owner.selectFrom('login_attempts').selectAll().execute(), [])
})

test('somebody whose form comes after another person’s answer gets the page that it is over, and is not recorded', async (t) => {
  const app = await startTestApp(t)
  const { begin, browser } = await relyingParty(t, app)
  await begin()
  t.is((await browser.send(browser.path(), signInForm(browser))).status, 303)
  const answer = await browser.send(browser.path(), signInForm(browser, 'utan10001'))
  t.is(answer.status, 404)
  t.regex(await answer.text(), /Inloggningen gäller inte längre/)
  t.is(await recorded(app, 'signed-in'), 1)
})

const answeredTwice = async (t: ExecutionContext, how: 'godkann' | 'avbryt') => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app, { isFirstParty: false })
  const { browser } = service
  const asked = await service.begin()
  await service.signIn('rapport10001')
  const path = `${browser.path()}/${how}`
  const answers = await Promise.all([1, 2].map(async () => await browser.send(path, form(browser))))
  t.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  t.is(placeOf(answers[0] ?? new Response()), placeOf(answers[1] ?? new Response()))
  await browser.open(placeOf(answers[1] ?? new Response()))
  return { app, service, asked }
}

test('a consent form sent twice at once gives one consent, and both answers lead to the service', async (t) => {
  const { app, service, asked } = await answeredTwice(t, 'godkann')
  t.truthy((await service.exchange(asked)).access_token)
  t.is(await recorded(app, 'consent-given'), 1)
})

test('a refusal sent twice at once leads both times to the service', async (t) => {
  const { service } = await answeredTwice(t, 'avbryt')
  t.is(service.arrived().searchParams.get('error'), 'access_denied')
})

test('a refusal that comes after the consent changes nothing', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app, { isFirstParty: false })
  const { browser } = service
  const asked = await service.begin()
  await service.signIn('rapport10001')
  const agreed = await browser.send(`${browser.path()}/godkann`, form(browser))
  const refused = await browser.send(`${browser.path()}/avbryt`, form(browser))
  t.is(placeOf(refused), placeOf(agreed))
  await browser.open(placeOf(refused))
  t.truthy((await service.exchange(asked)).access_token)
})

test('an initial one-time password sent twice at once leads both times to the choice of a password', async (t) => {
  const app = await startTestApp(t)
  const { begin, browser } = await relyingParty(t, app)
  const mail = await app.nextMail('saga.ekholm@vatterbygden.example')
  const password = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(mail.text)?.[0] ?? ''
  await begin()
  const typed = form(browser, { username: 'ny10001', password })
  const answers = await Promise.all([1, 2].map(async () => await browser.send(browser.path(), typed)))
  for (const answer of answers) {
    t.is(answer.status, 303)
    t.regex(placeOf(answer), /^\/losenordskiosk\/andra\?inloggning=[\w-]+&engangs=1$/)
  }
  t.is(await sessions(app), 0)
})
