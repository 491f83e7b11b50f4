import test, { type ExecutionContext } from 'ava'
import { createAccount } from '../../src/accounts/create-account.js'
import type { Account } from '../../src/accounts/account.js'
import { findByUsername } from '../../src/accounts/find.js'
import { readPersonalIdentityNumber } from '../../src/accounts/personal-identity-number.js'
import { fromWithin } from '../../src/context/origin.js'
import type { Db } from '../../src/database/database.js'
import { fillWithDemoData } from '../../src/demo/demo-data.js'
import { demoPassword, demoPeople } from '../../src/demo/people.js'
import { relyingServiceSecret } from '../../src/demo/relying-service.js'
import { administratorsOf } from '../../src/organisations/administrators-of.js'
import { findOrganisation } from '../../src/organisations/find.js'
import { mayAdminister } from '../../src/permissions/may-administer.js'
import { permissionsOf } from '../../src/permissions/permissions-of.js'
import { keyRing, unseal } from '../../src/context/keys.js'
import { services } from '../../config/services.js'
import { freshDatabase } from '../support/database.js'
import { secrets } from '../support/rings.js'
import { testContext } from '../support/context.js'

test('every account of the demo takes its password, but for the new one, whose code waits in the mail', async (t) => {
  const { db, owner, context } = await filled(t)
  for (const { username, hasPassword } of demoPeople) {
    const { password } = await account(db, username)
    t.is(await context.hashing.matches(password, demoPassword), hasPassword, username)
  }
  t.is(demoPeople.find(({ hasPassword }) => !hasPassword)?.username, 'ny10001')
  const { id } = await account(db, 'ny10001')
  const [code, ...more] = await owner.selectFrom('one_time_password').select(['purpose', 'account_id']).execute()
  t.deepEqual([code, more], [{ purpose: 'initial', account_id: id }, []])
})

test('each account may use what the contract says', async (t) => {
  const { db } = await filled(t)
  for (const [username, ...held] of [
    ['rapport10001', '10001 studeranderapportering', '10001 studietider'],
    ['rapport10002', '10002 studietider'],
    ['budget0999', '0999 studiestartsstod-budget'],
    ['utan10001'],
    ['handlaggare1'],
    ['admin10001'],
  ] as const) {
    const { id: accountId } = await account(db, username)
    const permissions = await permissionsOf(db, { accountId, services: Object.keys(services) })
    t.deepEqual(
      permissions.map(({ organisation, service }) => `${organisation} ${service}`),
      held,
      username,
    )
  }
})

test('who lost the permission has had one, and the row tells why it ended', async (t) => {
  const { db } = await filled(t)
  const { id } = await account(db, 'utan10001')
  const [grant, ...more] = await db.selectFrom('grant').selectAll().where('account_id', '=', id).execute()
  t.is(more.length, 0)
  t.is(grant?.end_reason, 'has left')
})

for (const [username, codes] of [
  ['admin10001', ['10001']],
  ['admin10002', ['10002', '10003']],
] as const) {
  test(`${username} administers ${codes.join(' and ')} and nothing else`, async (t) => {
    const { db } = await filled(t)
    const { id: accountId } = await account(db, username)
    const administered: string[] = []
    for (const code of ['10001', '10002', '10003']) {
      const organisation = await findOrganisation(db, { kind: 'school', code })
      if (organisation === undefined) throw new Error(code)
      const input = { accountId, organisationId: organisation.id, service: 'studietider' }
      if (await mayAdminister(db, input)) administered.push(code)
      t.is((await administratorsOf(db, organisation.id)).length, 1)
    }
    t.deepEqual(administered, [...codes])
  })
}

test('the people of the demo are invented: their numbers are valid and from the range for tests', (t) => {
  for (const { person } of demoPeople) {
    const { personalIdentityNumber: number } = person
    t.is(readPersonalIdentityNumber(number, '2026-01-01'), number)
    t.regex(number, /^\d{8}98\d\d$/)
    t.regex(person.email, /\.example$/)
  }
  t.is(new Set(demoPeople.map(({ person }) => person.personalIdentityNumber)).size, demoPeople.length)
})

test('two nodes that start at once fill the database once, and a later start changes nothing', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext({ issuer: 'http://localhost:3000' })
  const start = async () => await fillWithDemoData(db, context, {})
  t.deepEqual((await Promise.all([start(), start()])).toSorted(), ['filled', 'not-empty'])
  const before = await traces(owner)
  t.is(await start(), 'not-empty')
  t.is(await traces(owner), before)
  t.is((await owner.selectFrom('account').select('id').execute()).length, demoPeople.length)
})

test('a database with anybody in it is left alone', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const person = { personalIdentityNumber: '197001019809', givenName: 'Rut', familyName: 'Prov', email: null }
  await db.transaction().execute(async (trx) => await createAccount(trx, { person, from: fromWithin('test') }))
  t.is(await fillWithDemoData(db, testContext()), 'not-empty')
  t.is((await owner.selectFrom('account').select('id').execute()).length, 1)
})

test('the demo’s service is registered anew when the master secret or its address has changed', async (t) => {
  const { db } = await freshDatabase(t)
  const person = { personalIdentityNumber: '197001019809', givenName: 'Rut', familyName: 'Prov', email: null }
  await db.transaction().execute(async (trx) => await createAccount(trx, { person, from: fromWithin('test') }))
  const registered = async (secret: string, address: string) => {
    const context = testContext({ keys: keyRing([secret]), issuer: 'http://localhost:3000' })
    await fillWithDemoData(db, context, { address })
    const client = await db.selectFrom('client').selectAll().where('id', '=', 'mina-tjanster').executeTakeFirstOrThrow()
    t.is(unseal(context.keys, client.sealed_secret ?? ''), relyingServiceSecret(context.keys))
    return client.redirect_uris
  }
  t.deepEqual(await registered('one secret', 'http://localhost:3001'), ['http://localhost:3001/callback'])
  t.deepEqual(await registered('another secret', 'http://localhost:3001'), ['http://localhost:3001/callback'])
  t.deepEqual(await registered('another secret', 'http://localhost:4001'), ['http://localhost:4001/callback'])
})

test('two demo nodes that know the same master secrets give the relying service one secret', (t) => {
  t.is(relyingServiceSecret(keyRing(secrets.known)), relyingServiceSecret(keyRing(secrets.newest)))
  t.not(relyingServiceSecret(keyRing(secrets.former)), relyingServiceSecret(keyRing(secrets.present)))
})

const filled = async (t: ExecutionContext) => {
  const database = await freshDatabase(t)
  const context = testContext()
  await fillWithDemoData(database.db, context)
  return { ...database, context }
}

const account = async (db: Db, username: string): Promise<Account> => {
  const found = await findByUsername(db, username)
  if (found === undefined) throw new Error(username)
  return found
}

const traces = async (owner: Db) => (await owner.selectFrom('audit_event').select('seq').execute()).length
