import test from 'ava'
import { load } from 'cheerio'
import { startTestApp } from '../support/app.js'
import { ask, shout } from '../support/raw.js'

test('a browser with 17 kB of cookies gets a page that says what to do, in both languages', async (t) => {
  const { home } = await startTestApp(t, { isWorkerOff: true })
  const answer = await ask(home, '/', { headers: { cookie: `a=${'x'.repeat(17_000)}` } })
  t.is(answer.status, 431)
  t.deepEqual(
    load(answer.body)('h1')
      .toArray()
      .map((heading) => load(heading).text()),
    ['Webbläsaren skickar för många kakor', 'Your browser sends too many cookies'],
  )
  t.regex(answer.body, /Ta bort kakorna för den här webbplatsen/)
  t.regex(answer.headers['content-security-policy'] ?? '', /default-src 'none'/)
  t.is(answer.headers['connection'], 'close')
})

test('bytes that are no request get 400, and the connection is closed', async (t) => {
  const { home } = await startTestApp(t, { isWorkerOff: true })
  t.regex(await shout(home, 'NOT HTTP\r\n\r\n'), /^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/)
})
