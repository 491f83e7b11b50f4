import { generateKeyPairSync, sign } from 'node:crypto'
import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import * as client from 'openid-client'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { endGrantsOf } from './ending.js'
import { callback, relyingParty, secret, type Asked, type RelyingParty } from './relying-party.js'

test('of twenty simultaneous uses of one code one gets tokens, and the others end what it got (R-82)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const asked = await service.begin()
  await service.signIn('rapport10001')
  const answers = await Promise.all(Array.from({ length: 20 }, () => useCode(app, service, asked)))
  t.is(answers.filter(({ status }) => status === 200).length, 1)
  t.deepEqual(
    [...new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body['error']))],
    ['invalid_grant'],
  )
  const won = answers.find(({ status }) => status === 200)
  t.is(await userinfoStatus(app, String(won?.body['access_token'])), 401)
  t.true((await kinds(app)).includes('code-replayed'))
})

test('a code that comes again later ends its tokens, however late it comes', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const asked = await service.begin()
  await service.signIn('rapport10001')
  const tokens = await service.exchange(asked)
  t.is(await userinfoStatus(app, tokens.access_token), 200)
  await travel(app.owner, '5 minutes')
  const wrongVerifier = { ...asked, verifier: client.randomPKCECodeVerifier() }
  t.is((await useCode(app, service, wrongVerifier)).status, 400)
  t.is(await userinfoStatus(app, tokens.access_token), 200, 'who cannot prove the code ends nothing')
  t.is((await useCode(app, service, asked)).status, 400)
  t.is(await userinfoStatus(app, tokens.access_token), 401)
  t.is((await refresh(app, tokens.refresh_token)).status, 400)
})

test('a service that asks for profile and email learns no name, username or address of a protected person', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  const learned = async () => await client.fetchUserInfo(service.config, tokens.access_token, client.skipSubjectCheck)
  const names = ['name', 'given_name', 'family_name', 'preferred_username', 'email']
  const before = await learned()
  t.deepEqual(
    names.filter((claim) => claim in before),
    names,
  )
  await sql`
    update person set has_protected_identity = true from account
    where account.person_id = person.id and account.username = 'rapport10001'`.execute(app.owner)
  t.deepEqual(Object.keys(await learned()).toSorted(), ['permissions', 'sub'])
  const again = await service.enter('rapport10001')
  t.deepEqual(
    names.filter((claim) => claim in (again.claims() ?? {})),
    [],
  )
})

test('a code lives a minute, an access token ten (R-82)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const first = await service.begin()
  await service.signIn('rapport10001')
  const tokens = await service.exchange(first)
  t.is(tokens.expires_in, 600)
  const second = await service.begin()
  await travel(app.owner, '61 seconds')
  t.is((await useCode(app, service, second)).status, 400)
  t.is(await userinfoStatus(app, tokens.access_token), 200)
  await travel(app.owner, '9 minutes')
  t.is(await userinfoStatus(app, tokens.access_token), 401)
})

test('a refresh token works once; used again it ends the family (R-83, F-11)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  const renewed = await client.refreshTokenGrant(service.config, tokens.refresh_token ?? '')
  t.not(renewed.refresh_token, tokens.refresh_token)
  t.is(await userinfoStatus(app, renewed.access_token), 200)
  await app.restart()
  t.is((await refresh(app, tokens.refresh_token)).body['error'], 'invalid_grant')
  t.is((await refresh(app, renewed.refresh_token)).body['error'], 'invalid_grant')
  t.is(await userinfoStatus(app, renewed.access_token), 401)
})

test('of twenty simultaneous uses of one refresh token one is answered (R-83)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const { refresh_token: token } = await service.enter('rapport10001')
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(app, token)))
  t.is(answers.filter(({ status }) => status === 200).length, 1)
})

test('a refresh token is given only to a client that may have it, and ends eight hours after the sign-in (R-83)', async (t) => {
  const policy = { session: { idleMinutes: 1440 } }
  const app = await startTestApp(t, { policy })
  const may = await relyingParty(t, app)
  let token = (await may.enter('rapport10001')).refresh_token
  await travel(app.owner, '7 hours 59 minutes')
  const renewed = await refresh(app, token)
  t.is(renewed.status, 200)
  token = String(renewed.body['refresh_token'])
  await travel(app.owner, '2 minutes')
  t.is((await refresh(app, token)).status, 400)
  const mayNot = await relyingParty(t, app, { id: 'kort', mayRefresh: false })
  t.is((await mayNot.enter('rapport10001')).refresh_token, undefined)
})

test('a client introspects and revokes its own tokens, and learns nothing of others’', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const other = await relyingParty(t, app, { id: 'annan-tjanst' })
  const { access_token: token } = await service.enter('rapport10001')
  const told = await client.tokenIntrospection(service.config, token)
  t.like(told, { active: true, client_id: 'rapportering' })
  t.is((told['permissions'] as unknown[]).length, 2)
  t.deepEqual({ ...(await client.tokenIntrospection(other.config, token)) }, { active: false })
  await client.tokenRevocation(other.config, token)
  t.is(await userinfoStatus(app, token), 200)
  await client.tokenRevocation(service.config, token)
  t.is(await userinfoStatus(app, token), 401)
  t.deepEqual({ ...(await client.tokenIntrospection(service.config, token)) }, { active: false })
})

test('a person whose last permission for a service ends loses introspection, userinfo and refresh there at once (R-71, G5, T16)', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  await endGrantsOf(app, 'rapport10001')
  await t.notThrowsAsync(nothingWorks(t, app, service, tokens))
  t.is(await sessionsOf(app, 'rapport10001'), 1, 'signed in for whatever else they may do')
})

test('a code that was given out before the last permission ended gives no tokens', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const asked = await service.begin()
  await service.signIn('rapport10001')
  await endGrantsOf(app, 'rapport10001')
  t.like(await useCode(app, service, asked), { status: 400, body: { error: 'invalid_grant' } })
})

for (const { outcome, change } of [
  { outcome: 'a permission that ran out at midnight', change: sql`valid_to = portvakt_today() - 1` },
  {
    outcome: 'a permission that is paused today',
    change: sql`paused_from = portvakt_today(), paused_to = portvakt_today(), pause_reason = 'leave'`,
  },
]) {
  test(`tokens that rest on ${outcome} are dead, though nobody ended anything`, async (t) => {
    const app = await startTestApp(t)
    const service = await relyingParty(t, app)
    const tokens = await service.enter('rapport10001')
    await sql`update "grant" set valid_from = portvakt_today() - 9, ${change}`.execute(app.owner)
    await t.notThrowsAsync(nothingWorks(t, app, service, tokens))
  })
}

test('a token without the scope permissions rests on them all the same', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001', { scope: 'openid email' })
  t.is(await userinfoStatus(app, tokens.access_token), 200)
  await endGrantsOf(app, 'rapport10001')
  await t.notThrowsAsync(nothingWorks(t, app, service, tokens))
})

test('a person who still holds one permission keeps the tokens, which say what holds today', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  await endGrantsOf(app, 'rapport10001', 'studietider')
  const person = await client.fetchUserInfo(service.config, tokens.access_token, tokens.claims()?.sub ?? '')
  t.deepEqual(servicesIn(person), ['studeranderapportering'])
  const told = await client.tokenIntrospection(service.config, tokens.access_token)
  t.deepEqual(servicesIn(told), ['studeranderapportering'])
  const renewed = await client.refreshTokenGrant(service.config, tokens.refresh_token ?? '')
  t.deepEqual(servicesIn(renewed.claims() ?? {}), ['studeranderapportering'])
})

test('of an ended account nothing works any more: access token, refresh token, session', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  await app.owner
    .updateTable('account')
    .set({ ended_at: new Date(), end_reason: 'test' })
    .where('username', '=', 'rapport10001')
    .execute()
  t.is(await userinfoStatus(app, tokens.access_token), 401)
  t.is((await refresh(app, tokens.refresh_token)).status, 400)
  t.deepEqual({ ...(await client.tokenIntrospection(service.config, tokens.access_token)) }, { active: false })
  await service.begin()
  t.is(service.browser.heading(), 'Logga in till Rapportering')
})

test('an assertion of a client with its own key works once, however many bring it (R-84)', async (t) => {
  const app = await startTestApp(t)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kty: 'EC', kid: 'k1', alg: 'ES256', use: 'sig' }
  const key = await crypto.subtle.importKey('jwk', privateKey.export({ format: 'jwk' }), ecdsa, false, ['sign'])
  const service = await relyingParty(t, app, {
    id: 'nyckel',
    authMethod: 'private_key_jwt',
    publicKeys: { keys: [jwk] },
    auth: client.PrivateKeyJwt({ key, kid: 'k1' }),
  })
  t.truthy((await service.enter('rapport10001')).access_token)
  const assertionWith = (claims: object) => assertion(privateKey.export({ format: 'pem', type: 'pkcs8' }), claims)
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: 'nyckel', sub: 'nyckel', aud: app.home, jti: 'en gång', iat: now, exp: now + 60 }
  const once = assertionWith(claims)
  const answers = await Promise.all(Array.from({ length: 20 }, () => introspectWith(app, once)))
  t.is(answers.filter((status) => status === 200).length, 1)
  t.deepEqual([...new Set(answers.filter((status) => status !== 200))], [401])
  t.is(await introspectWith(app, assertionWith({ ...claims, jti: 'två', aud: 'https://evil.example' })), 401)
  t.is(await introspectWith(app, assertionWith({ ...claims, jti: 'tre', exp: now - 60 })), 401)
})

test('a client is itself only with its own secret, and never by its address', async (t) => {
  const app = await startTestApp(t)
  await relyingParty(t, app)
  const introspect = async (init: RequestInit) =>
    (await fetch(`${app.home}/oidc/introspect`, { method: 'POST', ...init })).status
  const basic = (password: string) => ({
    headers: {
      authorization: `Basic ${Buffer.from(`rapportering:${encodeURIComponent(password)}`).toString('base64')}`,
    },
    body: new URLSearchParams({ token: 'x' }),
  })
  t.is(await introspect(basic(secret)), 200)
  t.is(await introspect(basic(`${secret}!`)), 401)
  t.is(await introspect(basic('')), 400)
  t.is(await introspect({ body: new URLSearchParams({ token: 'x', client_id: 'rapportering' }) }), 401)
  const inTheAddress = `${app.home}/oidc/introspect?client_id=rapportering&client_secret=${encodeURIComponent(secret)}`
  t.is((await fetch(inTheAddress, { method: 'POST', body: new URLSearchParams({ token: 'x' }) })).status, 400)
})

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
const basicAuth = {
  authorization: `Basic ${Buffer.from(`rapportering:${encodeURIComponent(secret)}`).toString('base64')}`,
}

const nothingWorks = async (
  t: ExecutionContext,
  app: TestApp,
  service: RelyingParty,
  tokens: { readonly access_token: string; readonly refresh_token?: string },
): Promise<void> => {
  t.is(await userinfoStatus(app, tokens.access_token), 401)
  for (const token of [tokens.access_token, tokens.refresh_token ?? '']) {
    t.deepEqual({ ...(await client.tokenIntrospection(service.config, token)) }, { active: false })
  }
  t.like(await refresh(app, tokens.refresh_token), { status: 400, body: { error: 'invalid_grant' } })
}
const servicesIn = (claims: Readonly<Record<string, unknown>>): readonly string[] =>
  (claims['permissions'] as readonly { readonly service: string }[]).map(({ service }) => service)
const sessionsOf = async ({ owner }: TestApp, username: string): Promise<number> =>
  (
    await owner
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .where('account.username', '=', username)
      .where('session.ended_at', 'is', null)
      .select('session.uid')
      .execute()
  ).length

const post = async (app: TestApp, body: Record<string, string>) => {
  const response = await fetch(`${app.home}/oidc/token`, {
    method: 'POST',
    headers: basicAuth,
    body: new URLSearchParams(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const useCode = async (app: TestApp, service: RelyingParty, { verifier }: Asked) =>
  await post(app, {
    grant_type: 'authorization_code',
    code: service.arrived().searchParams.get('code') ?? '',
    redirect_uri: callback,
    code_verifier: verifier,
  })
const refresh = async (app: TestApp, token: string | undefined) =>
  await post(app, { grant_type: 'refresh_token', refresh_token: token ?? '' })
const userinfoStatus = async (app: TestApp, token: string) =>
  (await fetch(`${app.home}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status
const kinds = async (app: TestApp) =>
  (await app.owner.selectFrom('audit_event').select('kind').execute()).map(({ kind }) => kind)

const introspectWith = async (app: TestApp, clientAssertion: string) => {
  const body = new URLSearchParams({
    token: 'x',
    client_assertion: clientAssertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
  return (await fetch(`${app.home}/oidc/introspect`, { method: 'POST', body })).status
}
const assertion = (pem: string | Buffer, claims: object): string => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${part({ alg: 'ES256', kid: 'k1' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(input), { key: pem.toString(), dsaEncoding: 'ieee-p1363' })
  return `${input}.${signature.toString('base64url')}`
}
