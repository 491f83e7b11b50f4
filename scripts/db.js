// `npm run db:psql`: SQL at the database that the settings name. `npm run db:reset`: empties development's embedded one,
// and refuses any other; the next start fills it with demo data.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import pg from 'pg'
import { CannotStart, readConfig } from '../dist/src/config.js'
import { startServer } from '../dist/src/database/embedded.js'
import { exitOnCannotStart, processEnvironment } from '../dist/src/server/process-environment.js'

const [action] = process.argv.slice(2)
const config = () => readConfig(processEnvironment.environment, processEnvironment.readFile)

const openEmbedded = async ({ dataDirectory }, mayShare) => {
  const directory = path.join(dataDirectory, 'postgres')
  if (!existsSync(path.join(directory, 'data')))
    throw new CannotStart(`There is no embedded database in ${path.resolve(directory)}: "npm start" makes one.`)
  return await startServer({ directory, mayShare, log: (line) => void process.stderr.write(`${line}\n`) })
}

async function reset() {
  const settings = config()
  if (settings.isProduction) throw new CannotStart('NODE_ENV=production: no database is reset.')
  if (settings.databaseUrl !== undefined)
    throw new CannotStart('DATABASE_URL is set: only the embedded database of development is reset.')
  const server = await openEmbedded(settings, false)
  try {
    await withClient(server.url('postgres'), async (client) => {
      await client.query('drop database if exists portvakt with (force)')
    })
  } finally {
    await server.stop()
  }
  process.stdout.write('The embedded database is empty. "npm start" fills it with demo data.\n')
}

async function psql() {
  const settings = config()
  const server = settings.databaseUrl === undefined ? await openEmbedded(settings, true) : undefined
  const url = settings.databaseUrl ?? server.url('portvakt')
  try {
    const { error } = spawnSync('psql', { stdio: 'inherit', env: { ...process.env, ...addressOf(url) } })
    if (error !== undefined) await withClient(url, ask)
  } finally {
    await server?.stop()
  }
}

/** In the environment, since every user of the machine reads the arguments of a program. */
const addressOf = (address) => {
  const { hostname, port, username, password, pathname, searchParams } = new URL(address)
  return {
    PGHOST: decodeURIComponent(hostname),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
    PGSSLMODE: searchParams.get('sslmode') ?? process.env.PGSSLMODE,
  }
}

/** Where psql is not installed: one statement a line. */
async function ask(client) {
  process.stderr.write('psql is not installed: one statement a line, Ctrl-D ends.\n')
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') await show(client, line)
  }
}

async function show(client, statement) {
  try {
    for (const { rows, command, rowCount } of [await client.query(statement)].flat()) {
      if (rows.length > 0) process.stdout.write(`${inspectRows(rows)}\n`)
      else process.stdout.write(`${command} ${rowCount ?? ''}\n`)
    }
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
  }
}

const inspectRows = (rows) => rows.map((row) => JSON.stringify(row)).join('\n')

async function withClient(connectionString, act) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}

await exitOnCannotStart(action === 'reset' ? reset : psql)
