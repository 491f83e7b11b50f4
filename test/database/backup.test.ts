import { randomBytes } from 'node:crypto'
import path from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { openDatabase, serviceRole } from '../../src/database/database.js'
import { readSchema } from '../../src/database/schema-objects.js'
import { migrateAll } from '../../src/server/migrate-all.js'
import { relyingParty } from '../oidc/relying-party.js'
import { signedInAs } from '../own-account/client.js'
import { openBrowser } from '../support/browser.js'
import { runClientProgram, type ProgramResult } from '../support/client-programs.js'
import { onServer, patience, serverForTests, type FreshDatabase } from '../support/database.js'
import { changes, dump } from '../support/dump.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { command, temporaryFolder } from '../support/service.js'

/** The demo's people, and what some have done: signed in, and failed to. */
const livedIn = async (t: ExecutionContext): Promise<TestApp> => {
  const app = await startTestApp(t, { isWorkerOff: true })
  const { enter } = await relyingParty(t, app)
  await enter('rapport10001')
  await signedInAs(t, app, 'admin10001')
  const stranger = openBrowser(t, app.home)
  await stranger.open('/konto')
  stranger.fill('Användarnamn', 'rapport10002')
  stranger.fill('Lösenord', 'inte det här')
  t.is(await stranger.press('Logga in'), 422)
  return app
}

const emptyDatabase = async (t: ExecutionContext): Promise<FreshDatabase> => {
  const server = await serverForTests()
  const name = `b_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template template0`)
  const ownerUrl = `${server}/${name}`
  const [db, owner] = [openDatabase({ url: ownerUrl, role: serviceRole, patience }), openDatabase({ url: ownerUrl })]
  t.teardown(async () => {
    await Promise.all([db.destroy(), owner.destroy()])
    await onServer(server, `drop database ${name} with (force)`)
  })
  return { db, owner, ownerUrl }
}

const schemaOf = async ({ owner }: Pick<FreshDatabase, 'owner'>) =>
  (await readSchema(owner)).objects.map(({ name, definition }) => `${name}: ${definition}`)

/** As docs/operate.md has it. */
const ways = {
  custom: async (from: string, to: string, file: string): Promise<[ProgramResult, ProgramResult]> => [
    await runClientProgram('pg_dump', ['--format=custom', `--file=${file}`, from]),
    await runClientProgram('pg_restore', [`--dbname=${to}`, file]),
  ],
  plain: async (from: string, to: string, file: string): Promise<[ProgramResult, ProgramResult]> => [
    await runClientProgram('pg_dump', ['--format=plain', `--file=${file}`, from]),
    await runClientProgram('psql', ['--quiet', '--no-psqlrc', `--file=${file}`, to]),
  ],
  parallel: async (from: string, to: string, file: string): Promise<[ProgramResult, ProgramResult]> => [
    await runClientProgram('pg_dump', ['--format=directory', '--jobs=2', `--file=${file}`, from]),
    await runClientProgram('pg_restore', ['--jobs=2', `--dbname=${to}`, file]),
  ],
}

/** Programs of version 18 set what a server before 17 does not know, which changes nothing. */
const errorsIn = ({ output }: ProgramResult) =>
  output.split('\n').filter((line) => line.includes('ERROR') && !line.endsWith('parameter "transaction_timeout"'))

for (const [way, copy] of Object.entries(ways)) {
  test(`a ${way} dump of a lived-in database is restored whole, and people sign in to it (F-46)`, async (t) => {
    const app = await livedIn(t)
    const restored = await emptyDatabase(t)
    const rows = await dump(app.owner)

    const file = path.join(await temporaryFolder(t), 'dump')
    const [dumping, restoring] = await copy(app.ownerUrl, restored.ownerUrl, file)
    t.like(dumping, { code: 0 }, dumping.output)
    t.deepEqual(errorsIn(restoring), [])

    t.deepEqual(changes({ schema: await schemaOf(app) }, { schema: await schemaOf(restored) }), [])
    t.deepEqual(changes(rows, await dump(restored.owner)), [])
    for (const table of ['audit_event', 'session', 'organisation', 'one_time_password', 'client', 'oidc_record']) {
      t.true((rows[`public.${table}`] ?? []).length > 0, table)
    }

    t.deepEqual(await migrateAll(restored.ownerUrl), { kind: 'migrated', names: [] })
    const settings = {
      DATABASE_URL: restored.ownerUrl,
      PORTVAKT_SECRET: 'ett-hemligt-ord-som-bara-finns-i-det-har-testet',
    }
    const verified = await command(['audit', 'verify'], settings)
    t.regex(verified.out, /The chain is whole/, verified.err)
    const ended = await command(['restored'], settings)
    t.regex(ended.out, /Ended: 2 sessions/, ended.err)

    const again = await startTestApp(t, { database: restored, isWorkerOff: true })
    const { enter } = await relyingParty(t, again, { id: 'efterat' })
    t.truthy((await enter('rapport10001')).access_token)
  })
}
