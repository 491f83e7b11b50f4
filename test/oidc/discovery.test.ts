import { createPublicKey } from 'node:crypto'
import test from 'ava'
import * as client from 'openid-client'
import { startTestApp } from '../support/app.js'
import { relyingParty } from './relying-party.js'

const profile = ['name', 'given_name', 'family_name', 'preferred_username']
const claims = ['sub', 'auth_time', 'amr', ...profile, 'email', 'permissions', 'iss']
const clientAuth = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none']

test('discovery advertises what works, and nothing else (R-90)', async (t) => {
  const { home } = await startTestApp(t)
  const response = await fetch(`${home}/.well-known/openid-configuration`)
  t.is(response.status, 200)
  t.deepEqual(await response.json(), {
    issuer: home,
    authorization_endpoint: `${home}/oidc/auth`,
    token_endpoint: `${home}/oidc/token`,
    userinfo_endpoint: `${home}/oidc/userinfo`,
    jwks_uri: `${home}/oidc/jwks`,
    introspection_endpoint: `${home}/oidc/introspect`,
    revocation_endpoint: `${home}/oidc/revoke`,
    end_session_endpoint: `${home}/oidc/logout`,
    scopes_supported: ['openid', 'profile', 'email', 'permissions'],
    claims_supported: claims,
    claim_types_supported: ['normal'],
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    prompt_values_supported: ['none', 'login', 'select_account', 'consent'],
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'form_post'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256', 'RS256'],
    token_endpoint_auth_methods_supported: clientAuth,
    token_endpoint_auth_signing_alg_values_supported: ['ES256', 'RS256'],
    introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    introspection_endpoint_auth_signing_alg_values_supported: ['ES256', 'RS256'],
    revocation_endpoint_auth_methods_supported: clientAuth,
    revocation_endpoint_auth_signing_alg_values_supported: ['ES256', 'RS256'],
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    ui_locales_supported: ['sv', 'en'],
  })
})

test('the key set has an ES256 and an RS256 key of 3072 bits, and no private part (T15)', async (t) => {
  const { home, owner } = await startTestApp(t)
  const { keys } = (await (await fetch(`${home}/oidc/jwks`)).json()) as { keys: Record<string, string>[] }
  t.deepEqual(
    keys.map(({ alg, kty, use }) => ({ alg, kty, use })),
    [
      { alg: 'ES256', kty: 'EC', use: 'sig' },
      { alg: 'RS256', kty: 'RSA', use: 'sig' },
    ],
  )
  t.deepEqual(
    keys.flatMap((key) => ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].filter((part) => part in key)),
    [],
  )
  const [, rsa] = keys
  t.is(createPublicKey({ key: rsa ?? {}, format: 'jwk' }).asymmetricKeyDetails?.modulusLength, 3072)
  const stored = await owner.selectFrom('signing_key').selectAll().execute()
  t.is(stored.length, 2)
  t.false(
    stored.some(({ sealed_private_jwk }) => sealed_private_jwk.includes('"')),
    'sealed',
  )
})

test('the id token tells who, for whom, when and how, and lives five minutes (R-85, R-86, T16)', async (t): Promise<void> => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const asked = await service.begin()
  const before = Math.floor(Date.now() / 1000)
  await service.signIn('rapport10002')
  const tokens = await service.exchange(asked)
  const told = tokens.claims()
  if (told === undefined) return t.fail('no id token')
  const { iat, exp, auth_time: authTime, permissions, sid, ...rest } = told
  const account = await app.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('username', '=', 'rapport10002')
    .select(['account.id', 'email', 'given_name', 'family_name'])
    .executeTakeFirstOrThrow()
  t.deepEqual<unknown, unknown>(rest, {
    iss: app.home,
    aud: 'rapportering',
    sub: account.id,
    nonce: asked.nonce,
    amr: ['pwd'],
    name: `${account.given_name} ${account.family_name}`,
    given_name: account.given_name,
    family_name: account.family_name,
    preferred_username: 'rapport10002',
    email: account.email,
  })
  t.is(exp - iat, 300)
  t.is(typeof sid, 'string', 'by which the service names the session that it ends')
  t.true(authTime !== undefined && authTime >= before && authTime <= iat)
  t.deepEqual<unknown, unknown>(permissions, [
    {
      organisation: '10002',
      kind: 'school',
      name: 'Norrsjö folkhögskola',
      service: 'studietider',
      valid_from: '2026-01-01',
      valid_to: null,
    },
  ])
})

test('each scope gives its own claims and no others', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const claimsFor = async (scope: string) => {
    const tokens = await service.enter('rapport10001', { scope, prompt: 'login' })
    const sub = tokens.claims()?.sub ?? ''
    return Object.keys(await client.fetchUserInfo(service.config, tokens.access_token, sub)).toSorted()
  }
  t.deepEqual(await claimsFor('openid'), ['sub'])
  t.deepEqual(await claimsFor('openid email'), ['email', 'sub'])
  t.deepEqual(await claimsFor('openid permissions'), ['permissions', 'sub'])
  t.deepEqual(await claimsFor('openid profile'), ['family_name', 'given_name', 'name', 'preferred_username', 'sub'])
})

test('a client that asks for RS256 gets its id tokens signed so (T15)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app, { idTokenSignedResponseAlg: 'RS256' })
  const { id_token: idToken = '' } = await service.enter('rapport10001')
  const header: unknown = JSON.parse(Buffer.from(idToken.split('.')[0] ?? '', 'base64url').toString())
  t.like(header, { alg: 'RS256' })
})

test('keys and sessions outlive a restart', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const before = await (await fetch(`${app.home}/oidc/jwks`)).text()
  const tokens = await service.enter('rapport10001')
  await app.restart()
  t.is(await (await fetch(`${app.home}/oidc/jwks`)).text(), before)
  const sub = tokens.claims()?.sub ?? ''
  t.is((await client.fetchUserInfo(service.config, tokens.access_token, sub)).sub, sub)
  const asked = await service.begin({ prompt: 'none' })
  t.truthy((await service.exchange(asked)).access_token, 'still signed in')
})

test('what is switched off is not there', async (t) => {
  const { home } = await startTestApp(t)
  const off = [
    '/oidc/reg',
    '/oidc/request',
    '/oidc/device',
    '/oidc/device/auth',
    '/oidc/backchannel',
    '/device',
    '/reg',
  ]
  const others = ['/request', '/token', '/me', '/jwks', '/auth', '/session/end', '/interaction/x', '/oidc/', '/oidc/x']
  for (const path of [...off, ...others]) {
    for (const method of ['GET', 'POST'])
      t.is((await fetch(`${home}${path}`, { method })).status, 404, `${method} ${path}`)
  }
})
