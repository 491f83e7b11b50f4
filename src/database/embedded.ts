/**
 * A real PostgreSQL of our own, for a machine that has none. It outlives us: after a `kill -9` of the service it is
 * found again by its postmaster.pid. Everybody who uses it holds a shared advisory lock in it, the service itself
 * an exclusive one besides; PostgreSQL lets go of both when the process dies, however it dies. So two services never
 * share a directory, and the last one out stops the server.
 */
import pg from 'pg'
import { CannotStart } from '../config.js'
import { openHome, type Home } from './home.js'
import { launch } from './launch.js'
import { findPostmaster } from './postmaster.js'
import type { PostgresMajor } from './programs.js'

export interface ServerPlace {
  /** Made when missing. */
  readonly directory: string
  readonly log: (line: string) => void
  /** Another Portvakt may be at work on the same directory: a command beside the service. */
  readonly mayShare?: boolean
  /** False only in tests: gives up what was answered when the machine stops. */
  readonly isDurable?: boolean
  /** An older one only in tests. */
  readonly major?: PostgresMajor
}

export interface Server {
  readonly url: (database: string) => string
  /** It was at work when we came. */
  readonly wasFound: boolean
  /** Leaves the server, and stops it when nobody else uses it. */
  readonly stop: () => Promise<void>
}

const inUse = 7_216_001
const owned = 7_216_002
const patience = 120_000

/** @throws CannotStart with what to do about it. */
export async function startServer(place: ServerPlace): Promise<Server> {
  const home = await openHome(place.directory, place.major)
  const found = await findPostmaster(home.data)
  const presence = await enter(home, place, undefined)
  if (place.mayShare !== true && !(await takeOwnership(presence.client))) {
    await presence.client.end()
    throw new CannotStart(
      `Another Portvakt is at work on ${place.directory}: stop it, or set DATA_DIR (and PORT) to run a second one.`,
    )
  }
  const stop = watch(home, place, presence)
  return { url: (database) => addressOf(home, presence.port, database), wasFound: found !== undefined, stop }
}

interface Presence {
  client: pg.Client
  readonly port: number
}

/** Finds or starts the server, and is in it. Loses no patience while another process starts or stops it. */
const enter = async (home: Home, place: ServerPlace, port: number | undefined): Promise<Presence> => {
  const deadline = performance.now() + patience
  while (performance.now() < deadline) {
    const running = await findPostmaster(home.data)
    if (running === undefined) await launch(home, { port, isDurable: place.isDurable ?? true })
    const client = running?.port === undefined ? undefined : await connect(addressOf(home, running.port, 'postgres'))
    if (client !== undefined && running?.port !== undefined) {
      if (await takeSharedLock(client)) return { client, port: running.port }
      await client.end().catch(() => undefined)
    }
    await pause(100)
  }
  throw new CannotStart(`The embedded PostgreSQL in ${place.directory} does not answer; its log is ${home.log}`)
}

/** Brings the server back on the same port when it goes away under us. The answer is how to leave it. */
const watch = (home: Home, place: ServerPlace, presence: Presence): (() => Promise<void>) => {
  const leaving = new AbortController()
  const comeBack = async () => {
    while (!leaving.signal.aborted) {
      const again = await enter(home, place, presence.port).catch((error: unknown) => place.log(String(error)))
      if (again === undefined) continue
      presence.client = again.client
      if (place.mayShare !== true) await takeLock(again.client, owned)
      again.client.on('end', onGone)
      if (leaving.signal.aborted) await leave(home, again.client)
      return place.log('The embedded PostgreSQL is back.')
    }
  }
  const onGone = () => {
    if (leaving.signal.aborted) return
    place.log('The embedded PostgreSQL has gone; starting it again.')
    void comeBack()
  }
  presence.client.on('end', onGone)
  return async () => {
    leaving.abort()
    await leave(home, presence.client)
  }
}

/** The last one out stops the server; our lock is held meanwhile, so that nobody comes in. */
const leave = async (home: Home, client: pg.Client): Promise<void> => {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [inUse])
    if (await takeLock(client, inUse)) await home.programs.run('pg_ctl', stopping(home))
    await client.end()
  } catch {
    // The server is gone, which is what was wanted.
  }
}

const stopping = (home: Home) => ['stop', '-D', home.data, '-m', 'fast', '-w', '-t', '60']

const connect = async (connectionString: string): Promise<pg.Client | undefined> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000, keepAlive: true })
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

/** A service that was killed a moment ago may not have been missed yet. */
const takeOwnership = async (client: pg.Client): Promise<boolean> => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await takeLock(client, owned)) return true
    await pause(100)
  }
  return false
}

const takeLock = async (client: pg.Client, lock: number) => await take(client, 'pg_try_advisory_lock', lock)
const takeSharedLock = async (client: pg.Client) =>
  await take(client, 'pg_try_advisory_lock_shared', inUse).catch(() => false)

const take = async (client: pg.Client, attempt: string, lock: number): Promise<boolean> => {
  const { rows } = await client.query<{ taken: boolean }>(`select ${attempt}($1) as taken`, [lock])
  return rows[0]?.taken === true
}

const addressOf = (home: Home, port: number, database: string) =>
  `postgres://${home.user}:${home.password}@127.0.0.1:${port}/${database}`

const pause = async (milliseconds: number) => await new Promise((resolve) => setTimeout(resolve, milliseconds))
