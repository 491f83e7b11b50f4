import path from 'node:path'
import pg from 'pg'
import type { Config } from '../config.js'
import { startServer } from '../database/embedded.js'
import type { Log } from '../log.js'
import { migrateAll } from './migrate-all.js'
import { untilServed, type Patience } from './patience.js'

/** The database that the settings name, migrated. */
export interface ConnectedDatabase {
  readonly url: string
  readonly close: () => Promise<void>
}

export interface Opening extends Patience {
  /** A command works beside the service; the service itself alone. */
  readonly mayShare: boolean
}

/** @throws CannotStart with what to do about it. */
export async function connectDatabase(config: Config, log: Log, opening: Opening): Promise<ConnectedDatabase> {
  const place = config.databaseUrl === undefined ? await openEmbedded(config, log, opening) : given(config.databaseUrl)
  try {
    const { kind } = await untilServed(log, opening, async () => {
      if (config.databaseUrl === undefined) await makeDatabase(place.url)
      return await migrateAll(place.url)
    })
    if (kind === 'migrated' && opening.isPatient && !config.isDemo) log.warn({}, ownersConnection)
    return place
  } catch (error) {
    await place.close()
    throw error
  }
}

const ownersConnection =
  'The service is connected as the owner of the database, who may change anything in it: give it a user of its own in DATABASE_URL (docs/operate.md).'

const given = (url: string): ConnectedDatabase => ({ url, close: async () => undefined })

const openEmbedded = async (config: Config, log: Log, { mayShare }: Opening): Promise<ConnectedDatabase> => {
  const server = await startServer({
    directory: path.join(config.dataDirectory, 'postgres'),
    log: (line) => log.warn({}, line),
    mayShare,
  })
  return { url: server.url('portvakt'), close: server.stop }
}

const makeDatabase = async (url: string): Promise<void> => {
  const server = new URL(url)
  const name = server.pathname.slice(1)
  server.pathname = '/postgres'
  const client = new pg.Client({
    connectionString: server.href,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    query_timeout: 65_000,
  })
  // A server that goes away meanwhile says so beside the statement's own failure.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    // 42P04: it is there already. 23505: somebody makes it at this moment.
    if (!['42P04', '23505'].includes(String((error as { code?: string }).code))) throw error
  } finally {
    await client.end()
  }
}
