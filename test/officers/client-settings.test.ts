import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import test from 'ava'
import { settingsFor } from '../../src/officers/relying-services/settings/settings.js'
import { authMethods, type Client } from '../../src/relying-services/client.js'
import { findClient } from '../../src/relying-services/find.js'
import { openTestHouse } from '../support/house.js'
import { registration } from '../relying-services/cast.js'
import { relyingParty, secret } from '../oidc/relying-party.js'

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
    for (const { content, product } of settingsFor({ ...client, ...given }, ours)) {
      if (product === 'Spring Security' && content.startsWith('@')) continue
      t.is(content.includes('PORTVAKT_CLIENT_SECRET'), hasSecret, product)
      t.is(/private/i.test(content), authMethod === 'private_key_jwt', product)
    }
  })
}

test('each product is told to expect the signature that the service gets, where it would not by itself', (t) => {
  for (const alg of ['ES256', 'RS256'] as const) {
    const given = { idTokenSignedResponseAlg: alg }
    t.true(fileOf(given, 'SecurityConfig.java').includes(`SignatureAlgorithm.${alg}`))
    t.true(fileOf(given, 'sign-in.mjs').includes(`id_token_signed_response_alg: '${alg}'`))
  }
})

test('what is pasted into Node signs a person in', async (t) => {
  const house = await openTestHouse(t)
  const { browser, signIn, arrived } = await relyingParty(t, house)
  const registered = await findClient(house.db, 'rapportering')
  if (registered === undefined) throw new Error('it is not registered')
  const [node] = settingsFor(registered, { issuer: house.home })
  process.env['PORTVAKT_CLIENT_SECRET'] = secret
  const file = path.resolve(`dist/test/officers/pasted-${process.pid}.mjs`)
  await writeFile(file, node?.content ?? '')
  const pasted = await import(pathToFileURL(file).href)
  const { address, remembered } = await pasted.begin()
  await browser.open(address.href)
  await signIn('rapport10001')
  const tokens = await pasted.finish(arrived(), remembered)
  t.is(tokens.claims().preferred_username, 'rapport10001')
  t.true(pasted.signOutAddress(tokens.id_token).href.startsWith(`${house.home}/oidc/logout?`))
})
