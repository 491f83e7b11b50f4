import { readdirSync, statSync } from 'node:fs'
import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import test from 'ava'
import { assetPath } from '../../src/web/assets.js'
import { startTestRouter } from '../support/router.js'

const types = {
  'fkui.css': 'text/css; charset=utf-8',
  'fkui-theme.css': 'text/css; charset=utf-8',
  'portvakt.css': 'text/css; charset=utf-8',
  'portvakt.svg': 'image/svg+xml',
  'show-password.js': 'text/javascript; charset=utf-8',
  'password-advice.js': 'text/javascript; charset=utf-8',
  'sign-in-en.png': 'image/png',
}

for (const [name, type] of Object.entries(types)) {
  test(`${name} comes as what it is, to be kept for ever under the address of these bytes`, async (t) => {
    const { home } = await startTestRouter(t, () => undefined)
    const response = await fetch(`${home}${assetPath(name)}`)
    t.is(response.status, 200)
    t.is(response.headers.get('content-type'), type)
    t.is(response.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    t.is(response.headers.get('x-content-type-options'), 'nosniff')
    t.true((await response.text()).length > 100)
  })
}

test('under another address an asset is asked for anew each time', async (t) => {
  const { home } = await startTestRouter(t, () => undefined)
  for (const query of ['', '?another', `?${assetPath('portvakt.css').split('?')[1]}&more`]) {
    const response = await fetch(`${home}/assets/portvakt.css${query}`)
    t.is(response.headers.get('cache-control'), 'no-cache')
  }
})

test('who has an asset already gets it only once', async (t) => {
  const { home } = await startTestRouter(t, () => undefined)
  const first = await ask(`${home}/assets/portvakt.css`, {})
  const again = await ask(`${home}/assets/portvakt.css`, { 'if-none-match': String(first.headers['etag']) })
  t.is(first.statusCode, 200)
  t.is(again.statusCode, 304)
})

test('an asset is packed the way the browser can unpack it, and each packing has its own tag', async (t) => {
  const { home } = await startTestRouter(t, () => undefined)
  const tags = new Set<string>()
  for (const [asked, given] of [
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
    ['deflate', undefined],
  ] as const) {
    const { headers } = await ask(`${home}/assets/fkui.css`, { 'accept-encoding': asked })
    t.is(headers['content-encoding'], given)
    t.is(headers['vary'], 'Accept-Encoding')
    tags.add(headers['etag'] ?? '')
  }
  t.is(tags.size, 3)
})

test('HEAD tells of an asset what GET would, without the bytes', async (t) => {
  const { home } = await startTestRouter(t, () => undefined)
  const head = await fetch(`${home}/assets/portvakt.css`, { method: 'HEAD' })
  const get = await fetch(`${home}/assets/portvakt.css`)
  t.is(head.status, 200)
  t.is(head.headers.get('content-length'), get.headers.get('content-length'))
  t.is(head.headers.get('etag'), get.headers.get('etag'))
})

test('the browser that looks for /favicon.ico finds our sign', async (t) => {
  const { home } = await startTestRouter(t, () => undefined)
  const response = await fetch(`${home}/favicon.ico`)
  t.is(response.headers.get('content-type'), 'image/svg+xml')
})

test('only what is in the table is an asset', async (t) => {
  const { home } = await startTestRouter(t, () => undefined)
  for (const path of [
    '/assets/',
    '/assets/portvakt.css.map',
    '/assets/..%2fpackage.json',
    '/assets/constructor',
    '/portvakt.css',
  ]) {
    t.is((await fetch(`${home}${path}`)).status, 404, path)
  }
  t.is((await fetch(`${home}/assets/portvakt.css`, { method: 'POST' })).status, 404)
  t.throws(() => assetPath('package.json'), { instanceOf: RangeError })
})

/** As it is sent: fetch would ask for nothing from a cache, and unpack. */
const ask = async (url: string, headers: OutgoingHttpHeaders) =>
  await new Promise<IncomingMessage>((resolve) => {
    get(url, { headers }, (response) => resolve(response.resume()))
  })

test('no picture weighs more than 60 kB', (t) => {
  const pictures = readdirSync('assets').filter((name) => name.endsWith('.png'))
  t.true(pictures.length > 0)
  t.deepEqual(
    pictures.filter((name) => statSync(`assets/${name}`).size > 60_000),
    [],
  )
})
