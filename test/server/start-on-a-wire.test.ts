import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { layWire } from '../support/cuttable.js'
import { freshDatabase } from '../support/database.js'
import { spawnService, temporaryFolder, until } from '../support/service.js'

/** Starts by way of a wire that the test cuts. */
const startOnWire = async (t: ExecutionContext, before: (wire: Awaited<ReturnType<typeof layWire>>) => void) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  const wire = await layWire(t, ownerUrl)
  before(wire)
  const service = await spawnService(t, { DATABASE_URL: wire.url, DATA_DIR: await temporaryFolder(t), DEMO: 'true' })
  const isWaiting = async () => service.written().includes('Trying again.') && (await service.health('live')) === 200
  return { owner, wire, service, isWaiting }
}

const hasNoStack = (t: ExecutionContext, written: string) => t.notRegex(written, /^ +at |node:internal/m)

test('a database that accepts connections and says nothing is waited for at the start, alive and not ready', async (t) => {
  const { wire, service, isWaiting } = await startOnWire(t, ({ swallow }) => swallow())
  await until(isWaiting)
  t.deepEqual(await service.reasons(), ['starting'])
  hasNoStack(t, service.written())
  await wire.mend()
  await until(service.isReady)
})

for (const [how, strike] of [
  ['falls silent', 'swallow'],
  ['cuts the connection', 'cut'],
] as const) {
  test(`a database that ${how} in the middle of a migration is waited for, with one line and no stack (F-15)`, async (t) => {
    const { owner, ownerUrl } = await freshDatabase(t)
    const wire = await layWire(t, ownerUrl)
    await owner.connection().execute(async (migrator) => {
      await sql`select pg_advisory_lock(7216003)`.execute(migrator)
      const service = await spawnService(t, { DATABASE_URL: wire.url, DATA_DIR: await temporaryFolder(t) })
      const waitsInLine = async () => {
        const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`.execute(migrator)
        return rows.length > 0
      }
      await until(waitsInLine)
      await wire[strike]()
      await until(() => service.written().includes('Trying again.'))
      t.is(await service.health('live'), 200)
      hasNoStack(t, service.written())
      await wire.mend()
      // The wire keeps its far end open; in time the server asks after its client, and finds nobody.
      await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(migrator)
      await sql`select pg_advisory_unlock(7216003)`.execute(migrator)
      await until(service.isReady)
    })
  })
}

/** Words that stand in one statement of the step, and in none before it. */
const steps = {
  'while the schema is looked at': 'from kysely_migration',
  'while the schema is compared': 'queue_stats_',
  'while the queues are laid': 'create_queue',
  'while rights are given': 'grant select',
  'while the secrets are taken up': '"master_secret"',
  'while the services are installed': '"administered_by"',
  'while the demo is filled in': 'insert into "person"',
  'while the worker starts': 'pgboss.job',
}

for (const [when, words] of Object.entries(steps)) {
  test(`a database that falls silent ${when} is waited for, with one line and no stack`, async (t) => {
    const { wire, service } = await startOnWire(t, ({ swallowFrom }) => swallowFrom(words))
    await until(wire.isSwallowing)
    await until(() => service.written().includes('Trying again.'))
    t.is(await service.health('live'), 200)
    hasNoStack(t, service.written())
    // A server whose network is back finds out by its keepalive, later than a test waits.
    await wire.cut()
    await wire.mend()
    await until(service.isReady)
  })
}

test('a database that fails between the migration and the open port is waited for, with one line and no stack', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  await sql`create function refuse() returns trigger language plpgsql as
    $$begin raise exception 'full' using errcode = '53100'; end$$`.execute(owner)
  await sql`create trigger refuse before insert or update on service execute function refuse()`.execute(owner)
  const service = await spawnService(t, { DATABASE_URL: ownerUrl, DATA_DIR: await temporaryFolder(t) })
  await until(() => service.written().includes('Trying again.'))
  t.deepEqual(await service.reasons(), ['starting'])
  hasNoStack(t, service.written())
  await sql`drop trigger refuse on service`.execute(owner)
  await until(service.isReady)
})
