import path from 'node:path'
import pg from 'pg'
import { CannotStart, type Config } from '../config.js'
import { startServer } from '../database/embedded.js'
import type { Log } from '../log.js'
import { layFoundation } from './foundation.js'

/** The database that the settings name, migrated. */
export interface Place {
  readonly url: string
  readonly close: () => Promise<void>
}

export interface Opening {
  /** A command works beside the service; the service itself alone. */
  readonly mayShare: boolean
  /** A service waits for a database that is down; a command does not. */
  readonly isPatient: boolean
  readonly signal?: AbortSignal
}

/** @throws CannotStart with what to do about it. */
export async function openPlace(config: Config, log: Log, opening: Opening): Promise<Place> {
  const place = config.databaseUrl === undefined ? await openEmbedded(config, log, opening) : given(config.databaseUrl)
  try {
    await migrateWhenThere(place.url, log, opening)
    return place
  } catch (error) {
    await place.close()
    throw error
  }
}

const given = (url: string): Place => ({ url, close: async () => undefined })

const openEmbedded = async (config: Config, log: Log, { mayShare }: Opening): Promise<Place> => {
  const server = await startServer({
    directory: path.join(config.dataDirectory, 'postgres'),
    log: (line) => log.warn({}, line),
    mayShare,
  })
  await makeDatabase(server.url('postgres'))
  return { url: server.url('portvakt'), close: server.stop }
}

const makeDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('create database portvakt')
  } catch (error) {
    // 42P04: it is there already. 23505: somebody makes it at this moment.
    if (!['42P04', '23505'].includes(codeOf(error))) throw error
  } finally {
    await client.end()
  }
}

const migrateWhenThere = async (url: string, log: Log, { isPatient, signal }: Opening): Promise<void> => {
  for (let wait = 250; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      await layFoundation(url)
      return
    } catch (error) {
      if (error instanceof CannotStart) throw error
      const code = codeOf(error)
      if (/^(28|3D|42501)/.test(code))
        throw new CannotStart(`DATABASE_URL is refused by the database: ${message(error)}.`, { cause: error })
      if (!isAway(error, code)) throw error
      const words = `The database cannot be reached (${message(error)}): start it, or correct DATABASE_URL.`
      if (!isPatient || signal?.aborted === true) throw new CannotStart(words, { cause: error })
      log.warn({ code }, `${words} Trying again.`)
    }
    await new Promise((resolve) => void setTimeout(resolve, wait))
  }
}

/** Connection refused or lost, host unknown, no answer in time; or the server itself says that it is not ready. */
const isAway = (error: unknown, code: string): boolean =>
  /^(?:E[A-Z]+|08...|57P..|53...)$/.test(code) || /timeout|terminated|ECONN/i.test(message(error))

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ''

/** Several addresses of one host fail as one error without words of its own. */
const message = (error: unknown): string => {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error]
  return first instanceof Error ? first.message : String(first)
}
