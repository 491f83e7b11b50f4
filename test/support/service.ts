import { spawn, type ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import { fileURLToPath } from 'node:url'
import type { ExecutionContext } from 'ava'
import { freePort } from './free-port.js'
import { makeTemporaryFolder } from './memory-disk.js'

/** The service as a process of its own, as an operator starts it. */
export interface TestService {
  readonly home: string
  readonly process: ChildProcess
  /** Where its demo service is, when it has one. */
  readonly demoHome: string
  /** Everything it has written so far, to either stream. */
  readonly written: () => string
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>
  readonly isReady: () => Promise<boolean>
  readonly health: (what: 'live' | 'ready') => Promise<number | undefined>
  /** The names of what it says that it cannot do. */
  readonly reasons: () => Promise<readonly string[]>
}

export type Settings = Readonly<Record<string, string>>

const fromRoot = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url))

/** A folder that is gone at the end with everything in it. */
export async function temporaryFolder(t: ExecutionContext): Promise<string> {
  const folder = await makeTemporaryFolder()
  t.teardown(async () => await rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** In milliseconds: a new database on a disk that makes sure of every write, on a machine with other work. */
const startingAtMost = 200_000

/** Starts it, and waits until it is ready or has ended. */
export async function startService(t: ExecutionContext, settings: Settings, output?: number): Promise<TestService> {
  const service = await spawnService(t, settings, output)
  const end = { isThere: false }
  void service.ended.then(() => (end.isThere = true))
  // Asking for longer would keep the file of tests open until the time is up.
  await until(async () => end.isThere || (await service.isReady()), startingAtMost).catch(() => {
    throw new Error(`It is not ready; so far it has written:\n${service.written()}`)
  })
  return service
}

/** What it writes is kept, unless it writes to an output of the test's. */
export async function spawnService(t: ExecutionContext, settings: Settings, output?: number): Promise<TestService> {
  const [port, managementPort, demoPort] = [
    String(await freePort(t)),
    String(await freePort(t)),
    String(await freePort(t)),
  ]
  const child = run(
    ['dist/src/main.js'],
    {
      DEMO: 'false',
      PORT: port,
      MANAGEMENT_PORT: managementPort,
      DEMO_PORT: demoPort,
      ...settings,
    },
    output,
  )
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  t.teardown(async () => {
    child.kill('SIGINT')
    await ended
    if (!t.passed) t.log(Buffer.concat(chunks).toString('utf8'))
  })
  const health = async (what: 'live' | 'ready') => {
    try {
      const response = await fetch(`http://127.0.0.1:${managementPort}/health/${what}`)
      // An answer that is not read to its end keeps its connection until memory is collected.
      await response.text()
      return response.status
    } catch {
      return undefined
    }
  }
  return {
    home: `http://localhost:${port}`,
    demoHome: `http://localhost:${demoPort}`,
    process: child,
    written: () => Buffer.concat(chunks).toString('utf8'),
    ended,
    health,
    reasons: async () => {
      const response = await fetch(`http://127.0.0.1:${managementPort}/health/ready`)
      const { reasons } = (await response.json()) as { readonly reasons: readonly { readonly name: string }[] }
      return reasons.map(({ name }) => name)
    },
    isReady: async () => (await health('ready')) === 200,
  }
}

export interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the operator's command to its end. */
export async function command(args: readonly string[], settings: Settings): Promise<Said> {
  const child = run(['bin/portvakt.js', ...args], settings)
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }
}

export async function until(holds: () => Promise<boolean> | boolean, milliseconds = 60_000): Promise<void> {
  const deadline = performance.now() + milliseconds
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('It did not come about in time.')
    await new Promise((resolve) => void setTimeout(resolve, 50))
  }
}

/** Nothing of this process's own settings comes along. */
const run = ([program = '', ...args]: readonly string[], settings: Settings, output?: number): ChildProcess =>
  spawn(process.execPath, [fromRoot(program), ...args], {
    env: { PATH: process.env['PATH'], LANG: 'en', ...settings },
    stdio: ['ignore', output ?? 'pipe', output ?? 'pipe'],
    cwd: os.tmpdir(),
  })
