import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Lifetime } from './database.js'
import { freePort } from './free-port.js'

/** A wire to the database that can be cut, and that can swallow everything while it looks whole. */
export interface Wire {
  /** The address of the database by way of the wire. */
  readonly url: string
  /** Ends every connection and refuses new ones. */
  readonly cut: () => Promise<void>
  /** Takes what is sent, new connections too, and lets nothing through in either direction. */
  readonly swallow: () => void
  /** Swallows everything from the first bytes towards the database that hold these words. */
  readonly swallowFrom: (words: string) => void
  readonly isSwallowing: () => boolean
  readonly mend: () => Promise<void>
}

export async function layWire(t: Lifetime, databaseUrl: string): Promise<Wire> {
  const far = new URL(databaseUrl)
  const ends = new Set<Socket>()
  let isSwallowing = false
  let cue: string | undefined
  const server = createServer((near) => {
    const beyond = connect({ host: far.hostname, port: Number(far.port) })
    for (const [from, to] of [
      [near, beyond],
      [beyond, near],
    ] as const) {
      ends.add(from)
      from.on('data', (bytes: Buffer) => {
        isSwallowing ||= from === near && cue !== undefined && bytes.includes(cue)
        if (!isSwallowing) to.write(bytes)
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        ends.delete(from)
        if (!isSwallowing) to.destroy()
      })
    }
  })
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening').catch(async (error: unknown) => {
      if (!isInUse(error)) throw error
      await wait(20)
      await listen(port)
    })
  }
  // It is listened on again after a cut: meanwhile the system gives it to nobody else.
  const port = await freePort(t)
  await listen(port)
  const hangUp = () => {
    for (const end of ends) end.destroy()
  }
  t.teardown(() => {
    server.close()
    hangUp()
  })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    cut: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
      hangUp()
      await closed
    },
    swallow: () => {
      isSwallowing = true
    },
    swallowFrom: (words) => {
      cue = words
    },
    isSwallowing: () => isSwallowing,
    mend: async () => {
      cue = undefined
      // What was swallowed is lost: the connections of before are dead on one side, and nobody tells the other.
      if (isSwallowing) for (const end of ends) end.removeAllListeners('data').resume()
      isSwallowing = false
      if (!server.listening) await listen(port)
    },
  }
}

/**
 * Nobody else is given the port, but a process that another thread is just starting holds what was open when it was
 * forked, our closed listener too, until it has begun its own program.
 */
const isInUse = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
