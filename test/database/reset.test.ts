import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import test from 'ava'
import pg from 'pg'
import { startServer } from '../../src/database/embedded.js'
import { temporaryFolder } from '../support/service.js'

interface Ended {
  readonly code: number
  readonly output: string
}

const resetWith = async (settings: Readonly<Record<string, string>>): Promise<Ended> => {
  const environment = { PATH: process.env['PATH'] ?? '', ...settings }
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/db.js', 'reset'], { env: environment })
    return { code: 0, output: stdout }
  } catch (error) {
    const { code, stderr } = error as { readonly code: number; readonly stderr: string }
    return { code, output: stderr }
  }
}

const databasesIn = async (directory: string): Promise<readonly string[]> => {
  const server = await startServer({ directory, log: () => undefined })
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname = 'portvakt'")
  if (rows.length === 0) await client.query('create database portvakt')
  await client.end()
  await server.stop()
  return rows.map(({ datname }) => datname)
}

test('npm run db:reset drops the embedded database, and only when no service is at work on it', async (t) => {
  const folder = await temporaryFolder(t)
  const directory = path.join(folder, 'postgres')
  t.deepEqual(await databasesIn(directory), [])
  t.deepEqual(await databasesIn(directory), ['portvakt'])

  const service = await startServer({ directory, log: () => undefined })
  const refused = await resetWith({ DATA_DIR: folder })
  await service.stop()
  t.is(refused.code, 1)
  t.regex(refused.output, /Another Portvakt is at work/)
  t.deepEqual(await databasesIn(directory), ['portvakt'])

  t.like(await resetWith({ DATA_DIR: folder }), { code: 0 })
  t.deepEqual(await databasesIn(directory), [])
})

test('npm run db:reset refuses a database of an address, production, and a folder without a database', async (t) => {
  const DATA_DIR = await temporaryFolder(t)
  const given = { DATABASE_URL: 'postgres://portvakt:x@127.0.0.1:1/portvakt', DATA_DIR }
  t.like(await resetWith(given), {
    code: 1,
    output: 'DATABASE_URL is set: only the embedded database of development is reset.\n',
  })
  t.is((await resetWith({ DATA_DIR, NODE_ENV: 'production' })).code, 1)
  const nothing = await resetWith({ DATA_DIR })
  t.is(nothing.code, 1)
  t.regex(nothing.output, /There is no embedded database/)
})
