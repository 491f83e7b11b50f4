import type { Server } from 'node:http'
import { CannotStart } from '../config.js'

export interface ListeningPlace {
  readonly host: string
  readonly port: number
  /** The setting that names the port. */
  readonly setting: 'PORT' | 'MANAGEMENT_PORT'
}

/** @throws CannotStart when the place is taken or not ours. */
export async function listen(server: Server, { host, port, setting }: ListeningPlace): Promise<void> {
  // Limits for the slow and the hanging: headers, a whole request, and an idle connection. A proxy keeps an idle one for
  // a minute; were we the first to let go, a form that it sends just then would be lost.
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${cause.code})`
      reject(new CannotStart(`${host}:${port} ${taken}: set ${setting} to another port.`, { cause }))
    })
    server.listen(port, host, resolve)
  })
}
