import test, { type ExecutionContext } from 'ava'
import { forwarding } from '../../src/web/forwarding.js'
import { openBrowser } from '../support/browser.js'
import { startTestApp, type TestAppOptions, type TestApp } from '../support/app.js'
import { ask } from '../support/raw.js'
import { until } from '../support/service.js'

const threeFailures = { policy: { source: { failuresPerAddress: 3 } } }

/**
 * One wrong password after another at the kiosk, each for another name, with these forwarding headers; the statuses of
 * the pages that they lead to.
 */
const guesses = async (
  t: ExecutionContext,
  { home }: TestApp,
  headers: readonly Readonly<Record<string, string>>[],
): Promise<number[]> => {
  const browser = openBrowser(t, home)
  await browser.open('/losenordskiosk/andra')
  const statuses: number[] = []
  for (const [turn, sent] of headers.entries()) {
    const typed = { username: `pahittad${turn}`, password: 'fel lösenord', token: browser.formToken() }
    const body = new URLSearchParams(typed).toString()
    const cookie = [...browser.cookies()].map((pair) => pair.join('=')).join('; ')
    const type = { 'content-type': 'application/x-www-form-urlencoded', cookie }
    const answer = await ask(home, '/losenordskiosk/andra', { method: 'POST', headers: { ...type, ...sent }, body })
    statuses.push((await browser.send(answer.headers['location'] ?? '')).status)
  }
  return statuses
}

const sources = async ({ owner }: TestApp): Promise<(string | null)[]> => {
  const rows = await owner
    .selectFrom('audit_event')
    .select('source')
    .where('kind', '=', 'kiosk-refused')
    .orderBy('seq')
    .execute()
  return rows.map(({ source }) => source)
}

const open = async (t: ExecutionContext, given: TestAppOptions = {}) =>
  await startTestApp(t, { ...threeFailures, ...given })

test('a stranger who forges the forwarding headers is counted and written down by the own address (R-24)', async (t) => {
  const app = await open(t)
  const forged = [
    { 'x-forwarded-for': '203.0.113.1' },
    { 'x-forwarded-for': '203.0.113.2, 127.0.0.1' },
    { forwarded: 'for=203.0.113.3', 'x-real-ip': '203.0.113.3' },
    { 'x-forwarded-for': '203.0.113.4', 'x-client-ip': '203.0.113.4' },
  ]
  t.deepEqual(await guesses(t, app, forged), [422, 422, 422, 429])
  t.deepEqual(
    [...new Set(await sources(app))].map(String).filter((source) => !/^(127\.0\.0\.1|::1)$/.test(source)),
    [],
  )
  t.is((await app.owner.selectFrom('login_attempts').selectAll().execute()).length, 3, 'the fourth name is untouched')
})

test('behind trusted proxies the client is the last address that is not one of them', async (t) => {
  const app = await open(t, { trustedProxies: ['127.0.0.1', '::1', '10.0.0.0/8', '2001:db8::/32'] })
  const chains = [
    '198.51.100.1, 203.0.113.9, 10.1.2.3',
    '198.51.100.2, 203.0.113.9',
    '10.0.0.1, 203.0.113.9, 10.9.9.9, 10.1.2.3, 2001:db8::7',
    '198.51.100.4, 203.0.113.9, ::ffff:10.1.2.3',
  ]
  const statuses = await guesses(
    t,
    app,
    chains.map((chain) => ({ 'x-forwarded-for': chain })),
  )
  t.deepEqual(statuses, [422, 422, 422, 429], 'what the client wrote in front of it gains nothing')
  t.deepEqual(await sources(app), ['203.0.113.9', '203.0.113.9', '203.0.113.9'])
})

test('a forwarded address is read with a port, in brackets and in quotation marks', async (t) => {
  const app = await startTestApp(t, { trustedProxies: ['127.0.0.1', '::1', '10.0.0.0/8'] })
  const hops = {
    '192.0.2.60:50060': '192.0.2.60',
    '"192.0.2.61:50060"': '192.0.2.61',
    '192.0.2.62, 10.0.0.1:443': '192.0.2.62',
    '[2001:db8::63]:50060': '2001:db8::63',
    '"[2001:db8::64]"': '2001:db8::64',
    '2001:db8::65': '2001:db8::65',
    '[::ffff:192.0.2.66]:1': '192.0.2.66',
    '10.0.0.67, 10.0.0.1': '10.0.0.67',
  }
  await guesses(
    t,
    app,
    Object.keys(hops).map((chain) => ({ 'x-forwarded-for': chain })),
  )
  t.deepEqual(await sources(app), Object.values(hops))
})

test('visitors whose address a proxy does not say share no limit, and the log says it once for a while', async (t) => {
  const app = await open(t, { trustedProxies: ['127.0.0.1', '::1'] })
  const chains = [
    'unknown',
    '_hidden',
    "'; drop table account; --",
    ',,,',
    '203.0.113.1:port',
    '203.0.113.5, 300.1.2.3',
  ]
  const statuses = await guesses(t, app, [...chains.map((chain) => ({ 'x-forwarded-for': chain })), {}])
  t.deepEqual([...new Set(statuses)], [422])
  t.deepEqual([...new Set(await sources(app))], ['unknown'])
  t.deepEqual(await app.owner.selectFrom('source_attempts').selectAll().execute(), [])
  t.is(app.logged.filter((line) => line.includes('no readable client address')).length, 1)
})

test('a proxy that goes on saying nothing of its visitors is in the log once an hour, with how often', (t) => {
  let now = 0
  const said: number[] = []
  const rewrite = forwarding('https://id.example', {
    trusted: ['127.0.0.1'],
    clock: () => now,
    onUnreadable: (_received, times) => said.push(times),
  })
  const visit = (chain: string) =>
    rewrite({ headers: { 'x-forwarded-for': chain }, socket: { remoteAddress: '127.0.0.1' }, url: '/' } as never)
  for (let turn = 1; turn <= 5; turn += 1) visit('unknown')
  now = 3_599_999
  visit('unknown')
  t.deepEqual(said, [1])
  now = 3_600_000
  visit('192.0.2.1')
  t.deepEqual(said, [1], 'a readable address says nothing')
  visit('unknown')
  t.deepEqual(said, [1, 6])
})

/** Every way for a request to say that we are somewhere else. */
const elsewhere = (path: string): Readonly<Record<string, [string, Readonly<Record<string, string>>]>> => ({
  Host: [path, { host: 'evil.example' }],
  'a Host of two': [path, { host: 'evil.example:x@localhost' }],
  'a Host with a line': [path, { host: 'localhost/evil.example' }],
  'X-Forwarded-Host': [path, { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
  'X-Forwarded-Port and -Prefix': [path, { 'x-forwarded-port': '666', 'x-forwarded-prefix': '/evil.example' }],
  'X-Original-URL': [path, { 'x-original-url': '//evil.example', 'x-rewrite-url': '//evil.example' }],
  Forwarded: [path, { forwarded: 'for=1.2.3.4;host=evil.example;proto=https' }],
  'an absolute target': [`http://evil.example${path}`, {}],
  'an absolute target with a name': [`https://a:b@evil.example:666${path}`, {}],
})

for (const trustedProxies of [[], ['127.0.0.1', '::1']]) {
  const whose = trustedProxies.length === 0 ? 'a stranger' : 'a trusted proxy'
  test(`no header of ${whose} changes an address of ours in discovery and redirects`, async (t) => {
    const app = await startTestApp(t, { trustedProxies })
    const discovery = '/.well-known/openid-configuration'
    const truth = (await ask(app.home, discovery)).body
    for (const [how, [target, headers]] of Object.entries(elsewhere(discovery))) {
      t.is((await ask(app.home, target, { headers })).body, truth, how)
    }
    const parameters =
      'client_id=mina-tjanster&response_type=code&scope=openid&redirect_uri=http://localhost:3001/callback'
    const asking = `/oidc/auth?${parameters}&code_challenge=${'x'.repeat(43)}&code_challenge_method=S256`
    for (const path of [asking, '/losenordskiosk/kod', '/losenordskiosk', '/oidc/logout']) {
      for (const [how, [target, headers]] of Object.entries(elsewhere(path))) {
        const answer = await ask(app.home, target, { headers })
        t.true([200, 303].includes(answer.status), `${how} ${path}: ${answer.status}`)
        t.notRegex(`${answer.headers['location']} ${answer.body}`, /evil|:666/, how)
        t.regex(answer.headers['location'] ?? '/', /^\/(?!\/)/, how)
        t.notRegex(answer.headers['set-cookie'] ?? '', /domain=/i, how)
      }
    }
  })

  test(`no header of ${whose} changes an address of ours in a mail (R-39)`, async (t) => {
    const app = await startTestApp(t, { trustedProxies })
    const people = [
      'rapport10001',
      'rapport10002',
      'budget0999',
      'admin10001',
      'admin10002',
      'handlaggare1',
      'handlaggare2',
    ]
    const browser = openBrowser(t, app.home)
    await browser.open('/losenordskiosk/glomt')
    const cookie = [...browser.cookies()].map((pair) => pair.join('=')).join('; ')
    const ways = Object.values(elsewhere('/losenordskiosk/glomt'))
    for (const [turn, username] of [...people, 'utan10001'].entries()) {
      const [target, headers] = ways[turn] ?? ['/losenordskiosk/glomt', {}]
      const sent = { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers }
      const body = new URLSearchParams({ username, inloggning: '', token: browser.formToken() }).toString()
      const answer = await ask(app.home, target, { method: 'POST', headers: sent, body })
      t.is(answer.status, 303, username)
      t.is(answer.headers['location'], '/losenordskiosk/kod')
    }
    await until(() => app.mails.length >= 8)
    for (const { text, html } of app.mails) {
      t.notRegex(`${text} ${html}`, /evil|:666/)
      for (const [address] of `${text} ${html}`.matchAll(/https?:\/\/[^\s"<]+/g))
        t.true(address.startsWith(app.home), address)
    }
  })
}
