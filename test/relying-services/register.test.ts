import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { changeClient } from '../../src/relying-services/change.js'
import type { Registration } from '../../src/relying-services/client.js'
import { findClient, liveClient, secretsOf } from '../../src/relying-services/find.js'
import { registerClient } from '../../src/relying-services/register.js'
import { renewSecret } from '../../src/relying-services/renew-secret.js'
import { turnOff, turnOn } from '../../src/relying-services/turn-off.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'
import { from, registration, together } from './fixture.js'

const id = 'rapportering'

async function desk(t: ExecutionContext) {
  const { db, owner } = await freshDatabase(t)
  const context = testContext({ issuer: 'https://id.example.se' })
  const register = async (given: Partial<Registration> = {}, name = id) =>
    await together(
      db,
      async (trx) =>
        await registerClient(trx, context, { id: name, registration: { ...registration, ...given }, from }),
    )
  const change = async (version: number, given: Partial<Registration> = {}) =>
    await together(
      db,
      async (trx) =>
        await changeClient(trx, context, { id, version, registration: { ...registration, ...given }, from }),
    )
  const renew = async (version: number, formerWorksForHours: 0 | 24) =>
    await together(db, async (trx) => await renewSecret(trx, context, { id, version, formerWorksForHours, from }))
  const kinds = async () =>
    (await owner.selectFrom('audit_event').select('kind').orderBy('seq').execute()).map(({ kind }) => kind)
  return { db, owner, context, register, change, renew, kinds }
}

test('a new client gets a secret of its own, which the database has sealed and the record has not', async (t) => {
  const { db, owner, context, register } = await desk(t)
  const outcome = await register()
  const secret = outcome.kind === 'registered' ? (outcome.secret ?? '') : ''
  t.regex(secret, /^[\w-]{43}$/)
  t.deepEqual(await secretsOf(db, context, id), { secret, former: undefined })
  const { rows } = await sql<{ all: string }>`
    select (select string_agg(client::text, '') from client) || (select string_agg(audit_event::text, '') from audit_event)
      as all`.execute(owner)
  t.false(rows[0]?.all.includes(secret))
  const other = await register({}, 'en-till')
  t.not(other.kind === 'registered' && other.secret, secret)
})

test('a client without a secret of its own gets none', async (t) => {
  const { register } = await desk(t)
  t.deepEqual(await register({ authMethod: 'none' }), { kind: 'registered', secret: undefined })
})

test('an id is given once, also when its client is turned off, and never that of our own tools', async (t) => {
  const { db, register } = await desk(t)
  await register()
  t.deepEqual(await register({ name: { sv: 'En annan', en: 'Another' } }), { kind: 'taken' })
  await together(db, async (trx) => await turnOff(trx, { id, from }))
  t.deepEqual(await register(), { kind: 'taken' })
  t.is((await findClient(db, id))?.name.sv, 'Rapportering')
  for (const name of ['', 'ab', 'Rapportering', 'a b c', 'å-ä-ö', 'a'.repeat(65)]) {
    t.deepEqual(await register({}, name), { kind: 'no-id' }, name)
  }
})

test('everything that is wrong is told at once, and nothing is registered', async (t) => {
  const { owner, register, kinds } = await desk(t)
  const outcome = await register({
    name: { sv: ' ', en: 'Reporting' },
    redirectUris: ['https://a.example/svar', 'http://a.example/svar'],
    services: ['finns-inte'],
    authMethod: 'private_key_jwt',
  })
  t.deepEqual(outcome, {
    kind: 'faulty',
    faults: [
      { field: 'nameSv', what: 'name' },
      { field: 'redirectUris', what: 'not-https', address: 'http://a.example/svar' },
      { field: 'services', what: 'services' },
      { field: 'publicKeys', what: 'keys-missing' },
    ],
  })
  t.like(await register({ services: [] }), { kind: 'faulty' })
  t.like(await register({ redirectUris: [] }), { faults: [{ field: 'redirectUris', what: 'none' }] })
  const many = Array.from({ length: 21 }, (_, place) => `https://a.example/${place}`)
  t.like(await register({ redirectUris: many }), { faults: [{ field: 'redirectUris', what: 'too-many' }] })
  t.deepEqual(await owner.selectFrom('client').select('id').execute(), [])
  t.deepEqual(await kinds(), [])
})

test('of two officers who change the same client one does, and the other is told', async (t) => {
  const { db, register, change } = await desk(t)
  await register()
  t.like(await change(1, { homeUri: 'https://ny.example.se/' }), { kind: 'changed' })
  t.deepEqual(await change(1, { homeUri: 'https://annan.example.se/' }), { kind: 'changed-meanwhile' })
  t.like(await findClient(db, id), { homeUri: 'https://ny.example.se/', version: 2 })
})

test('a change tells the record which parts, and one that changes nothing tells nothing', async (t) => {
  const { owner, register, change, kinds } = await desk(t)
  await register()
  t.deepEqual(await change(1), { kind: 'unchanged' })
  t.deepEqual(await kinds(), ['client-registered'])
  await change(1, { services: ['studeranderapportering', 'studietider'], mayRefresh: true })
  const event = await owner.selectFrom('audit_event').select('details').where('kind', '=', 'client-changed').execute()
  t.deepEqual(event, [{ details: { client: id, changed: 'services mayRefresh' } }])
})

test('a secret stays through changes, is made when one is needed, and goes when it is not', async (t) => {
  const { db, context, register, change } = await desk(t)
  await register()
  const first = await secretsOf(db, context, id)
  t.deepEqual(await change(1, { authMethod: 'client_secret_post' }), { kind: 'changed', secret: undefined })
  t.deepEqual(await secretsOf(db, context, id), first)
  await change(2, { authMethod: 'none' })
  t.is(await secretsOf(db, context, id), undefined)
  const again = await change(3)
  t.regex(again.kind === 'changed' ? (again.secret ?? '') : '', /^[\w-]{43}$/)
  t.notDeepEqual(await secretsOf(db, context, id), first)
})

test('a new secret stops the former one at once, or lets it work for a day more', async (t) => {
  const { db, owner, context, register, renew } = await desk(t)
  await register()
  const first = (await secretsOf(db, context, id))?.secret
  const second = await renew(1, 24)
  t.is(second.kind, 'renewed')
  t.deepEqual(await secretsOf(db, context, id), {
    secret: second.kind === 'renewed' ? second.secret : '',
    former: first,
  })
  await travel(owner, '23 hours 59 minutes')
  t.is((await secretsOf(db, context, id))?.former, first)
  await travel(owner, '2 minutes')
  t.is((await secretsOf(db, context, id))?.former, undefined)
  t.deepEqual(await renew(1, 0), { kind: 'changed-meanwhile' }, 'the page sent twice')
  await renew(2, 24)
  t.is((await renew(3, 0)).kind, 'renewed')
  t.is((await secretsOf(db, context, id))?.former, undefined, 'at once')
})

test('who has no secret gets none by asking for a new one', async (t) => {
  const { register, renew } = await desk(t)
  t.deepEqual(await renew(1, 0), { kind: 'not-there' })
  await register({ authMethod: 'none' })
  t.deepEqual(await renew(1, 0), { kind: 'has-none' })
})

test('a client is turned off once and on once, keeps its id and its secret, and takes part in nothing meanwhile', async (t) => {
  const { db, context, register, kinds } = await desk(t)
  await register()
  const before = await secretsOf(db, context, id)
  const off = async () => await together(db, async (trx) => await turnOff(trx, { id, from }))
  const on = async () => await together(db, async (trx) => await turnOn(trx, { id, from }))
  t.deepEqual(await on(), { kind: 'not-turned' })
  t.deepEqual(await off(), { kind: 'turned' })
  t.deepEqual(await off(), { kind: 'not-turned' })
  t.is(await liveClient(db, id), undefined)
  t.is(await secretsOf(db, context, id), undefined)
  t.deepEqual(await on(), { kind: 'turned' })
  t.deepEqual(await secretsOf(db, context, id), before)
  t.deepEqual(await kinds(), ['client-registered', 'client-turned-off', 'client-turned-on'])
})

test('our own tools are nobody’s to change or to turn off', async (t) => {
  const { db, owner, context, register } = await desk(t)
  await register()
  await owner.updateTable('client').set({ is_own_tool: true, services: [] }).execute()
  const input = { id, version: 1, registration, from }
  t.deepEqual(await together(db, async (trx) => await changeClient(trx, context, input)), { kind: 'not-there' })
  t.deepEqual(await together(db, async (trx) => await turnOff(trx, { id, from })), { kind: 'not-turned' })
  const renewal = { id, version: 1, formerWorksForHours: 0, from } as const
  t.deepEqual(await together(db, async (trx) => await renewSecret(trx, context, renewal)), { kind: 'not-there' })
})
