/**
 * A real PostgreSQL of our own, for a machine that has none. One that is at work already is found by its postmaster.pid.
 * Two services never share a directory, and the last one out stops the server; a guardian does that for a process that
 * could not, such as one that was killed outright.
 */
import type pg from 'pg'
import { CannotStart } from '../config.js'
import { guard } from './guardian.js'
import { openHome, type Home } from './home.js'
import { launch } from './launch.js'
import { findPostmaster } from './postmaster.js'
import { addressOf, connect, enter, leave, own } from './presence.js'
import { ourMajor, type PostgresMajor } from './programs.js'

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

const patience = 120_000

/** @throws CannotStart with what to do about it. */
export async function startServer(place: ServerPlace): Promise<Server> {
  const home = await openHome(place.directory, place.major ?? ourMajor)
  const found = await findPostmaster(home.data)
  const dismissGuardian = guard(place.directory, place.major ?? ourMajor)
  const presence = await comeIn(home, place, undefined)
  if (place.mayShare !== true && !(await takeOwnership(presence.client))) {
    await presence.client.end()
    throw new CannotStart(
      `Another Portvakt is at work on ${place.directory}: stop it, or set DATA_DIR, PORT, MANAGEMENT_PORT and DEMO_PORT to run a second one.`,
    )
  }
  const goOut = watch(home, place, presence)
  return {
    url: (database) => addressOf(home, presence.port, database),
    wasFound: found !== undefined,
    stop: async () => {
      await goOut()
      dismissGuardian()
    },
  }
}

interface Presence {
  client: pg.Client
  readonly port: number
}

/** Finds or starts the server, and is in it. Loses no patience while another process starts or stops it. */
const comeIn = async (home: Home, place: ServerPlace, port: number | undefined): Promise<Presence> => {
  const deadline = performance.now() + patience
  while (performance.now() < deadline) {
    const running = await findPostmaster(home.data)
    if (running === undefined) await launch(home, { port, isDurable: place.isDurable ?? true })
    const client = running?.port === undefined ? undefined : await connect(addressOf(home, running.port, 'postgres'))
    if (client !== undefined && running?.port !== undefined) {
      if (await enter(client)) return { client, port: running.port }
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
      const again = await comeIn(home, place, presence.port).catch((error: unknown) => place.log(String(error)))
      if (again === undefined) continue
      presence.client = again.client
      if (place.mayShare !== true) await own(again.client)
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

/** A service that was killed a moment ago may not have been missed yet. */
const takeOwnership = async (client: pg.Client): Promise<boolean> => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await own(client)) return true
    await pause(100)
  }
  return false
}

const pause = async (milliseconds: number) => await new Promise((resolve) => setTimeout(resolve, milliseconds))
