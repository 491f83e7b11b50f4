import test from 'ava'
import { except, formType, hasNoAccidents, isOurs } from '../journeys/ours.js'
import { changes, dump } from '../support/dump.js'
import { startTestApp } from '../support/app.js'
import { ask } from '../support/raw.js'
import { callback, register, relyingParty, secret, signedOutAt } from './relying-party.js'

/** Every parameter of an authorization request, and what a stranger may write there. */
const asked = {
  client_id: 'rapportering',
  response_type: 'code',
  redirect_uri: callback,
  scope: 'openid',
  state: 's',
  nonce: 'n',
  code_challenge: 'x'.repeat(43),
  code_challenge_method: 'S256',
  prompt: 'login',
  max_age: '1000',
  ui_locales: 'en',
  login_hint: 'rapport10001',
  acr_values: '1',
  claims: '{}',
  display: 'page',
  id_token_hint: 'a.b.c',
  response_mode: 'query',
  request: 'a.b.c',
  request_uri: 'urn:x',
  resource: 'urn:x',
  registration: '{}',
}
const strange = ['', '%00', 'a%00b', '%0D%0ASet-Cookie:a=b', '%FF%FE', '%ED%A0%80', '%zz', '__proto__', '%7B%7D', '-1']
const longOnes = [
  '1e400',
  '9'.repeat(400),
  'x'.repeat(8_000),
  '%F0%9F%98%80',
  '%22%5Cu0000%22',
  '%C3%85%CC%8A',
  '%C4%B0',
]

test('whatever stands in an authorization request, it leads to our page or to the registered address', async (t) => {
  const app = await startTestApp(t)
  await register(app)
  const usual = new URLSearchParams(asked)
  const queries = Object.keys(asked).flatMap((name) => {
    const values = [...strange, ...longOnes].map((value) => `${without(usual, name)}&${name}=${value}`)
    const twice = [name, `${name}[]`, `${name}[a]`].map((other) => `${usual}&${encodeURIComponent(other)}=b`)
    return [without(usual, name)].concat(values, twice)
  })
  for (const query of [...queries, ...queries.map((text) => withoutAsides(text)), '__proto__=1', 'constructor=1']) {
    const answer = await ask(app.home, `/oidc/auth?${query}`)
    const shown = decodeURIComponentSafely(query).slice(-120)
    t.true([303, 400].includes(answer.status), `${answer.status}: ${shown}`)
    isOurs(t, answer, shown)
    t.regex(
      answer.headers['location'] ?? '/login/none',
      /^(\/login\/[\w-]+$|http:\/\/localhost:4001\/callback[?#])/,
      shown,
    )
  }
  hasNoAccidents(t, app)
})

test('whatever stands in a request to sign out, it leads to our page or to the registered address', async (t) => {
  const app = await startTestApp(t)
  const { browser, enter } = await relyingParty(t, app)
  const { id_token: hint = '' } = await enter('rapport10001')
  const usual = new URLSearchParams({
    id_token_hint: hint,
    post_logout_redirect_uri: signedOutAt,
    state: 's',
    client_id: 'rapportering',
    ui_locales: 'en',
    logout_hint: 'x',
  })
  for (const name of [...usual.keys(), '__proto__']) {
    for (const value of [...strange, ...longOnes]) {
      const response = await browser.send(`${app.home}/oidc/logout?${without(usual, name)}&${name}=${value}`)
      t.true([200, 303, 400].includes(response.status), `${name}=${value}: ${response.status}`)
      t.regex(response.headers.get('location') ?? signedOutAt, /^http:\/\/localhost:4001\/utloggad/)
    }
  }
  hasNoAccidents(t, app)
})

test('whatever a program sends to an endpoint is answered with an error of the protocol, and changes nothing', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  const basic = `Basic ${Buffer.from(`rapportering:${encodeURIComponent(secret)}`).toString('base64')}`
  // A wrong proof of a client is counted, and only that.
  const exceptCounts = [...except, 'public.client_authentication']
  const before = await dump(app.owner, exceptCounts)
  const usual: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '/oidc/token': {
      grant_type: 'authorization_code',
      code: 'nobodys',
      redirect_uri: callback,
      code_verifier: 'x'.repeat(43),
      client_id: 'rapportering',
      client_assertion_type: 'x',
      client_assertion: 'a.b.c',
      scope: 'openid',
    },
    '/oidc/introspect': { token: 'nobodys', token_type_hint: 'access_token' },
    '/oidc/revoke': { token: 'nobodys', token_type_hint: 'access_token' },
    '/oidc/userinfo': { access_token: 'nobodys' },
    '/oidc/logout/confirm': { xsrf: 'nobodys', logout: 'yes' },
  }
  for (const [path, fields] of Object.entries(usual)) {
    for (const [how, type, body] of bodies(fields)) {
      for (const authorization of path.startsWith('/oidc/logout')
        ? ['']
        : [basic, '', 'Basic %%%', 'Basic AAAA', 'Basic JTAwOmE=', 'Bearer \u00ff']) {
        const headers = { ...(type !== '' && { 'content-type': type }), ...(authorization && { authorization }) }
        const answer = await ask(app.home, path, { method: 'POST', headers, body })
        const words = `${path} ${how} ${authorization.slice(0, 8)}: ${answer.status} ${answer.body.slice(0, 100)}`
        t.true(answer.status < 500 && answer.status !== 404, words)
        t.false(answer.body.includes('access_token":'), words)
        t.truthy(answer.headers['content-security-policy'], words)
      }
    }
  }
  t.deepEqual(changes(before, await dump(app.owner, exceptCounts)), [])
  const userinfo = await fetch(`${app.home}/oidc/userinfo`, {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  t.is(userinfo.status, 200)
  hasNoAccidents(t, app)
})

const bodies = function* (fields: Readonly<Record<string, string>>): Generator<[string, string, string]> {
  const type = formType['content-type']
  const form = new URLSearchParams(fields)
  yield ['JSON', 'application/json', JSON.stringify(fields)]
  yield ['text', 'text/plain', form.toString()]
  yield ['without a type', '', form.toString()]
  yield ['nothing', type, '']
  yield ['a megabyte', type, `${form}&x=${'x'.repeat(1_048_576)}`]
  yield ['__proto__', type, `${form}&__proto__=1&__proto__[a]=1&constructor=1`]
  for (const name of Object.keys(fields)) {
    yield [`no ${name}`, type, without(form, name)]
    yield [`${name} twice`, type, `${form}&${name}=b`]
    yield [`${name}[]`, type, `${without(form, name)}&${name}%5B%5D=b`]
    for (const value of strange) yield [`${name} ${value}`, type, `${without(form, name)}&${name}=${value}`]
  }
}

const without = (usual: URLSearchParams, name: string): string =>
  new URLSearchParams([...usual].filter(([other]) => other !== name)).toString()

/** Without the parameters that are refused whatever stands in them, so that the others are looked at. */
const withoutAsides = (query: string): string =>
  query
    .split('&')
    .filter((pair) => !/^(?:request|request_uri|resource|registration|claims|id_token_hint)=/.test(pair))
    .join('&')

const decodeURIComponentSafely = (text: string): string =>
  text.replaceAll(/%[0-7]\w/g, (hex) => decodeURIComponent(hex))
