import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { relyingServiceId, relyingServiceSecret } from '../demo/relying-service.js'
import type { Log } from '../log.js'
import type { AppContext } from '../context/app-context.js'

const program = fileURLToPath(new URL('../demo/mina-tjanster/main.js', import.meta.url))

/** Starts the demo's relying service as a process of its own. It ends when the channel to us closes, however we end. */
export function startRelyingService(context: AppContext, log: Log, port: number): () => Promise<void> {
  const child = fork(program, {
    env: {
      PATH: process.env['PATH'],
      ISSUER: context.issuer,
      PORT: String(port),
      CLIENT_ID: relyingServiceId,
      CLIENT_SECRET: relyingServiceSecret(context.keys),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.once('exit', (code) => {
    if (code !== 0 && child.connected) log.warn({ code }, 'the demo service Mina tjänster has ended')
  })
  child.on('error', (error) => log.warn({ err: error }, 'the demo service Mina tjänster did not start'))
  return async () => {
    child.kill('SIGTERM')
    await Promise.race([ended, new Promise((resolve) => void setTimeout(resolve, 2_000))])
    child.kill('SIGKILL')
  }
}
