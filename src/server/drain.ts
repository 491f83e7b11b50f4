import type { Server } from 'node:http'

/** What has been opened, to be closed in the opposite order. */
export interface Disposables {
  readonly add: (name: string, close: () => unknown) => void
  /** Closes all; what fails to close is told and does not hold up the others. */
  readonly closeAll: () => Promise<void>
}

export function disposables(tell: (name: string, error: unknown) => void): Disposables {
  const opened: { readonly name: string; readonly close: () => unknown }[] = []
  return {
    add: (name, close) => void opened.push({ name, close }),
    closeAll: async () => {
      for (let last = opened.pop(); last !== undefined; last = opened.pop()) {
        const { name, close } = last
        await Promise.resolve()
          .then(close)
          .catch((error: unknown) => tell(name, error))
      }
    },
  }
}

/**
 * Stops taking connections, lets the requests under way be answered, and closes each connection with its answer;
 * after the limit the rest are cut.
 */
export async function drain(server: Server, limitMilliseconds: number): Promise<void> {
  if (!server.listening) return
  server.prependListener('request', (_request, response) => {
    response.setHeader('connection', 'close')
  })
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), limitMilliseconds)
    // A connection whose answer was under way becomes idle only afterwards.
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}
