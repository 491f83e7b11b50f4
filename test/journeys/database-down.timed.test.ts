import { setTimeout as sleep } from 'node:timers/promises'
import ava, { type ExecutionContext } from 'ava'
import { load } from 'cheerio'
import { sql } from 'kysely'
import { openDatabase, serviceRole } from '../../src/database/database.js'
import { openBrowser, type Browser } from '../support/browser.js'
import { layWire } from '../support/cuttable.js'
import { freshDatabase } from '../support/database.js'
import { startTestApp } from '../support/app.js'
import { post } from '../kiosk/client.js'

/** One after the other: each starts its app, and times the answers. */
const test = ava.serial

/** In milliseconds: two seconds by the rule (G9), and one for a machine that runs other tests meanwhile. */
const atOnce = 3_000

/** The app at the end of a wire to its database. */
const startAppOnWire = async (t: ExecutionContext) => {
  const database = await freshDatabase(t)
  const wire = await layWire(t, database.ownerUrl)
  const db = openDatabase({ url: wire.url, role: serviceRole })
  t.teardown(async () => await db.destroy())
  const app = await startTestApp(t, { database: { ...database, db } })
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/andra')
  return { app, wire, browser }
}

interface Guess {
  readonly username: string
  readonly status: number
  readonly milliseconds: number
  readonly heading: string
}

/** A wrong password for a name that nobody has typed before. */
const guess = async (browser: Browser): Promise<Guess> => {
  names += 1
  const username = `pahittad${names}`
  const startedAt = performance.now()
  const fields = { token: browser.formToken(), username, password: 'fel lösenord', inloggning: '' }
  const response = await post(browser, '/losenordskiosk/andra', fields)
  const heading = load(await response.text())('h1').text()
  return { username, status: response.status, milliseconds: performance.now() - startedAt, heading }
}
let names = 0

/** People who keep guessing, until they are told to stop. */
const insertManyPeople = (browser: Browser, people: number) => {
  const guesses: Guess[] = []
  const over = new AbortController()
  const each = async () => {
    while (!over.signal.aborted) {
      guesses.push(await guess(browser))
      await sleep(20)
    }
  }
  const all = Promise.all(Array.from({ length: people }, each))
  return {
    guesses,
    stop: async () => {
      over.abort()
      await all
    },
  }
}

const untilServed = async (browser: Browser): Promise<number> => {
  const startedAt = performance.now()
  while ((await guess(browser)).status === 503) await sleep(50)
  return performance.now() - startedAt
}

test('while the database is down every answer is a page with 503 within two seconds, and it recovers by itself (F-18, G6, R-94)', async (t) => {
  const { app, wire, browser } = await startAppOnWire(t)
  const { guesses, stop } = insertManyPeople(browser, 12)
  await sleep(1_000)
  await wire.cut()
  const cutAt = guesses.length
  await sleep(3_000)
  const down = await Promise.all([guess(browser), browser.send('/oidc/auth?client_id=mina-tjanster')])
  t.is(down[1].status, 503)
  await wire.mend()
  t.true((await untilServed(browser)) < 5_000)
  await sleep(1_000)
  await stop()
  const refused = guesses.slice(cutAt).filter(({ status }) => status === 503)
  t.true(refused.length > 20)
  t.deepEqual(new Set(refused.map(({ heading }) => heading)), new Set(['Tillfälligt tekniskt fel']))
  t.deepEqual(
    guesses
      .filter(({ status, milliseconds }) => status === 503 && milliseconds > atOnce)
      .map(({ milliseconds }) => milliseconds),
    [],
  )
  t.deepEqual(
    guesses.map(({ status }) => status).filter((status) => ![422, 503].includes(status)),
    [],
  )
  t.true(
    guesses.slice(-12).every(({ status }) => status === 422),
    'served again',
  )
  const { failures } = await app.owner
    .selectFrom('login_attempts')
    .select(({ fn }) => fn.countAll<string>().as('failures'))
    .executeTakeFirstOrThrow()
  const wrong = guesses.filter(({ status }) => status === 422).length
  t.true(Number(failures) >= wrong, `${wrong} were told that they were wrong, ${failures} are counted`)
})

test('connections that the database ends cost their requests a 503, and nothing is done twice or halfway (F-19)', async (t) => {
  const { app, browser } = await startAppOnWire(t)
  const { guesses, stop } = insertManyPeople(browser, 12)
  for (let turn = 0; turn < 30; turn += 1) {
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() order by random() limit 3`.execute(app.owner)
    await sleep(50)
  }
  await sleep(500)
  await stop()
  t.deepEqual(
    [...new Set(guesses.map(({ status }) => status))].filter((status) => ![422, 503].includes(status)),
    [],
  )
  t.true(
    guesses.slice(-12).every(({ status }) => status === 422),
    'served again',
  )
  const rows = await app.owner.selectFrom('login_attempts').select('failures').execute()
  t.deepEqual(new Set(rows.map(({ failures }) => failures)), new Set([1]))
  const told = await app.owner.selectFrom('audit_event').where('kind', '=', 'kiosk-refused').selectAll().execute()
  const wrong = guesses.filter(({ status }) => status === 422).length
  t.true(
    told.length >= wrong && told.length <= rows.length,
    `${wrong} wrong, ${told.length} told, ${rows.length} counted`,
  )
})

test('a database that swallows everything holds up those who asked it seven seconds at most, and nobody after them (F-20, G9)', async (t) => {
  const { wire, browser } = await startAppOnWire(t)
  await Promise.all(Array.from({ length: 10 }, async () => await guess(browser)))
  wire.swallow()
  const first = await guess(browser)
  t.is(first.status, 503)
  t.true(first.milliseconds < 7_000, `${first.milliseconds}`)
  for (let turn = 0; turn < 5; turn += 1) {
    const later = await guess(browser)
    t.is(later.status, 503)
    t.true(later.milliseconds < atOnce, `${later.milliseconds}`)
  }
  t.is((await browser.send('/handbok')).status, 200, 'what needs no database is served meanwhile')
  await wire.mend()
  t.true((await untilServed(browser)) < 5_000)
})
