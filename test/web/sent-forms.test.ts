import test, { type ExecutionContext } from 'ava'
import { load } from 'cheerio'
import { sql } from 'kysely'
import { orderUsernameLetter } from '../../src/username-letters/order-letter.js'
import { sweepSentForms } from '../../src/web/sent-forms/sent-forms.js'
import { atSummary } from '../administration/add/client.js'
import { csvOf, newcomer } from '../administration/bulk/list.js'
import { personPage } from '../administration/person/client.js'
import { accountIdOf, audited, signedInAs } from '../own-account/client.js'
import { from } from '../permissions/fixture.js'
import type { Browser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { until } from '../support/service.js'
import { startTestApp, type TestApp } from '../support/app.js'

interface Act {
  /** In front of the filled form. */
  readonly stand: (t: ExecutionContext, app: TestApp) => Promise<Browser>
  readonly button: string
  readonly audit: string
  readonly mail?: Readonly<Record<string, string>>
}

const actions: Readonly<Record<string, Act>> = {
  'a grant': {
    stand: async (t, app) => {
      const browser = await personPage(t, app, 'ny10001')
      await browser.follow('Ge en behörighet till')
      browser.tick('Studeranderapportering')
      return browser
    },
    button: 'Spara',
    audit: 'permission-granted',
    mail: { kind: 'permissions-changed', as: 'holder' },
  },
  'the end of a permission': {
    stand: async (t, app) => {
      const browser = await personPage(t, app, 'rapport10001')
      browser.tick('Studietider och utbildningar')
      await browser.press('Avsluta')
      browser.tick('Genast')
      return browser
    },
    button: 'Avsluta',
    audit: 'permission-ended',
    mail: { kind: 'permissions-changed', as: 'holder' },
  },
  'a new user': { stand: atSummary, button: 'Spara', audit: 'account-created' },
  'letters that have been posted': {
    stand: async (t, app) => {
      const accountId = await accountIdOf(app, 'ny10001')
      await app.db.transaction().execute(async (trx) => await orderUsernameLetter(trx, { accountId, from }))
      const browser = await signedInAs(t, app, 'handlaggare1')
      await browser.open('/handlaggning/brev')
      return browser
    },
    button: 'Markera som postade',
    audit: 'username-letter-posted',
  },
  'a one-time password': {
    stand: async (t, app) => {
      const browser = await personPage(t, app, 'rapport10001')
      await browser.follow('Skicka nytt engångslösenord')
      return browser
    },
    button: 'Skicka nytt engångslösenord',
    audit: 'one-time-password-ordered',
    mail: { kind: 'one-time-password' },
  },
  'a list of users': {
    stand: async (t, app) => {
      const browser = await atList(t, app)
      await browser.press('Gå vidare och se hur det blir')
      return browser
    },
    button: 'Spara 1 användare',
    audit: 'bulk-confirmed',
  },
}

const atList = async (t: ExecutionContext, app: TestApp): Promise<Browser> => {
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter/lagg-till-flera')
  browser.attach('Fil med användare', new File([csvOf([newcomer(0)])], 'lista.csv'))
  return browser
}

const eventsOf = async (app: TestApp, { audit }: Act) => (await audited(app, audit)).length
/** How many mails of this kind have been put into the queues, sent or not. */
const mailsOf = async ({ owner }: TestApp, { mail = {} }: Act): Promise<number> => {
  const { rows } = await sql`
    select from pgboss.job where name in ('letters', 'codes') and data @> ${JSON.stringify(mail)}::jsonb`.execute(owner)
  return rows.length
}

for (const [what, act] of Object.entries(actions)) {
  for (const [when, send] of [
    ['twice at once', async (one: () => Promise<Response>) => await Promise.all([one(), one()])],
    ['again after its answer', async (one: () => Promise<Response>) => [await one(), await one()]],
  ] as const) {
    test(`${what}, sent ${when}, is done once, with one audit event, and both get the same answer (F-09, F-43)`, async (t) => {
      const app = await startTestApp(t)
      const browser = await act.stand(t, app)
      const before = { events: await eventsOf(app, act), mails: await mailsOf(app, act) }
      const { path, init } = await browser.toSend(act.button)
      const answers = await send(async () => await browser.send(path, init))
      t.deepEqual(
        answers.map(({ status }) => status),
        [303, 303],
      )
      const [first, second] = answers.map(({ headers }) => headers.get('location'))
      t.is(second, first)
      t.is(await browser.open(first ?? ''), 200)
      t.is((await eventsOf(app, act)) - before.events, 1)
      if (act.mail !== undefined) t.is((await mailsOf(app, act)) - before.mails, 1)
    })
  }
}

test('a form whose second sending reads what the first has just done is no refusal: both get the same answer (F-09, F-43)', async (t) => {
  const app = await startTestApp(t)
  const act = actions['the end of a permission']
  if (act === undefined) throw new Error('There is no end.')
  const browser = await act.stand(t, app)
  const { path, init } = await browser.toSend(act.button)
  const first = await browser.send(path, init)
  t.is(first.status, 303)
  // As it was to the second when it came: the first was not committed yet.
  await sql`update sent_form set expires_at = expires_at - interval '2 days'`.execute(app.owner)
  const second = await app.owner.transaction().execute(async (trx) => {
    await sql`lock table "grant" in access exclusive mode`.execute(trx)
    const sending = browser.send(path, init)
    await until(async () => await isWaitedFor(app, 'grant'))
    await sql`update sent_form set expires_at = expires_at + interval '2 days'`.execute(trx)
    return { sending }
  })
  const answer = await second.sending
  t.is(answer.status, 303)
  t.is(answer.headers.get('location'), first.headers.get('location'))
})

const isWaitedFor = async ({ owner }: TestApp, table: string): Promise<boolean> => {
  const { rows } = await sql`select from pg_locks where not granted
    and database = (select oid from pg_database where datname = current_database())
    and relation = ${`"${table}"`}::regclass`.execute(owner)
  return rows.length > 0
}

const givenTwice = async (t: ExecutionContext) => {
  const app = await startTestApp(t)
  const grant = actions['a grant']
  if (grant === undefined) throw new Error('There is no grant.')
  const browser = await grant.stand(t, app)
  const { path, init } = await browser.toSend(grant.button)
  const fields = new URLSearchParams(init.body as URLSearchParams)
  const send = async (other: Readonly<Record<string, string>> = {}) => {
    const body = new URLSearchParams({ ...Object.fromEntries(fields), ...other })
    return await browser.send(path, { method: 'POST', body })
  }
  const before = await eventsOf(app, grant)
  const events = async () => (await eventsOf(app, grant)) - before
  return { app, browser, send, token: fields.get('token') ?? '', events }
}

test('a form that is sent again with other contents is refused in words, and changes nothing', async (t) => {
  const { send, events } = await givenTwice(t)
  const first = await send()
  t.is(first.status, 303)
  const refused = await send({ to: '2031-01-01' })
  t.is(refused.status, 409)
  const page = load(await refused.text())
  t.is(page('h1').text(), 'Formuläret har redan skickats')
  t.regex(page('main').text(), /Förra gången stod det något annat/)
  t.is(page('main a').first().attr('href'), first.headers.get('location') ?? '', 'it leads to how it turned out')
  t.is(await events(), 1)
})

test('a form that was refused is sent again when it has been mended', async (t) => {
  const { send, events } = await givenTwice(t)
  t.is((await send({ to: 'i går' })).status, 422)
  t.is((await send()).status, 303)
  t.is(await events(), 1)
})

test('a form without a key is sent as often as it is sent', async (t) => {
  const { send, token } = await givenTwice(t)
  const old = { token: token.replace(/\..*$/, '') }
  t.is((await send(old)).status, 303)
  t.is((await send(old)).status, 422, 'they have that permission already')
})

test('each form of a page has a key of its own, and the page another the next time', async (t) => {
  const { browser } = await givenTwice(t)
  const tokens = () =>
    load(browser.html())('input[name="token"]')
      .toArray()
      .map((input) => input.attribs['value'] ?? '')
  const first = tokens()
  t.true(first.length > 1)
  await browser.open(browser.path())
  t.is(new Set([...first, ...tokens()]).size, 2 * first.length)
})

test('a form whose process died with its answer is told of as sent, and is not done again (F-09)', async (t) => {
  const { app, send, events } = await givenTwice(t)
  t.is((await send()).status, 303)
  await app.owner.updateTable('sent_form').set({ target: null }).execute()
  const again = await send()
  t.is(again.status, 409)
  t.regex(load(await again.text())('main').text(), /har tagits emot, och görs bara en gång/)
  t.is(await events(), 1)
})

test('a form’s key is its session’s own', async (t) => {
  const { app, send, token } = await givenTwice(t)
  t.is((await send()).status, 303)
  const other = await signedInAs(t, app, 'admin10001')
  const key = token.slice(token.indexOf('.'))
  const person = `/behorigheter/personer/${await accountIdOf(app, 'utan10001')}`
  await other.open(`${person}/har-slutat`)
  const body = new URLSearchParams({ token: `${other.formToken()}${key}`, reason: '' })
  t.is((await other.send(`${person}/avsluta-konto`, { method: 'POST', body })).status, 422)
})

test('a form that was sent is forgotten after a day', async (t) => {
  const { app, send } = await givenTwice(t)
  t.is((await send()).status, 303)
  t.is((await app.owner.selectFrom('sent_form').select('id_hash').execute()).length, 1)
  t.is(await sweepSentForms(app.db), 0)
  await travel(app.owner, '1 day 1 second')
  t.is(await sweepSentForms(app.db), 1)
})

test('a form that has expired is done anew before it is swept', async (t) => {
  const { app, send } = await givenTwice(t)
  t.is((await send()).status, 303)
  const expired = sql<Date>`portvakt_now() - interval '1 second'`
  await app.owner.updateTable('sent_form').set({ expires_at: expired }).execute()
  t.not((await send()).status, 409)
  t.is(await sweepSentForms(app.db), 0)
})

test('a file that is sent again leads to the list of the first time', async (t) => {
  const app = await startTestApp(t)
  const browser = await atList(t, app)
  const { path, init } = await browser.toSend('Gå vidare och se hur det blir')
  const [first, second] = await Promise.all([browser.send(path, init), browser.send(path, init)])
  t.is(first.status, 303)
  t.is(second.headers.get('location'), first.headers.get('location'))
  t.is((await app.owner.selectFrom('bulk_draft').select('id').execute()).length, 1)
})
