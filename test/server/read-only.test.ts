import test, { type ExecutionContext } from 'ava'
import { load } from 'cheerio'
import { sql } from 'kysely'
import { personPage } from '../administration/person/client.js'
import { relyingParty, secret } from '../oidc/relying-party.js'
import { signedInAs } from '../own-account/client.js'
import { demoPassword } from '../../src/demo/people.js'
import { sv } from '../../src/text/sv.js'
import { openBrowser, type Browser } from '../support/browser.js'
import { onServer } from '../support/database.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { until } from '../support/service.js'

/** From now on the database takes no changes, on the connections that are open neither. */
async function takeNoChanges({ ownerUrl, owner, db }: TestApp): Promise<void> {
  const name = new URL(ownerUrl).pathname.slice(1)
  await sql`alter database ${sql.id(name)} set default_transaction_read_only = on`.execute(owner)
  const server = ownerUrl.replace(/\/[^/]*$/, '')
  await onServer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  // Each connection of the pool finds out by itself that it is gone.
  const look = async () => await sql<{ on: string }>`select current_setting('transaction_read_only') as on`.execute(db)
  const isEachOn = async () => {
    const found = await Promise.all(Array.from({ length: 10 }, look))
    return found.every(({ rows }) => rows[0]?.on === 'on')
  }
  await until(async () => await isEachOn().catch(() => false))
}

/** Every address that links lead to, each kind of address once, and what was answered. */
async function crawl(browser: Browser, from: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const answers = new Map<string, number>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    if (answers.has(kind)) continue
    const response = await browser.send(path)
    answers.set(kind, response.status)
    const html = (response.headers.get('content-type') ?? '').includes('text/html') ? await response.text() : ''
    const links = load(html)('main a[href^="/"]')
      .toArray()
      .map(({ attribs }) => attribs['href']?.split('#')[0] ?? '/')
    waiting.push(...links, ...[response.headers.get('location') ?? ''].filter((to) => to.startsWith('/')))
  }
  return answers
}

const kindOf = (path: string) =>
  path.replace(/\?.*$/, '').replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4,}/g, ':id')

const failing = (answers: ReadonlyMap<string, number>) =>
  [...answers].filter(([, status]) => status >= 500).map(([kind, status]) => `${status} ${kind}`)

const readOnlyApp = async (t: ExecutionContext) => await startTestApp(t, { isWorkerOff: true })

test('a database that takes no changes shows every page that is for everybody (F-22)', async (t) => {
  const app = await readOnlyApp(t)
  await takeNoChanges(app)
  const documents = ['/.well-known/openid-configuration', '/oidc/jwks']
  const pages = ['/', '/handbok', '/tillganglighet', '/losenordskiosk/andra', ...documents]
  const answers = await crawl(openBrowser(t, app.home), pages)
  for (const page of pages) t.is(answers.get(page), 200, page)
  // To sign in is an act.
  t.deepEqual(failing(answers), ['503 /oidc/auth'])
})

for (const [username, first, leastPages, leavesTrace] of [
  ['rapport10001', '/konto', 3, []],
  ['admin10001', '/behorigheter', 15, []],
  // Nobody looks into the log, or at somebody's account, without a trace of it.
  ['handlaggare1', '/handlaggning', 30, ['503 /handlaggning/logg']],
] as const) {
  test(`a database that takes no changes shows ${username} every page but those whose reading leaves a trace`, async (t) => {
    const app = await readOnlyApp(t)
    const browser = await signedInAs(t, app, username)
    await takeNoChanges(app)
    const answers = await crawl(browser, [first])
    t.true([...answers.values()].filter((status) => status === 200).length >= leastPages)
    t.deepEqual(failing(answers), [...leavesTrace])
  })
}

test('a database that takes no changes lets a relying service ask about its tokens', async (t) => {
  const app = await readOnlyApp(t)
  const service = await relyingParty(t, app)
  const { access_token: token } = await service.enter('rapport10001')
  await app.owner.deleteFrom('client_authentication').execute()
  await takeNoChanges(app)
  const basic = Buffer.from(`rapportering:${encodeURIComponent(secret)}`).toString('base64')
  const ask = async (given: string) =>
    await fetch(`${app.home}/oidc/introspect`, {
      method: 'POST',
      headers: { authorization: `Basic ${given}` },
      body: new URLSearchParams({ token }),
    })
  t.like(await (await ask(basic)).json(), { active: true })
  t.is((await fetch(`${app.home}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status, 200)
  const wrong = await ask(Buffer.from('rapportering:another').toString('base64'))
  t.true(wrong.status >= 400, 'a wrong secret that cannot be counted lets nobody in')
})

test('an act on a database that takes no changes gets a 503 in words, and changes nothing (F-22)', async (t) => {
  const app = await readOnlyApp(t)
  const administrator = await personPage(t, app, 'ny10001')
  await administrator.follow('Ge en behörighet till')
  administrator.tick('Studeranderapportering')
  const grant = await administrator.toSend('Spara')
  const stranger = openBrowser(t, app.home)
  await stranger.open('/losenordskiosk/glomt')
  stranger.fill('Användarnamn', 'rapport10001')
  const order = await stranger.toSend('Fortsätt')
  const person = openBrowser(t, app.home)
  await person.open('/konto')
  person.fill('Användarnamn', 'rapport10001')
  person.fill('Lösenord', demoPassword)
  const signIn = await person.toSend('Logga in')
  const before = await everything(app)
  await takeNoChanges(app)
  for (const [browser, { path, init }] of [
    [administrator, grant],
    [stranger, order],
    [person, signIn],
  ] as const) {
    const answer = await browser.send(path, init)
    t.is(answer.status, 503, path)
    t.truthy(answer.headers.get('retry-after'))
    const page = load(await answer.text())
    t.is(page('h1').text(), sv.refusals.unavailableTitle, path)
    t.true(page('main').text().includes(sv.refusals.unavailable), path)
  }
  t.deepEqual(await everything(app), before)
})

const everything = async ({ owner }: TestApp) => {
  const { rows } = await sql`
    select (select count(*) from audit_event) as events, (select count(*) from "grant") as grants,
      (select count(*) from pgboss.job) as jobs, (select count(*) from one_time_password) as codes,
      (select count(*) from login_attempts) as attempts, (select count(*) from session) as sessions,
      (select count(*) from sent_form) as forms`.execute(owner)
  return rows[0]
}
