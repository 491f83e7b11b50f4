import test from 'ava'
import { changes, dump } from '../support/dump.js'
import { startTestApp } from '../support/app.js'
import { ask, shout } from '../support/raw.js'
import { startAppAndService } from '../support/relying-service.js'
import { except, formType, hasNoAccidents, isOurs } from './ours.js'

const strangePaths = [
  '//',
  '//evil.example/',
  '/\\evil.example',
  '/%00',
  '/%00/losenordskiosk',
  '/losenordskiosk%00',
  '/..%2f',
  '/..%2f..%2fetc%2fpasswd',
  '/assets/..%2f..%2fpackage.json',
  '/assets/../package.json',
  '/assets/%2e%2e/package.json',
  '/assets/__proto__',
  '/assets/constructor',
  '/%',
  '/%zz',
  '/%ff%fe',
  '/login/%',
  '/login/%ff',
  '/login/%00',
  '/login/__proto__',
  '/login/..%2f..',
  `/login/${'x'.repeat(8_000)}`,
  `/${'a'.repeat(8_000)}`,
  `/${'a/'.repeat(4_000)}`,
  '/losenordskiosk/%6bod',
  '/LOSENORDSKIOSK/nix',
  '/.well-known/openid-configuration/',
  '/.well-known/webfinger',
  '/oidc',
  '/oidc/',
  '/oidc/nothing',
  '/oidc/auth/%00',
  '/oidc/auth/nobody',
  '/oidc/%ff',
  '/oidc//auth',
  '/.git/config',
  '/.env',
]

test('whatever address is asked for, the answer is a page of ours and no accident', async (t) => {
  const app = await startTestApp(t)
  const before = await dump(app.owner, except)
  for (const path of strangePaths) {
    const answer = await ask(app.home, path)
    t.true([200, 303, 400, 404].includes(answer.status), `${path.slice(0, 60)}: ${answer.status}`)
    if (path !== '//') t.not(answer.status, 200, path.slice(0, 60))
    isOurs(t, answer, path)
    t.true((answer.headers['location'] ?? '/').match(/^\/(?![/\\])/) !== null, `${path}: ${answer.headers['location']}`)
  }
  t.deepEqual(changes(before, await dump(app.owner, except)), [])
  hasNoAccidents(t, app)
})

test('a route that is asked with another method is not there', async (t) => {
  const app = await startTestApp(t)
  const before = await dump(app.owner, except)
  const onlyPosted = ['/sprak', '/losenordskiosk/nytt/rad', '/login/nobody/avbryt']
  const routes = ['/', '/losenordskiosk', '/losenordskiosk/andra', '/login/nobody', '/handbok', ...onlyPosted]
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']) {
    for (const path of [...routes, '/oidc/auth', '/oidc/token']) {
      const answer = await ask(app.home, path, { method })
      t.true([400, 404, 405, 501].includes(answer.status), `${method} ${path}: ${answer.status}`)
      isOurs(t, answer, `${method} ${path}`)
    }
  }
  for (const path of onlyPosted) t.true([404, 405].includes((await ask(app.home, path)).status), path)
  for (const path of ['/', '/losenordskiosk', '/handbok', '/losenordskiosk/klart']) {
    const answer = await ask(app.home, path, { method: 'POST', headers: formType, body: 'a=1' })
    t.true([400, 404, 405].includes(answer.status), `POST ${path}: ${answer.status}`)
  }
  t.deepEqual(changes(before, await dump(app.owner, except)), [])
  hasNoAccidents(t, app)
})

test('bytes that are no request are refused, and the next is answered', async (t) => {
  const { home } = await startTestApp(t)
  const { host } = new URL(home)
  const close = 'Connection: close\r\n\r\n'
  const no = {
    'no HTTP at all': 'hej\r\n\r\n',
    'no host': `GET / HTTP/1.1\r\n${close}`,
    'two lengths': `POST /sprak HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n${close}a`,
    'a length and chunks': `POST /sprak HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n${close}0\r\n\r\n`,
    'a header of a megabyte': `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: ${'a'.repeat(1_048_576)}\r\n${close}`,
    'a path of a megabyte': `GET /${'a'.repeat(1_048_576)} HTTP/1.1\r\nHost: ${host}\r\n${close}`,
    'a line break in a header': `GET / HTTP/1.1\r\nHost: ${host}\r\nX: a\rb\r\n${close}`,
  }
  for (const [how, bytes] of Object.entries(no)) {
    const heard = await shout(home, bytes).catch((error: NodeJS.ErrnoException) => String(error.code))
    t.regex(heard, /^(HTTP\/1\.1 4\d\d|ECONNRESET|EPIPE)/, how)
    t.is((await ask(home, '/')).status, 200, how)
  }
})

test('the demo’s relying service has no accident either, whatever address or form comes', async (t) => {
  const { service } = await startAppAndService(t)
  const own = [
    '/callback',
    '/callback?state=%00',
    '/callback?state[]=a',
    '/callback?code=a&state=a',
    '/callback?error=%00',
  ]
  const others = [
    '/?organisation=%00',
    '/?organisation[]=a',
    '/tjanst/%00',
    '/tjanst/__proto__',
    '/login?konto[]=annat',
  ]
  for (const path of [...strangePaths, ...own, ...others]) {
    const answer = await ask(service, path, { headers: { cookie: 'mina_tjanster=%00; a=__proto__; ==;' } })
    t.true(answer.status < 500, `${path.slice(0, 60)}: ${answer.status}`)
    isOurs(t, answer, path)
  }
  for (const body of ['', 'token=', 'token=a&token=b', '__proto__=1', 'x'.repeat(1_048_576), '%FF%00']) {
    for (const path of ['/logga-ut', '/sprak']) {
      const answer = await ask(service, path, { method: 'POST', headers: formType, body })
      t.true([400, 403].includes(answer.status), `${path} ${body.slice(0, 20)}: ${answer.status}`)
    }
  }
})
