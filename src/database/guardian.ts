/**
 * Stops an embedded server that is in use no longer, however its user ended: a process of its own, in a process group of
 * its own, whose standard input closes when its parent is gone. The server itself answers whether it is in use.
 */
import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import type { Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openHome } from './home.js'
import { findPostmaster } from './postmaster.js'
import { addressOf, connect, stopUnused } from './presence.js'
import { ourMajor, postgresMajors, type PostgresMajor } from './programs.js'

const program = fileURLToPath(import.meta.url)

/** Guards from now on; the answer dismisses the guardian of a server that was left in order. */
export function guard(directory: string, major: PostgresMajor): () => void {
  const child = spawn(process.execPath, [program, path.resolve(directory), major], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: path.parse(program).root,
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'] },
  })
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.unref()
  // A pipe is a socket; it shall not keep a finished command from ending.
  const pipe = child.stdin as unknown as Socket
  pipe.unref()
  return () => void child.kill('SIGKILL')
}

/** A server that starts just now is waited for, and so is the end of a connection whose process has died. */
const stopWhenUnused = async (directory: string, major: PostgresMajor): Promise<void> => {
  const isThere = await stat(path.join(directory, 'data')).catch(() => undefined)
  if (isThere === undefined) return
  const home = await openHome(directory, major)
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const running = await findPostmaster(home.data)
    const client = running?.port === undefined ? undefined : await connect(addressOf(home, running.port, 'postgres'))
    const isStopped = client !== undefined && (await stopUnused(home, client).catch(() => false))
    await client?.end().catch(() => undefined)
    if (isStopped) return
    await pause(500)
  }
}

if (process.argv[1] === program) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  await new Promise((resolve) => process.stdin.resume().on('end', resolve).on('error', resolve))
  await stopWhenUnused(process.argv[2] ?? '', postgresMajors.find((known) => known === process.argv[3]) ?? ourMajor)
}
