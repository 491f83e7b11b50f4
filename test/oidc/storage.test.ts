import { sql } from 'kysely'
import test from 'ava'
import { fromWithin } from '../../src/context/origin.js'
import { signingKeys } from '../../src/oidc/keys/signing-keys.js'
import { insertSigningKey } from '../../src/oidc/keys/signing-keys.queries.js'
import {
  consumeRecord,
  findRecord,
  insertGrant,
  insertOnce,
  saveRecord,
  sweepRecords,
  updateRecord,
} from '../../src/oidc/storage/storage.queries.js'
import { adapterOn } from '../../src/oidc/storage/adapter.js'
import { kept, restored } from '../../src/oidc/storage/artefact.js'
import { useOnce } from '../../src/oidc/storage/replay.js'
import { sweep } from '../../src/oidc/sweep.js'
import { digest } from '../../src/context/keys.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'

const from = fromWithin('test')
const code = (id: string, given: object = {}) => ({
  model: 'AuthorizationCode',
  idHash: digest(id),
  payload: { scope: 'openid' },
  grantId: 'g1',
  expiresInSeconds: 60,
  ...given,
})
const grant = (id: string, given: object = {}) => ({
  model: 'Grant',
  idHash: digest(id),
  payload: {},
  uid: 'session',
  grantId: id,
  clientId: 'rapportering',
  expiresInSeconds: 3600,
  ...given,
})

test('an artefact is used once: true, then false', async (t) => {
  const { db } = await freshDatabase(t)
  await saveRecord(db, code('c1'))
  t.true(await consumeRecord(db, code('c1')))
  t.false(await consumeRecord(db, code('c1')))
})

test('a used artefact is not made fresh by saving it again', async (t) => {
  const { db } = await freshDatabase(t)
  await saveRecord(db, code('c1'))
  await consumeRecord(db, code('c1'))
  await saveRecord(db, code('c1', { payload: { scope: 'openid profile' } }))
  t.false(await consumeRecord(db, code('c1')))
  t.deepEqual((await findRecord(db, code('c1')))?.payload, { scope: 'openid' })
})

test('the second use ends the grant and all it gave, and is written down', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await insertGrant(db, grant('g1'))
  await saveRecord(db, code('c1'))
  await saveRecord(db, code('t1', { model: 'AccessToken' }))
  await saveRecord(db, code('t2', { model: 'AccessToken', grantId: 'g2' }))
  await useOnce(db, code('c1'), from)
  await t.throwsAsync(useOnce(db, code('c1'), from), { message: 'invalid_grant' })
  const left = await owner.selectFrom('oidc_record').select('grant_id').execute()
  t.deepEqual(left, [{ grant_id: 'g2' }])
  const events = await owner.selectFrom('audit_event').select(['kind', 'result']).execute()
  t.deepEqual(events, [{ kind: 'code-replayed', result: 'refused' }])
})

test('one model’s id opens nothing of another’s', async (t) => {
  const { db } = await freshDatabase(t)
  await saveRecord(db, code('same'))
  t.is(await findRecord(db, code('same', { model: 'AccessToken' })), undefined)
})

test('what has expired by the database’s clock is not there, unless it was used', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await saveRecord(db, code('fresh'))
  await saveRecord(db, code('used'))
  await consumeRecord(db, code('used'))
  await travel(owner, '45 seconds')
  t.truthy(await findRecord(db, code('fresh')))
  await travel(owner, '16 seconds')
  t.is(await findRecord(db, code('fresh')), undefined)
  t.truthy(await findRecord(db, code('used')))
})

test('what must come once comes once: true, then false', async (t) => {
  const { db } = await freshDatabase(t)
  t.true(await insertOnce(db, code('jti', { model: 'ReplayDetection' })))
  t.false(await insertOnce(db, code('jti', { model: 'ReplayDetection' })))
})

test('an assertion that two requests have both found unused is taken from one of them', async (t) => {
  const { db } = await freshDatabase(t)
  const seen = adapterOn(db, testContext())('ReplayDetection')
  await seen.upsert('jti', { kind: 'ReplayDetection' }, 60)
  await t.throwsAsync(async () => await seen.upsert('jti', { kind: 'ReplayDetection' }, 60), {
    message: 'invalid_client',
  })
})

test('a session gives one client one grant, until that has expired', async (t) => {
  const { db, owner } = await freshDatabase(t)
  t.true(await insertGrant(db, grant('g1')))
  t.false(await insertGrant(db, grant('g2')))
  t.true(await updateRecord(db, grant('g1')))
  t.false(await updateRecord(db, grant('g2')))
  t.true(await insertGrant(db, grant('g3', { clientId: 'annan' })))
  await travel(owner, '61 minutes')
  t.true(await insertGrant(db, grant('g2')))
})

test('what has expired is swept in batches, but a used code stays as long as its grant', async (t) => {
  const { db, owner } = await freshDatabase(t)
  for (let number = 1; number <= 25; number += 1) await saveRecord(db, code(`c${number}`))
  await insertGrant(db, grant('g1'))
  await consumeRecord(db, code('c1'))
  await travel(owner, '2 minutes')
  t.is(await db.transaction().execute((trx) => sweepRecords(trx, 10)), 10)
  t.is(await sweep(db, 10), 14)
  t.truthy(await findRecord(db, code('c1')))
  await travel(owner, '2 hours')
  t.is(await sweep(db), 2)
})

test('while one node sweeps, the others pass by', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await saveRecord(db, code('c1'))
  await travel(owner, '2 minutes')
  await owner.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('portvakt oidc sweep'))`.execute(trx)
    t.is(await sweep(db), 0)
  })
  t.is(await sweep(db), 1)
})

test('what is kept of an artefact has its id nowhere, and is whole again for who brings it', (t) => {
  const id = 'hemligheten-som-ingen-far-se'
  const payload = {
    jti: id,
    kind: 'Interaction',
    returnTo: `http://localhost:3000/oidc/auth/${id}`,
    session: { accountId: 'a', uid: 'u', cookie: 'kakans-varde' },
  }
  const record = kept('Interaction', id, payload)
  const stored = JSON.stringify(record.payload)
  t.false(stored.includes(id) || stored.includes('kakans-varde'))
  t.deepEqual(restored(id, JSON.parse(stored)), { ...payload, session: { accountId: 'a', uid: 'u' } })
})

test('the signing keys are made once, also when two nodes start at once, and are the same ever after', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  const [one, two] = await Promise.all([signingKeys(db, context), signingKeys(db, context)])
  t.deepEqual(one, two)
  t.deepEqual(await signingKeys(db, context), one)
  t.deepEqual(
    one.map(({ alg }) => alg),
    ['ES256', 'RS256'],
  )
  const events = await owner.selectFrom('audit_event').select('kind').execute()
  t.deepEqual(events, [{ kind: 'signing-keys-created' }, { kind: 'signing-keys-created' }])
  const second = { kid: 'en till', alg: 'ES256', sealed_private_jwk: 'x' } as const
  t.false(await db.transaction().execute((trx) => insertSigningKey(trx, second)))
})
