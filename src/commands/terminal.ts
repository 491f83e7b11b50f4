import { readConfig, type Config } from '../config.js'
import { openDatabase, serviceRole, type Db } from '../database/database.js'
import type { Log } from '../log.js'
import { openPlace } from '../serving/place.js'
import { surroundings } from '../serving/surroundings.js'

/** In the service's role, as every change is made; an embedded server that is not running is started for this. */
export async function inDatabase(act: (db: Db, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(surroundings.environment, surroundings.readFile)
  const place = await openPlace(config, warnings, { mayShare: true, isPatient: false })
  const db = openDatabase({ url: place.url, role: serviceRole, size: 2 })
  try {
    await act(db, config)
  } finally {
    await db.destroy()
    await place.close()
  }
}

export const say = (words: string): void => void process.stdout.write(`${words}\n`)

export const complain = (words: string): void => {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}

const warnings: Log = {
  info: () => undefined,
  warn: (_facts, words) => complain(words),
  error: (_facts, words) => complain(words),
}
