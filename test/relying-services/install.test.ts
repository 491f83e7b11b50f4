import test from 'ava'
import { installClient, type InstalledClient } from '../../src/relying-services/install.js'
import { fromWithin } from '../../src/context/origin.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'

const from = fromWithin('test')

const good: InstalledClient = {
  id: 'tjanst',
  name: { sv: 'Tjänst', en: 'Service' },
  homeUri: 'https://tjanst.example.se/',
  authMethod: 'client_secret_basic',
  secret: 'x'.repeat(32),
  redirectUris: ['https://tjanst.example.se/cb'],
  services: ['studietider'],
  from,
}

test('a relying service is registered with safe addresses and its own credentials, or not at all', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext({ issuer: 'https://id.example.se' })
  const register = async (given: Partial<InstalledClient>) =>
    (await db.transaction().execute((trx) => installClient(trx, context, { ...good, ...given }))).kind
  const refused = [
    'http://tjanst.example.se/cb',
    'http://localhost:4000/cb',
    'https://user@tjanst.example.se/cb',
    'https://tjanst.example.se/cb#f',
    'https://tjanst.example.se/cb#',
    'javascript:alert(1)',
    '/cb',
    '',
  ]
  for (const address of refused) {
    t.is(await register({ redirectUris: [address] }), 'faulty', address)
    t.is(await register({ homeUri: address }), 'faulty', address)
    t.is(await register({ postLogoutRedirectUris: [address] }), 'faulty', address)
  }
  t.is(await register({ redirectUris: [] }), 'faulty')
  t.is(await register({ secret: '' }), 'refused-credentials')
  t.is(await register({ secret: 'x'.repeat(31) }), 'refused-credentials')
  t.is(await register({ authMethod: 'none' }), 'refused-credentials')
  t.is(await register({ authMethod: 'private_key_jwt' }), 'faulty')
  t.deepEqual(await owner.selectFrom('client').selectAll().execute(), [])
  t.is(await register({}), 'registered')
  t.is(await register({ name: { sv: 'Ny', en: 'New' } }), 'registered', 'again: changed')
  const clients = await owner.selectFrom('client').select(['name_sv', 'sealed_secret']).execute()
  t.is(clients.length, 1)
  t.is(clients[0]?.name_sv, 'Ny')
  t.false(clients[0]?.sealed_secret?.includes('xxxx'))
})
