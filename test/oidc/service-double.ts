import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Lifetime } from '../support/database.js'

/** What a relying service is sent from behind, and answers as it was told to. */
export interface ServiceDouble {
  readonly address: string
  readonly taken: Taken[]
}

export interface Taken {
  readonly path: string
  readonly method: string
  readonly type: string
  readonly fields: URLSearchParams
  /** The parts of the logout token, its signature unread. */
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly token: string
}

export type Answer = (response: ServerResponse) => void

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end()
/** Takes the request and says nothing. */
export const silence: Answer = () => undefined
/** A body without end, as fast as it is read. */
export const flood: Answer = (response) => {
  response.writeHead(200)
  const pour = () => {
    while (response.write(Buffer.alloc(64 * 1024))) if (response.destroyed) return
  }
  response.on('drain', pour)
  pour()
}

/** Answers with each of these in turn, and with the last ever after. */
export async function serviceDouble(t: Lifetime, ...answers: readonly Answer[]): Promise<ServiceDouble> {
  const taken: Taken[] = []
  const server = createServer((request, response) => {
    void serve(request, response)
  })
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const one = await take(request)
    const answer = answers[Math.min(taken.length, answers.length - 1)] ?? status(200)
    taken.push(one)
    answer(response)
  }
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken }
}

const take = async (request: IncomingMessage): Promise<Taken> => {
  const fields = new URLSearchParams((await buffer(request)).toString('utf8'))
  const token = fields.get('logout_token') ?? ''
  const [header, claims] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8') || '{}')
  return {
    path: request.url ?? '',
    method: request.method ?? '',
    type: request.headers['content-type'] ?? '',
    fields,
    token,
    header: JSON.parse(header ?? '{}'),
    claims: JSON.parse(claims ?? '{}'),
  }
}
