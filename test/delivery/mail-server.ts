import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import type { ExecutionContext } from 'ava'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'

export interface Taken {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
}

export interface MailServerOfTest {
  readonly url: string
  /** What it has read to its end, whatever it answered. */
  readonly taken: Taken[]
}

/** What the server answers when a whole mail has been read: nothing is a 250. `die` tears every connection down. */
export type Answer = (nth: number, die: () => void) => Promise<Error | undefined>

/** A real SMTP server on this machine, which answers as it is told. */
export async function mailServer(
  t: ExecutionContext,
  answer: Answer = async () => undefined,
  options: SMTPServerOptions = {},
): Promise<MailServerOfTest> {
  const taken: Taken[] = []
  const sockets = new Set<Socket>()
  const die = () => {
    for (const socket of sockets) socket.destroy()
  }
  const read = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const { mailFrom, rcptTo } = session.envelope
    taken.push({
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map(({ address }) => address),
      raw: Buffer.concat(chunks).toString('utf8'),
    })
    return await answer(taken.length, die)
  }
  const answerTo = async (...[stream, session, callback]: Parameters<NonNullable<SMTPServerOptions['onData']>>) =>
    callback((await read(stream, session).catch((cut: Error) => cut)) ?? null)
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, callback) => {
      void answerTo(stream, session, callback)
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  t.teardown(async () => await new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, taken }
}

export const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })
