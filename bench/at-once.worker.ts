/** Sends every form at the same moment, from a thread of its own, so that only the service's work holds its event loop. */
import { request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

export interface Sent {
  readonly home: string
  readonly forms: readonly { readonly path: string; readonly cookie: string; readonly body: string }[]
}

const { home, forms } = workerData as Sent

const send = async ({ path, cookie, body }: Sent['forms'][number]): Promise<number> =>
  await new Promise((resolve) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length, cookie }
    const asking = request(new URL(path, home), { method: 'POST', headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
    asking.on('error', () => resolve(0))
    asking.end(body)
  })

const statuses = await Promise.all(forms.map(send))
parentPort?.postMessage(statuses) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread's port has no origin
