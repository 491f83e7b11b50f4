/**
 * Being in an embedded server: everybody who uses it holds a shared advisory lock in it, the service itself an exclusive
 * one besides. PostgreSQL lets go of both when a process dies, however it dies.
 */
import pg from 'pg'
import { CannotStart } from '../config.js'
import type { Home } from './home.js'

const inUse = 7_216_001
const owned = 7_216_002

export async function connect(connectionString: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 2_000,
    query_timeout: 10_000,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    // 28P01: the password is not this server's. Waiting will not make it so.
    if ((error as { code?: string }).code !== '28P01') return undefined
    throw new CannotStart('The password kept with the embedded PostgreSQL is not its own; restore both or neither.')
  }
}

/** False when somebody is stopping the server at this moment. */
export async function enter(client: pg.Client): Promise<boolean> {
  return await take(client, 'pg_try_advisory_lock_shared', inUse).catch(() => false)
}

/** False when another service has it. */
export async function own(client: pg.Client): Promise<boolean> {
  return await take(client, 'pg_try_advisory_lock', owned)
}

/** The last one out stops the server; our lock is held meanwhile, so that nobody comes in. */
export async function leave(home: Home, client: pg.Client): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [inUse])
    await stopUnused(home, client)
    await client.end()
  } catch {
    // The server is gone, which is what was wanted.
  }
}

/** Stops the server unless somebody is in it. */
export async function stopUnused(home: Home, client: pg.Client): Promise<boolean> {
  if (!(await take(client, 'pg_try_advisory_lock', inUse))) return false
  return (await home.programs.run('pg_ctl', ['stop', '-D', home.data, '-m', 'fast', '-w', '-t', '60'])).isDone
}

export function addressOf(home: Home, port: number, database: string): string {
  return `postgres://${home.user}:${home.password}@127.0.0.1:${port}/${database}`
}

const take = async (client: pg.Client, attempt: string, lock: number): Promise<boolean> => {
  const { rows } = await client.query<{ taken: boolean }>(`select ${attempt}($1) as taken`, [lock])
  return rows[0]?.taken === true
}
