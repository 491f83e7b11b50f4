import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'

/** What those who watch the running service ask of it. */
export interface Watched {
  /** What cannot be done now; none when all is well. */
  readonly reasons: () => Promise<readonly WatchedReason[]>
  readonly metrics: Registry
}

/** Named for a monitor, in words for a person; one that blocks keeps traffic away. */
export interface WatchedReason {
  readonly name: string
  readonly words: string
  readonly blocks: boolean
}

/** Health and metrics, on a port of their own that no stranger reaches. */
export function managementServer({ reasons, metrics }: Watched): Server {
  return createServer((request, response) => {
    switch (request.method === 'GET' ? (request.url ?? '') : '') {
      case '/health/live':
        return answer(response, 200, 'live')
      case '/health/ready':
        return void reasons().then(
          (found) => answerReasons(response, found),
          () => answerReasons(response, [{ name: 'unknown', words: 'The checks failed.', blocks: true }]),
        )
      case '/metrics':
        return void metrics.metrics().then(
          (text) => answer(response, 200, text, metrics.contentType),
          () => answer(response, 500, 'no metrics'),
        )
      default:
        return answer(response, 404, 'not found')
    }
  })
}

const answerReasons = (response: ServerResponse, reasons: readonly WatchedReason[]): void => {
  const isReady = !reasons.some(({ blocks }) => blocks)
  answer(response, isReady ? 200 : 503, JSON.stringify({ ready: isReady, reasons }), 'application/json')
}

const answer = (response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(`${text.trimEnd()}\n`)
}
