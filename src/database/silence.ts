import pg from 'pg'

/** Connections that are cut when the database has gone silent, so that what waits on them fails. */
export interface WatchedConnections {
  readonly add: (client: pg.PoolClient) => void
  readonly close: () => void
}

/**
 * A migration may rightly take minutes, so silence on its connection says little. A new connection says more: it is
 * opened every five seconds, and when three in a row get no answer the database is gone.
 */
export function watchForSilence(url: string): WatchedConnections {
  const clients = new Set<pg.PoolClient>()
  let unanswered = 0
  let isAsking = false
  const ask = async (): Promise<void> => {
    if (isAsking) return
    isAsking = true
    unanswered = (await answers(url)) ? 0 : unanswered + 1
    isAsking = false
    if (unanswered < 3) return
    // While a statement is under way, ending the client breaks off its connection.
    for (const client of clients) void (client as unknown as pg.Client).end().catch(() => undefined)
  }
  const timer = setInterval(() => void ask(), 5_000)
  return {
    add: (client) => {
      clients.add(client)
      // While one is lent out the pool does not listen to it, and what nobody listens to would end the program.
      client.on('error', () => undefined)
      client.once('end', () => clients.delete(client))
    },
    close: () => clearInterval(timer),
  }
}

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4_000, query_timeout: 4_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select')
    return true
  } catch (error) {
    // An answer is an answer, though it refuses us.
    return (error as { readonly severity?: unknown }).severity !== undefined
  } finally {
    void client.end().catch(() => undefined)
  }
}
