import test from 'ava'
import type { Db } from '../../src/database/database.js'
import { CannotStart } from '../../src/config.js'
import { signingKeys } from '../../src/oidc/keys/signing-keys.js'
import { sealKeysAnew } from '../../src/oidc/keys/seal-keys-anew.js'
import { orderInitial } from '../../src/one-time-passwords/order.js'
import { secretsOf } from '../../src/relying-services/find.js'
import { installClient } from '../../src/relying-services/install.js'
import { restingOnSecrets, secretsCheck, takeUpSecrets } from '../../src/server/master-secrets.js'
import { keyRing, SecretUnknown, unseal, type KeyRing } from '../../src/context/keys.js'
import { fromWithin } from '../../src/context/origin.js'
import { person } from '../login/fixture.js'
import { reporter } from '../one-time-passwords/reporter.js'
import { freshDatabase } from '../support/database.js'
import { secrets } from '../support/rings.js'
import { giveSigningKeys } from '../support/signing-keys.js'
import { testContext } from '../support/context.js'

const silent = { warn: () => undefined }
const clientSecret = 'a-secret-of-a-relying-service-that-is-long'

test('signing keys and client secrets are sealed anew under the newest secret at the first start with it (R-96, T24)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await livedIn(db, owner, secrets.former)
  const newest = await started(db, secrets.newest)
  const sealed = await owner.selectFrom('signing_key').select('sealed_private_jwk').execute()
  t.true(sealed.every(({ sealed_private_jwk: key }) => key.startsWith(newest.ids[0])))
  const present = await started(db, secrets.present)
  t.is((await secretsOf(db, { keys: present }, 'rapportering'))?.secret, clientSecret)
  t.is((await signingKeys(db, testContext({ keys: present }))).length, 2)
  t.deepEqual(await recorded(owner), [{ signingKeys: 2, clientSecrets: 1, peppers: 1, under: newest.ids[0] }])
})

test('a start that finds everything under the newest secret changes and records nothing', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await livedIn(db, owner, secrets.former)
  await started(db, secrets.newest)
  const before = await owner.selectFrom('signing_key').selectAll().execute()
  await started(db, secrets.newest)
  t.deepEqual(await owner.selectFrom('signing_key').selectAll().execute(), before)
  t.is((await recorded(owner)).length, 1)
})

test('a node whose newest secret is the former one takes back nothing that was sealed anew', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await livedIn(db, owner, secrets.former)
  await started(db, secrets.newest)
  const before = await owner.selectFrom('signing_key').selectAll().execute()
  const known = await started(db, secrets.known)
  t.deepEqual(await owner.selectFrom('signing_key').selectAll().execute(), before)
  t.is((await secretsOf(db, { keys: known }, 'rapportering'))?.secret, clientSecret)
})

test('a value that another node has sealed anew meanwhile is left as that node sealed it', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await livedIn(db, owner, secrets.former)
  const keys = keyRing(secrets.newest)
  await db.transaction().execute(async (trx) => await sealKeysAnew(trx, keys))
  const [sealed] = await owner.selectFrom('signing_key').select('sealed_private_jwk').execute()
  await started(db, secrets.newest)
  const [after] = await owner.selectFrom('signing_key').select('sealed_private_jwk').execute()
  t.deepEqual(after, sealed)
  t.truthy(unseal(keys, after?.sealed_private_jwk ?? ''))
})

test('a start without the secret that signing keys need ends in words, a line for each thing, and changes nothing', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const former = await livedIn(db, owner, secrets.former)
  const error = await t.throwsAsync(takeUpSecrets(db, keyRing(secrets.present), silent), { instanceOf: CannotStart })
  const [id] = former.ids
  t.deepEqual(error.message.split('\n'), [
    'A master secret is missing in PORTVAKT_SECRET:',
    `  signing keys (2) need the master secret ${id}, which is not here: nothing can be signed.`,
    `  client secrets (1) need the master secret ${id}, which is not here: their relying services are answered 503.`,
    `  passwords (1) need the master secret ${id}, which is not here: they cannot be compared, and their owners need a new one from the password kiosk.`,
    'Put it back, behind the newest one.',
  ])
  t.is((await owner.selectFrom('master_secret').select('id').execute()).length, 1)
})

test('a start without the secret of a code that waits says so and goes on', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const former = await livedIn(db, owner, secrets.former)
  const accountId = await reporter(db)
  const context = testContext({ keys: former })
  await db
    .transaction()
    .execute(async (trx) => await orderInitial(trx, context, { accountId, from: fromWithin('test') }))
  await started(db, secrets.newest)
  const told: string[] = []
  await takeUpSecrets(db, keyRing(secrets.present), { warn: (_facts, words) => void told.push(words) })
  t.is(told.length, 1)
  t.regex(
    told[0] ?? '',
    /^one-time passwords \(1\) need the master secret [0-9a-f]{8}, which is not here: they do not work/,
  )
})

test('readiness names what cannot be unsealed, and a newest secret of another node that is unknown', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const former = await livedIn(db, owner, secrets.former)
  const known = await started(db, secrets.known)
  t.deepEqual(await secretsCheck(db, former)(), [])
  const newest = await started(db, secrets.newest)
  const reasons = await secretsCheck(db, former)()
  t.deepEqual(
    reasons.map(({ name, blocks }) => ({ name, blocks })),
    ['master-secret-behind', 'master-secret-missing', 'master-secret-missing'].map((name) => ({ name, blocks: true })),
  )
  t.true(reasons.every(({ words }) => words.includes(newest.ids[0])))
  t.deepEqual(await secretsCheck(db, known)(), [])
  await t.throwsAsync(secretsOf(db, { keys: former }, 'rapportering'), { instanceOf: SecretUnknown })
})

test('each thing is shown beside the secret that it rests on', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const former = await livedIn(db, owner, secrets.former)
  const [old] = former.ids
  t.deepEqual(await restingOnSecrets(db, former), [
    { secretId: old, what: 'signing keys', count: 2 },
    { secretId: old, what: 'client secrets', count: 1 },
    { secretId: old, what: 'passwords', count: 1, keptUnder: old },
  ])
  const newest = await started(db, secrets.newest)
  const [young] = newest.ids
  t.deepEqual(await restingOnSecrets(db, newest), [
    { secretId: young, what: 'signing keys', count: 2 },
    { secretId: young, what: 'client secrets', count: 1 },
    { secretId: young, what: 'peppers', count: 1 },
    { secretId: old, what: 'passwords', count: 1, keptUnder: young },
  ])
})

const started = async (db: Db, masterSecrets: readonly string[]): Promise<KeyRing> => {
  const keys = keyRing(masterSecrets)
  await takeUpSecrets(db, keys, silent)
  return keys
}

/** A database in which there is a little of everything under these secrets. */
const livedIn = async (db: Db, owner: Db, masterSecrets: readonly string[]): Promise<KeyRing> => {
  const keys = await started(db, masterSecrets)
  const context = testContext({ keys })
  await giveSigningKeys(owner, keys)
  await person(db, context, 'anna')
  await db.transaction().execute(
    async (trx) =>
      await installClient(trx, context, {
        id: 'rapportering',
        name: { sv: 'Rapportering', en: 'Reporting' },
        homeUri: 'https://r.example.se/',
        authMethod: 'client_secret_basic',
        redirectUris: ['https://r.example.se/svar'],
        services: ['studietider'],
        secret: clientSecret,
        from: fromWithin('test'),
      }),
  )
  return keys
}

const recorded = async (owner: Db) =>
  (await owner.selectFrom('audit_event').where('kind', '=', 'sealed-anew').select('details').execute()).map(
    ({ details }) => details,
  )
