import { existsSync } from 'node:fs'
import path from 'node:path'
import { CannotStart, readConfig, type Config } from '../config.js'
import { openDatabase, serviceRole, type Db } from '../database/database.js'
import type { Log } from '../log.js'
import { connectDatabase } from '../server/connect-database.js'
import { openContext } from '../server/start-services.js'
import { processEnvironment } from '../server/process-environment.js'
import type { AppContext } from '../context/app-context.js'

/**
 * In the service's role, as every change is made. The database is the one that the settings name, or the demo's that is
 * there already; a command says which, and makes neither a database nor a secret.
 * @throws CannotStart when there is none
 */
export async function inDatabase(act: (db: Db, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(processEnvironment.environment, processEnvironment.readFile)
  process.stderr.write(`Database: ${databaseOf(config)}\n`)
  const place = await connectDatabase(config, warnings, { mayShare: true, isPatient: false })
  const db = openDatabase({ url: place.url, role: serviceRole, size: 2 })
  try {
    await act(db, config)
  } finally {
    await db.destroy()
    await place.close()
  }
}

/** Keys under the secret of the service that uses this database: another secret's codes and seals are worth nothing. */
export async function contextOf(config: Config): Promise<AppContext> {
  const file = path.resolve(config.dataDirectory, 'secret')
  if (config.secrets !== undefined || existsSync(file)) return await openContext(config)
  throw new CannotStart(
    `No master secret is given, and there is none in ${file}: set PORTVAKT_SECRET or PORTVAKT_SECRET_FILE as the service has it.`,
  )
}

/** For a person to recognise, without a password. */
const databaseOf = ({ databaseUrl, dataDirectory }: Config): string => {
  if (databaseUrl !== undefined) {
    const { username, host, pathname } = new URL(databaseUrl)
    return `${pathname.slice(1)} at ${host}${username === '' ? '' : `, as ${username}`}`
  }
  const directory = path.resolve(dataDirectory, 'postgres')
  if (existsSync(path.join(directory, 'data'))) return `the embedded one in ${directory}`
  throw new CannotStart(
    `No database is given, and there is no embedded one in ${directory}: set DATABASE_URL as the service has it, in the environment or in a file .env here. A command makes no database.`,
  )
}

export const say = (words: string): void => void process.stdout.write(`${words}\n`)

export const complain = (words: string): void => {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}

/** What a command writes of what goes on around it. */
export const warnings: Log = {
  debug: () => undefined,
  info: () => undefined,
  // A warning is no failure: the command goes on, and its exit code says how that went.
  warn: (_facts, words) => void process.stderr.write(`${words}\n`),
  error: (_facts, words) => complain(words),
}
