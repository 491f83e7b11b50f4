import test, { type ExecutionContext } from 'ava'
import { load } from 'cheerio'
import { agency } from '../../config/agency.js'
import { openDatabase } from '../../src/database/database.js'
import { startRoutes } from '../../src/start/start.routes.js'
import { freshDatabase } from '../support/database.js'
import { startTestRouter } from '../support/router.js'
import { testContext, type TestContextOptions } from '../support/context.js'

const openStart = async (t: ExecutionContext, given: TestContextOptions & { readonly hasMailbox?: boolean } = {}) => {
  const { db } = await freshDatabase(t)
  const { home } = await startTestRouter(t, (router) => {
    startRoutes(router, { db, context: testContext(given), hasMailbox: given.hasMailbox ?? false })
  })
  const pageAt = async (path: string, language = 'sv') =>
    load(await (await fetch(`${home}${path}`, { headers: { 'accept-language': language } })).text())
  return { db, home, pageAt }
}

const minaTjanster = {
  id: 'mina-tjanster',
  name_sv: 'Mina tjänster',
  name_en: 'My services',
  home_uri: 'http://localhost:3001/',
  auth_method: 'none',
  redirect_uris: [],
  services: [],
} as const

test('the start page leads to every relying service, by the name it has in the reader’s language', async (t) => {
  const { db, pageAt } = await openStart(t)
  await db
    .insertInto('client')
    .values({ ...minaTjanster, redirect_uris: [], services: [] })
    .execute()
  const swedish = await pageAt('/')
  const english = await pageAt('/', 'en')
  t.is(swedish('a[href="http://localhost:3001/"]').text(), 'Logga in till Mina tjänster')
  t.is(english('a[href="http://localhost:3001/"]').text(), 'Sign in to My services')
})

test('a relying service that is closed is not on the start page', async (t) => {
  const { db, pageAt } = await openStart(t)
  const closed = { ...minaTjanster, redirect_uris: [], services: [], disabled_at: '2026-01-01' }
  await db.insertInto('client').values(closed).execute()
  const page = await pageAt('/')
  t.is(page('a[href="http://localhost:3001/"]').length, 0)
  t.regex(page('main').text(), /Det finns inga e-tjänster att logga in till än\./)
})

test('an address of a relying service that is not on the web leads nowhere', async (t) => {
  const { db, pageAt } = await openStart(t)
  const planted = { ...minaTjanster, redirect_uris: [], services: [], home_uri: 'javascript:alert(1)' }
  await db.insertInto('client').values(planted).execute()
  const page = await pageAt('/')
  t.is(page('[href^="javascript"]').length, 0)
})

test('the start page leads to one’s account, the kiosk, the tools, the handbook and the accessibility statement', async (t) => {
  const { pageAt } = await openStart(t)
  const page = await pageAt('/')
  const places = page('main a')
    .toArray()
    .map((link) => page(link).attr('href'))
  t.deepEqual(places, ['/konto', '/losenordskiosk', '/behorigheter', '/handlaggning', '/handbok', '/tillganglighet'])
})

test('only where there is a demo mailbox does the start page lead to it', async (t) => {
  const without = await (await openStart(t)).pageAt('/')
  const withIt = await (await openStart(t, { hasMailbox: true })).pageAt('/')
  t.is(without('a[href="/demo/mail"]').length, 0)
  t.is(withIt('a[href="/demo/mail"]').text(), 'Demobrevlåda')
})

test('the handbook tells the rules that are in force', async (t) => {
  const { pageAt } = await openStart(t, {
    policy: {
      lock: { toleratedFailures: 5, minutes: 41 },
      password: { minimumLength: 19 },
      resetCode: { minutes: 43 },
      initialPassword: { days: 11 },
      session: { idleMinutes: 17, absoluteHours: 13, privilegedIdleMinutes: 14, privilegedAbsoluteHours: 9 },
    },
  })
  for (const language of ['sv', 'en']) {
    const page = await pageAt('/handbok', language)
    const words = page('main').text()
    for (const number of [5, 41, 19, 43, 11, 17, 13, 14, 9]) t.regex(words, new RegExp(`\\b${number}\\b`), `${number}`)
  }
})

test('every chapter of the handbook has an address, and its contents lead to each', async (t) => {
  const { pageAt } = await openStart(t)
  const page = await pageAt('/handbok')
  const chapters = page('main section h2')
    .toArray()
    .map((heading) => page(heading).attr('id'))
  const contents = page('nav.contents a')
    .toArray()
    .map((link) => page(link).attr('href'))
  t.true(chapters.length >= 8)
  t.deepEqual(
    contents,
    chapters.map((id) => `#${id}`),
  )
})

test('the foot of every page tells whom to call, and leads to the handbook, the contact and the accessibility statement, which are there', async (t) => {
  const { home, pageAt } = await openStart(t)
  const page = await pageAt('/tillganglighet')
  const places = page('footer a')
    .toArray()
    .map((link) => page(link).attr('href') ?? '')
  const [telephone, ...pages] = places
  t.is(telephone, `tel:${agency.telephone.dialled}`)
  t.deepEqual(pages, ['/handbok', '/handbok#kontakt', '/tillganglighet'])
  for (const place of pages) {
    const [path = '', anchor] = place.split('#')
    t.is((await fetch(`${home}${path}`)).status, 200)
    if (anchor !== undefined) t.is((await pageAt(path))(`#${anchor}`).length, 1)
  }
})

test('the accessibility statement has what the law asks for, in the order of the model', async (t) => {
  const { pageAt } = await openStart(t)
  const page = await pageAt('/tillganglighet')
  t.deepEqual(
    page('main h1, main h2, main h3')
      .toArray()
      .map((heading) => page(heading).text()),
    [
      'Tillgänglighet för Portvakt',
      'Hur tillgänglig är webbplatsen?',
      'Vad kan du göra om du inte kan använda delar av webbplatsen?',
      'Rapportera brister i webbplatsens tillgänglighet',
      'Tillsyn',
      'Teknisk information om webbplatsens tillgänglighet',
      'Hur vi har testat webbplatsen',
    ],
  )
  t.is(page('a[href="https://www.digg.se/tdosanmalan"]').length, 1)
})

test('search engines are asked to leave the steps of a sign-in alone', async (t) => {
  const { home } = await openStart(t)
  const response = await fetch(`${home}/robots.txt`)
  t.is(response.headers.get('content-type'), 'text/plain; charset=utf-8')
  t.regex(await response.text(), /^User-agent: \*\nDisallow: \/login\/\n/)
})

test('while the database is down the start page says so, and the handbook still opens', async (t) => {
  const db = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' })
  t.teardown(async () => await db.destroy())
  const whoIsSignedIn = async () => {
    await db.selectFrom('session').selectAll().execute()
    return undefined
  }
  const { home } = await startTestRouter(
    t,
    (router) => startRoutes(router, { db, context: testContext(), hasMailbox: false }),
    whoIsSignedIn,
  )
  const response = await fetch(home)
  t.is(response.status, 503)
  t.is(response.headers.get('retry-after'), '10')
  t.is(load(await response.text())('h1').text(), 'Tillfälligt tekniskt fel')
  t.is((await fetch(`${home}/handbok`)).status, 200)
})

test('what is worth finding tells what it is; a step of somebody’s own is nobody’s search result', async (t) => {
  const { pageAt } = await openStart(t)
  for (const path of ['/', '/handbok', '/tillganglighet']) {
    const page = await pageAt(path)
    t.truthy(page('meta[name=description]').attr('content'), path)
    t.is(page('meta[name=robots]').length, 0, path)
  }
  t.is((await pageAt('/finns-inte'))('meta[name=robots]').attr('content'), 'noindex')
})
