import test, { type ExecutionContext } from 'ava'
import { load } from 'cheerio'
import { BadInput, NotHere, StaleForm, TooMuch } from '../../src/web/refusals.js'
import { HashingFull } from '../../src/context/hashing.js'
import { startTestRouter } from '../support/router.js'

const secret = 'hemlig-8f3a'

const startRouteThatThrows = async (t: ExecutionContext, thrown: unknown) =>
  await startTestRouter(t, (router) => {
    router.all('/dorr', () => {
      throw thrown
    })
  })

const refusals = [
  { what: 'what is not there', thrown: new NotHere(secret), status: 404, title: 'Sidan finns inte' },
  { what: 'bad input', thrown: new BadInput(secret), status: 400, title: 'Det som skickades går inte att använda' },
  { what: 'a stale form', thrown: new StaleForm(secret), status: 403, title: 'Sidan hade blivit för gammal' },
  {
    what: 'one source that asks too often',
    thrown: new TooMuch(429, 61.2),
    status: 429,
    title: 'För många försök härifrån',
    retryAfter: '62',
  },
  { what: 'a full queue', thrown: new TooMuch(503, 7), status: 503, title: 'Många loggar in just nu', retryAfter: '7' },
  {
    what: 'a full hashing queue',
    thrown: new HashingFull(secret),
    status: 503,
    title: 'Många loggar in just nu',
    retryAfter: '5',
  },
  { what: 'anything unexpected', thrown: new TypeError(secret), status: 500, title: 'Tillfälligt tekniskt fel' },
  { what: 'something thrown that is no error', thrown: secret, status: 500, title: 'Tillfälligt tekniskt fel' },
] as const

for (const { what, thrown, status, title, ...more } of refusals) {
  test(`${what} is answered with ${status} and a page that says what happened, in our words only`, async (t) => {
    const { home } = await startRouteThatThrows(t, thrown)
    for (const method of ['GET', 'POST']) {
      const response = await fetch(`${home}/dorr`, { method })
      const html = await response.text()
      const page = load(html)
      t.is(response.status, status)
      t.is(response.headers.get('retry-after'), 'retryAfter' in more ? more.retryAfter : null)
      t.is(page('h1').text(), title)
      t.true(page('main p').first().text().length > 20)
      t.true(page('main a[href="/"]').length === 1, 'a way on')
      t.false(html.includes(secret))
    }
  })
}

const unreachable = {
  'nobody listens': Object.assign(new Error(secret), { code: 'ECONNREFUSED' }),
  'nobody listens on any address': Object.assign(new AggregateError([new Error('a')]), { code: 'ECONNREFUSED' }),
  'one of several addresses': new AggregateError([Object.assign(new Error(secret), { code: 'ETIMEDOUT' })]),
  'the server is stopping': Object.assign(new Error(secret), { code: '57P01' }),
  'the server is starting': Object.assign(new Error(secret), { code: '57P03' }),
  'too many connections': Object.assign(new Error(secret), { code: '53300' }),
  'a full disk': Object.assign(new Error(secret), { code: '53100' }),
  'a lost connection': Object.assign(new Error(secret), { code: '08006' }),
  'a statement took too long': Object.assign(new Error(secret), { code: '57014' }),
  'a lock took too long': Object.assign(new Error(secret), { code: '55P03' }),
  'a standby that only reads': Object.assign(new Error(secret), { code: '25006' }),
  'no connection in time': new Error('timeout exceeded when trying to connect'),
  'a connection that broke off': new Error('Connection terminated unexpectedly'),
  'the same, wrapped': new Error(secret, { cause: new Error('Query read timeout') }),
}

for (const [what, thrown] of Object.entries(unreachable)) {
  test(`a database that cannot serve is answered with 503 and when to come back: ${what} (F-24, F-25)`, async (t) => {
    const { home, logged } = await startRouteThatThrows(t, thrown)
    const response = await fetch(`${home}/dorr`)
    t.is(response.status, 503)
    t.is(response.headers.get('retry-after'), '10')
    t.false((await response.text()).includes(secret))
    t.true(logged.some((line) => line.includes('"level":"warn"')))
  })
}

test('a broken rule of the database is a bug, not a database that is down', async (t) => {
  const { home } = await startRouteThatThrows(t, Object.assign(new Error('duplicate key'), { code: '23505' }))
  t.is((await fetch(`${home}/dorr`)).status, 500)
})

test('a page of an unexpected error shows the number that is in the log, and nothing else of it (R-94, T20)', async (t) => {
  const { home, logged } = await startRouteThatThrows(t, new TypeError(secret))
  const html = await (await fetch(`${home}/dorr`)).text()
  const number = /Incidentnummer: ([\w-]{36})/.exec(html)?.[1]
  const line = logged.find((candidate) => candidate.includes('"level":"error"')) ?? ''
  t.truthy(number)
  t.true(line.includes(`"requestId":"${number}"`))
  t.true(line.includes(secret), 'the log has what the page has not')
  t.false(/TypeError|\.js:\d|at .*\(/.test(load(html)('main').text()))
})

test('the values of a row never reach the log with a database error', async (t) => {
  const values = { detail: secret, where: secret, parameters: [secret] }
  const errors = [
    Object.assign(new Error(`invalid input syntax for type uuid: "${secret}"`), { code: '22P02', ...values }),
    Object.assign(new Error('duplicate key value violates unique constraint "one"'), { code: '23505', ...values }),
  ]
  for (const error of errors) {
    const { home, logged } = await startRouteThatThrows(t, new Error('wrapped', { cause: error }))
    await fetch(`${home}/dorr`)
    t.true(logged.some((line) => line.includes(error.code)))
    t.false(logged.join('\n').includes(secret))
  }
})

test('an address that leads nowhere is answered with 404 in the reader’s language', async (t) => {
  const { home } = await startTestRouter(t, () => undefined)
  const swedish = await fetch(`${home}/finns-inte`)
  const english = await fetch(`${home}/finns-inte`, { headers: { 'accept-language': 'en' } })
  t.is(swedish.status, 404)
  t.is(load(await swedish.text())('h1').text(), 'Sidan finns inte')
  t.is(load(await english.text())('h1').text(), 'Page not found')
})

test('what a failed answer had said about itself is taken back', async (t) => {
  const { home } = await startTestRouter(t, (router) => {
    router.get('/dorr', (ctx) => {
      ctx.set({ Location: '/annan', ETag: '"1"', 'Content-Encoding': 'br', 'Content-Disposition': 'attachment' })
      throw new Error(secret)
    })
  })
  const { headers } = await fetch(`${home}/dorr`)
  for (const name of ['location', 'etag', 'content-encoding', 'content-disposition']) t.is(headers.get(name), null)
  t.is(headers.get('content-type'), 'text/html; charset=utf-8')
})

test('the request line names the route that answered, and never what stood in the address', async (t) => {
  const { home, logged } = await startTestRouter(t, (router) => {
    router.get('/dorr/:hemligt', (ctx) => void (ctx.body = 'ok'))
  })
  await fetch(`${home}/dorr/${secret}?kod=${secret}`)
  await fetch(`${home}/finns/inte/${secret}?kod=${secret}`)
  await fetch(`${home}/196408233234`)
  const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>)
  t.deepEqual(
    lines.map(({ method, route, status }) => ({ method, route, status })),
    [
      { method: 'GET', route: '/dorr/:hemligt', status: 200 },
      { method: 'GET', route: '/finns/inte', status: 404 },
      { method: 'GET', route: '/', status: 404 },
    ],
  )
  t.true(
    lines.every(({ requestId, milliseconds }) => typeof requestId === 'string' && typeof milliseconds === 'number'),
  )
  t.false(/hemlig-8f3a|19640823/.test(logged.join('\n')))
})
