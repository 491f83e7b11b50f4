import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { signalCounter } from '../../src/server/shutdown.js'
import { freePort } from '../support/free-port.js'
import { startService, temporaryFolder, until } from '../support/service.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const commands = {
  'npm start': ['npm', 'start', '--ignore-scripts'],
  'npx portvakt serve': ['npx', 'portvakt', 'serve'],
} as const

/** Processes of this group, and those that name this folder, as "pid command". */
const remaining = (group: number | undefined, folder: string): string[] =>
  execFileSync('ps', ['-eo', 'pid=,pgid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [])
    .filter(([, , pgid, state, args]) => !state?.startsWith('Z') && (Number(pgid) === group || args?.includes(folder)))
    .map(([, pid, , , args]) => `${pid} ${args}`)

/** A demo with a database and a demo service, ready, in a process group of its own as systemd and a terminal give it. */
const startGroup = async (t: ExecutionContext, [program, ...args]: readonly [string, ...string[]]) => {
  const folder = await temporaryFolder(t)
  const [port, managementPort, demoPort] = [await freePort(t), await freePort(t), await freePort(t)]
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: path.join(folder, 'var'),
      PORT: String(port),
      MANAGEMENT_PORT: String(managementPort),
      DEMO_PORT: String(demoPort),
    },
  })
  const group = child.pid ?? 0
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => void written.push(chunk.toString('utf8')))
  }
  const isClosed = new Promise((resolve) => void child.once('close', resolve))
  t.teardown(() => {
    if (remaining(group, folder).length > 0) process.kill(-group, 'SIGKILL')
    if (!t.passed) t.log(written.join(''))
  })
  const status = async (address: string) => (await fetch(address).catch(() => undefined))?.status
  await until(async () => (await status(`http://127.0.0.1:${managementPort}/health/ready`)) === 200, 200_000)
  await until(async () => (await status(`http://127.0.0.1:${demoPort}/`)) === 200)
  return {
    port,
    written: () => written.join(''),
    /** Resolves when all that was written has been read, which may be after the last process is gone. */
    isClosed,
    /** The program alone, as when somebody picks npm out of the list of processes. */
    killParent: () => child.kill('SIGKILL'),
    kill: (signal: NodeJS.Signals) => process.kill(-group, signal),
    remaining: () => remaining(group, folder),
  }
}

/** A form that is half sent; `finish` sends the rest and resolves to the answer. */
const halfSentForm = async (port: number) => {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => void (answer += chunk.toString('utf8')))
  const closed = new Promise((resolve) => void socket.once('close', resolve))
  socket.write(
    'POST /losenordskiosk/andra HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 3\r\n\r\na',
  )
  return {
    finish: async () => {
      socket.write('=b')
      await closed
      return answer
    },
  }
}

for (const [name, command] of Object.entries(commands)) {
  test(`a SIGTERM to the whole group of ${name} is one wish: requests under way are answered and no process is left`, async (t) => {
    const service = await startGroup(t, command)
    t.true(service.remaining().some((line) => line.includes('postgres')))
    const form = await halfSentForm(service.port)
    service.kill('SIGTERM')
    await until(() => service.written().includes('the service is closing'))
    t.regex(await form.finish(), /^HTTP\/1\.1 4\d\d /)
    await until(() => service.remaining().length === 0)
    await service.isClosed
    t.regex(service.written(), /"the service is closed"/)
  })

  test(`a SIGKILL to the whole group of ${name} leaves no process behind`, async (t) => {
    const service = await startGroup(t, command)
    service.kill('SIGKILL')
    await until(() => service.remaining().length === 0)
    t.deepEqual(service.remaining(), [])
  })

  test(`a SIGKILL to ${name} alone ends the service in order and leaves no process behind (G7)`, async (t) => {
    const service = await startGroup(t, command)
    service.killParent()
    await until(() => service.remaining().length === 0)
    await service.isClosed
    t.regex(service.written(), /"the service is closed"/)
  })
}

const onLinux = existsSync('/proc/self/status') ? test : test.skip

onLinux('a service whose npm is gone before it begins ends in order', async (t) => {
  const [port, managementPort, databasePort] = [await freePort(t), await freePort(t), await freePort(t)]
  // The shell ends at once, as npm's does when npm's signal reaches it before us.
  const shell = spawn('sh', ['-c', '"$NODE" dist/src/main.js & echo $!'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      NODE: process.execPath,
      npm_lifecycle_event: 'start',
      npm_lifecycle_script: 'node dist/src/main.js',
      npm_config_user_agent: 'npm/11.0.0 node/v24.0.0 linux x64',
      DATABASE_URL: `postgres://x@127.0.0.1:${databasePort}/x`,
      PORT: String(port),
      MANAGEMENT_PORT: String(managementPort),
    },
  })
  let written = ''
  shell.stdout.on('data', (chunk: Buffer) => void (written += chunk.toString('utf8')))
  t.teardown(() => {
    if (!written.includes('"the service is closed"')) process.kill(Number.parseInt(written, 10), 'SIGKILL')
  })
  await until(() => written.includes('"the service is closed"'))
  t.regex(written, /"the end of our parent"/)
})

test('signals within two seconds of the first are one wish, and a later one is another', (t) => {
  let now = 0
  const next = signalCounter(() => now)
  t.is(next(), 'first')
  for (const at of [1, 500, 1_999]) {
    now = at
    t.is(next(), 'same')
  }
  now = 2_000
  t.is(next(), 'again')
})

test('a signal that is repeated after two seconds ends the service at once, and its embedded server with it (F-40)', async (t) => {
  const folder = await temporaryFolder(t)
  const service = await startService(t, { DATA_DIR: path.join(folder, 'var') })
  const asking = setInterval(() => service.process.kill('SIGTERM'), 100)
  t.teardown(() => clearInterval(asking))
  t.is(await service.ended, 1)
  clearInterval(asking)
  await until(() => remaining(undefined, folder).length === 0)
  t.notRegex(service.written(), /"the service is closed"/)
})
