import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { CannotStart } from '../config.js'
import type { Home } from './home.js'
import { findPostmaster } from './postmaster.js'

export interface Launching {
  /** The port it had before; undefined takes any that is free. */
  readonly port: number | undefined
  readonly isDurable: boolean
}

/** Starts a server on the directory unless another process does so first: PostgreSQL itself lets in only one. */
export async function launch(home: Home, { port, isDurable }: Launching): Promise<void> {
  let output = ''
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const settings = [...standing, ...(isDurable ? durable : fast), `port=${port ?? (await freePort())}`]
    const options = settings.map((setting) => `-c ${setting}`).join(' ')
    const ran = await home.programs.run('pg_ctl', [
      'start',
      '-D',
      home.data,
      '-l',
      home.log,
      '-w',
      '-t',
      '120',
      '-o',
      options,
    ])
    if (ran.isDone || (await findPostmaster(home.data)) !== undefined) return
    output = ran.output
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new CannotStart(
    `The embedded PostgreSQL does not start: ${await lastFatal(home, output)} (its log: ${home.log})`,
  )
}

/** Only for this machine, and its log without the values of rows. */
const standing = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_error_verbosity=terse',
  'log_min_messages=warning',
  'timezone=UTC',
  'log_timezone=UTC',
  'lc_messages=C',
]
const durable = ['max_connections=200', 'fsync=on', 'synchronous_commit=on', 'full_page_writes=on']
/** Of tests: dozens run at the same time, each with its own pools. */
const fast = ['max_connections=1000', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

const freePort = async (): Promise<number> =>
  await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const lastFatal = async (home: Home, output: string): Promise<string> => {
  const log = await readFile(home.log, 'utf8').catch(() => '')
  const lines = `${output}\n${log}`.split('\n').filter((line) => /FATAL|PANIC|could not/.test(line))
  return lines.at(-1)?.trim() ?? 'without saying why'
}
