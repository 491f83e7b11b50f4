import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { settingsFor } from '../../src/officers/relying-services/settings/settings.js'
import { authMethods, type Client } from '../../src/relying-services/client.js'
import { findClient } from '../../src/relying-services/find.js'
import { startTestApp } from '../support/app.js'
import { registration } from '../relying-services/fixture.js'
import { register, relyingParty, secret } from '../oidc/relying-party.js'
import { signedInAs, wordsOf } from '../own-account/client.js'

const client: Client = {
  ...registration,
  id: 'rapportering',
  version: 1,
  isOwnTool: false,
  secretMadeAt: undefined,
  formerSecretEndsAt: undefined,
  createdAt: new Date(0),
  changedAt: new Date(0),
  disabledAt: undefined,
}
const ours = { issuer: 'https://id.example.se' }
const fileOf = (given: Partial<Client>, file: string) =>
  settingsFor({ ...client, ...given }, ours).find((one) => one.file === file)?.content ?? ''

test('every product is told who we are, who it is, and where it comes back', (t) => {
  const all = settingsFor(client, ours)
  for (const product of new Set(all.map((one) => one.product))) {
    const told = all.filter((one) => one.product === product).map(({ content }) => content)
    for (const value of [ours.issuer, 'rapportering', '/svar', '/utloggad', 'permissions']) {
      t.true(told.join('\n').includes(value), `${product}: ${value}`)
    }
  }
})

for (const authMethod of authMethods) {
  test(`a service that shows who it is by ${authMethod} is given the settings for that`, (t) => {
    const publicKeys = authMethod === 'private_key_jwt' ? { keys: [{ kty: 'EC', kid: 'k1', alg: 'ES256' }] } : undefined
    const given = { authMethod, publicKeys }
    t.true(fileOf(given, 'application.yaml').includes(`client-authentication-method: ${authMethod}`))
    t.true(fileOf(given, 'portvakt.conf').includes(`OIDCProviderTokenEndpointAuth ${authMethod}`))
    const hasSecret = authMethod.startsWith('client_secret')
    for (const { content, product, file } of settingsFor({ ...client, ...given }, ours)) {
      if (file === 'SecurityConfig.java') continue
      t.is(content.includes('PORTVAKT_CLIENT_SECRET'), hasSecret, product)
      t.is(/private/i.test(content), authMethod === 'private_key_jwt', product)
    }
  })
}

test('a service with a key of its own is told of the key before it is told to use it', (t) => {
  const given = {
    authMethod: 'private_key_jwt',
    publicKeys: { keys: [{ kty: 'EC', kid: 'k1', alg: 'ES256' }] },
  } as const
  const apache = fileOf(given, 'portvakt.conf')
  for (const keys of ['OIDCPublicKeyFiles k1#', 'OIDCPrivateKeyFiles k1#']) {
    t.true(apache.includes(keys) && apache.indexOf(keys) < apache.indexOf('OIDCProviderTokenEndpointAuth'), keys)
  }
  t.true(fileOf(given, 'SecurityConfig.java').includes('JWK signingKey(@Value("${PORTVAKT_PRIVATE_JWK_FILE}")'))
})

test('what is pasted as a whole names every class that it uses', (t) => {
  const keyed = {
    authMethod: 'private_key_jwt',
    publicKeys: { keys: [{ kty: 'EC', kid: 'k1', alg: 'ES256' }] },
  } as const
  for (const given of [{}, keyed, { backchannelLogoutUri: undefined, postLogoutRedirectUris: [] }]) {
    const java = fileOf(given, 'SecurityConfig.java')
    const [, body = ''] = /\n(@Configuration[\s\S]*)$/.exec(java) ?? []
    const imports = [...java.matchAll(/^import .*\.(\w+);$/gm)].map(([, name = '']) => name)
    const used = [...body.replaceAll(/"[^"]*"/g, '').matchAll(/(?<![.\w])[A-Z]\w+/g)].map(([name]) => name)
    const known = new Set(['SecurityConfig', 'Exception', 'String'])
    t.deepEqual([...new Set(used)].filter((name) => !known.has(name)).toSorted(), imports.toSorted())
  }
})

test('each product is told to expect the signature that the service gets, where it would not by itself', (t) => {
  for (const alg of ['ES256', 'RS256'] as const) {
    const given = { idTokenSignedResponseAlg: alg }
    t.true(fileOf(given, 'SecurityConfig.java').includes(`SignatureAlgorithm.${alg}`))
    t.true(fileOf(given, 'sign-in.mjs').includes(`id_token_signed_response_alg: '${alg}'`))
  }
})

test('what is pasted into Node signs a person in', async (t) => {
  process.env['PORTVAKT_CLIENT_SECRET'] = secret
  await signsIn(t, 'secret', {})
})

test('what is pasted into Node signs a person in with a key of the service’s own', async (t) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const named = { kid: 'k1', alg: 'ES256', use: 'sig' }
  const file = path.resolve(`dist/test/officers/pasted-${process.pid}.jwk`)
  await writeFile(file, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...named }))
  process.env['PORTVAKT_PRIVATE_JWK_FILE'] = file
  const jwk = { ...publicKey.export({ format: 'jwk' }), ...named, kty: 'EC' }
  await signsIn(t, 'key', { authMethod: 'private_key_jwt', publicKeys: { keys: [jwk] } })
})

async function signsIn(t: ExecutionContext, name: string, given: Parameters<typeof relyingParty>[2]) {
  const app = await startTestApp(t)
  const { browser, signIn, arrived } = await relyingParty(t, app, given)
  const registered = await findClient(app.db, 'rapportering')
  if (registered === undefined) throw new Error('it is not registered')
  const [node] = settingsFor(registered, { issuer: app.home })
  const file = path.resolve(`dist/test/officers/pasted-${name}-${process.pid}.mjs`)
  await writeFile(file, node?.content ?? '')
  const pasted = await import(pathToFileURL(file).href)
  const { address, remembered } = await pasted.begin()
  await browser.open(address.href)
  await signIn('rapport10001')
  const tokens = await pasted.finish(arrived(), remembered)
  t.is(tokens.claims().preferred_username, 'rapport10001')
  t.true(pasted.signOutAddress(tokens.id_token).href.startsWith(`${app.home}/oidc/logout?`))
}

test('Apache is told which algorithm its key has when it is not RS256', (t) => {
  const keyed = (kty: 'EC' | 'RSA', alg: string) =>
    fileOf({ authMethod: 'private_key_jwt', publicKeys: { keys: [{ kty, kid: 'k1', alg }] } }, 'portvakt.conf')
  t.regex(keyed('EC', 'ES256'), /^OIDCProviderTokenEndpointAuth private_key_jwt:ES256$/m)
  t.regex(keyed('RSA', 'RS256'), /^OIDCProviderTokenEndpointAuth private_key_jwt$/m)
})

test('ASP.NET is given a whole program, and an assertion whose claims are a dictionary', (t) => {
  const publicKeys = { keys: [{ kty: 'EC' as const, kid: 'k1', alg: 'ES256' }] }
  const program = fileOf({ authMethod: 'private_key_jwt', publicKeys }, 'Program.cs')
  t.regex(program, /^(?:using [\w.]+;\n)+\nvar builder = /)
  t.regex(program, /\["sub"\] = "rapportering"/)
  t.true(program.endsWith('app.Run();'))
})

test('an officer is told that Spring Security takes no notices but those signed with RS256', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  const backchannelLogoutUri = 'http://localhost:4001/logout/connect/back-channel/portvakt'
  await register(app, { id: 'fjader', backchannelLogoutUri })
  await register(app, { id: 'fjader-rsa', backchannelLogoutUri, idTokenSignedResponseAlg: 'RS256' })
  const karin = await signedInAs(t, app, 'handlaggare1')
  const warning = 'Spring Security tar bara emot besked om utloggning som är undertecknade med RS256.'
  await karin.open('/handlaggning/e-tjanster/fjader/installningar')
  t.true(wordsOf(karin).includes(warning))
  await karin.open('/handlaggning/e-tjanster/fjader-rsa/installningar')
  t.false(wordsOf(karin).includes(warning))
})
