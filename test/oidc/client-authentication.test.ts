import { generateKeyPairSync, sign } from 'node:crypto'
import test from 'ava'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { register, secret } from './relying-party.js'

const policy = { client: { wrongPerSource: 4, wrongMinutes: 10, knownDays: 30, assertionMinutes: 10 } }
const home = '198.51.100.7'
const elsewhere = '203.0.113.9'

for (const [registered, other] of [
  ['client_secret_basic', 'client_secret_post'],
  ['client_secret_post', 'client_secret_basic'],
] as const) {
  test(`a client that is registered for ${registered} is refused with ${other}, though the secret is right`, async (t) => {
    const app = await startTestApp(t)
    await register(app, { authMethod: registered })
    t.is((await introspect(app, { method: registered })).status, 200)
    t.is((await introspect(app, { method: other })).status, 401)
  })
}

test('a client assertion that expires later than in ten minutes, or was not issued in the last ten, is refused (R-84)', async (t) => {
  const app = await startTestApp(t)
  const assert = await assertsAs(app, 'nyckel')
  const now = Math.floor(Date.now() / 1000)
  t.is(await assert({ exp: now + 60 }), 200, 'without iat')
  t.is(await assert({ exp: now + 590, iat: now }), 200)
  t.is(await assert({ exp: now + 10 * 365 * 86_400, iat: now }), 401)
  t.is(await assert({ exp: now + 660, iat: now }), 401)
  t.is(await assert({ exp: now + 60, iat: now - 660 }), 401)
  t.is(await assert({ exp: now + 60, iat: now + 60 }), 401)
  t.is(await assert({ exp: now + 60, iat: 'just now' }), 401)
})

test('wrong client secrets are turned away beyond the limit, and leave a few counted audit events', async (t) => {
  const app = await startTestApp(t, { policy })
  await register(app)
  const answers = []
  for (let turn = 1; turn <= 11; turn += 1) answers.push(await introspect(app, { given: 'wrong' }))
  const statuses = answers.map(({ status }) => status)
  t.deepEqual(statuses, [401, 401, 401, 401, 429, 429, 429, 429, 429, 429, 429])
  const last = await introspect(app, { given: 'wrong' })
  t.true(Number(last.headers.get('retry-after')) > 500)
  t.is(((await last.json()) as { error: string }).error, 'invalid_client')
  t.deepEqual(await refusalsIn(app), [1, 4, 10])
  t.is((await introspect(app)).status, 429, 'nor is the right one compared, from where it was never right')
  await travel(app.owner, '11 minutes')
  t.is((await introspect(app)).status, 200)
})

test('wrong assertions and unknown clients are limited and recorded like wrong secrets', async (t) => {
  const app = await startTestApp(t, { policy })
  const assert = await assertsAs(app, 'nyckel')
  const statuses = []
  for (let turn = 1; turn <= 5; turn += 1) statuses.push(await assert({ exp: 1 }))
  t.deepEqual(statuses, [401, 401, 401, 401, 429])
  const unknown = []
  for (let turn = 1; turn <= 5; turn += 1) unknown.push((await introspect(app, { id: `finns-inte-${turn}` })).status)
  t.deepEqual(unknown, [401, 401, 401, 401, 429])
  t.deepEqual(await refusalsIn(app), [1, 4, 1, 4])
})

test('a stranger’s wrong secrets never lock a client out at its own address, nor do its own', async (t) => {
  const app = await startTestApp(t, { policy, trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] })
  await register(app)
  t.is((await introspect(app, { from: home })).status, 200)
  for (let turn = 1; turn <= 6; turn += 1) await introspect(app, { from: elsewhere, given: 'wrong' })
  t.is((await introspect(app, { from: elsewhere })).status, 429)
  t.is((await introspect(app, { from: home })).status, 200)
  for (let turn = 1; turn <= 6; turn += 1) await introspect(app, { from: home, given: 'wrong' })
  t.is((await introspect(app, { from: home, given: 'wrong' })).status, 429)
  t.is((await introspect(app, { from: home })).status, 200, 'known from there')
})

interface Asking {
  readonly id?: string
  readonly given?: string
  readonly method?: 'client_secret_basic' | 'client_secret_post'
  readonly from?: string
}

const introspect = async (
  { home: issuer }: TestApp,
  { id = 'rapportering', given = secret, method = 'client_secret_basic', from }: Asking = {},
): Promise<Response> => {
  const isBasic = method === 'client_secret_basic'
  return await fetch(`${issuer}/oidc/introspect`, {
    method: 'POST',
    headers: {
      ...(isBasic && { authorization: `Basic ${btoa(`${id}:${encodeURIComponent(given)}`)}` }),
      ...(from !== undefined && { 'x-forwarded-for': from, 'x-forwarded-proto': 'http' }),
    },
    body: new URLSearchParams({ token: 'x', ...(!isBasic && { client_id: id, client_secret: given }) }),
  })
}

/** A client with a key of its own, and what it is answered with these claims. */
const assertsAs = async (app: TestApp, id: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kty: 'EC', kid: 'k1', alg: 'ES256', use: 'sig' }
  await register(app, { id, authMethod: 'private_key_jwt', publicKeys: { keys: [jwk] } })
  let turn = 0
  return async (claims: Readonly<Record<string, unknown>>): Promise<number> => {
    turn += 1
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const whole = { iss: id, sub: id, aud: app.home, jti: `${turn}`, ...claims }
    const input = `${part({ alg: 'ES256', kid: 'k1' })}.${part(whole)}`
    const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' })
    const body = new URLSearchParams({
      token: 'x',
      client_assertion: `${input}.${signature.toString('base64url')}`,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    })
    return (await fetch(`${app.home}/oidc/introspect`, { method: 'POST', body })).status
  }
}

const refusalsIn = async ({ owner }: TestApp): Promise<readonly unknown[]> =>
  (
    await owner
      .selectFrom('audit_event')
      .select('details')
      .where('kind', '=', 'client-refused')
      .orderBy('seq')
      .execute()
  ).map(({ details }) => details['wrong'])
