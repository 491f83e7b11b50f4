import { request } from 'node:http'
import { connect } from 'node:net'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

/** One request with the target and the headers letter for letter, where fetch would tidy them up. */
export async function ask(
  home: string,
  target: string,
  given: {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string | Buffer
  } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(home)
  const { method = 'GET', headers = {}, body } = given
  return await new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const lines = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join('\n')])
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(lines) as Answer['headers'],
          body: Buffer.concat(chunks).toString('utf8'),
        })
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** What comes back for bytes that need not even be a request. */
export async function shout(home: string, bytes: string, patience = 5_000): Promise<string> {
  const { hostname, port } = new URL(home)
  return await new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) })
    let heard = ''
    socket.setTimeout(patience, () => socket.destroy(new Error(`no answer: ${heard}`)))
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
    socket.write(Buffer.from(bytes, 'latin1'))
  })
}
