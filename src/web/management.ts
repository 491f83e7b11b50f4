import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'

/** What is asked of the running house by those who watch it. */
export interface Watched {
  /** True when a request would be answered now. */
  readonly isReady: () => Promise<boolean>
  readonly metrics: Registry
}

/** Health and metrics, on a port of their own that no stranger reaches. */
export function managementServer({ isReady, metrics }: Watched): Server {
  return createServer((request, response) => {
    switch (request.method === 'GET' ? (request.url ?? '') : '') {
      case '/health/live':
        return answer(response, 200, 'live')
      case '/health/ready':
        return void isReady().then((ready) =>
          ready ? answer(response, 200, 'ready') : answer(response, 503, 'not ready'),
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

const answer = (response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(`${text.trimEnd()}\n`)
}
