import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { cp, mkdir, readdir, symlink } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import pg from 'pg'
import { startServer } from '../../src/database/embedded.js'
import { freshDatabase, serverForTests } from '../support/database.js'
import { shout } from '../support/raw.js'
import { freePort } from '../support/free-port.js'
import { spawnService, startService, temporaryFolder, until } from '../support/service.js'

const fromRoot = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url))

test('wrong settings stop the start with the whole list', async (t) => {
  const service = await startService(t, { PORT: 'x', ISSUER: 'x', PORTVAKT_SECRETS: 'x', DATA_DIR: '/nowhere' })
  t.is(await service.ended, 1)
  t.deepEqual(
    service
      .written()
      .match(/^ {2}\w+/gm)
      ?.map((line) => line.trim())
      .toSorted((a, b) => a.localeCompare(b)),
    ['ISSUER', 'PORT', 'PORTVAKT_SECRETS'],
  )
})

test('a port that is taken is told in one line', async (t) => {
  const other = createServer()
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
  t.teardown(() => void other.close())
  const { port } = other.address() as AddressInfo
  const service = await startService(t, { PORT: String(port) })
  t.is(await service.ended, 1)
  t.is(service.written(), `127.0.0.1:${port} is taken: set PORT to another port.\n`)
})

test('the services stand in the database after every start, also without the demo', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  const folder = await temporaryFolder(t)
  const service = await startService(t, { DATABASE_URL: ownerUrl, DATA_DIR: folder })
  t.true(await service.isReady())
  t.is((await owner.selectFrom('service').select('code').execute()).length, 4)
  t.true((await owner.selectFrom('administered_by').select('service').execute()).length > 0)
})

test('two copies with ports and folders of their own run on one machine, each with its database and its demo service', async (t) => {
  const copies = await Promise.all(
    ['one', 'other'].map(async () => {
      const settings = { DATA_DIR: path.join(await temporaryFolder(t), 'var'), DEMO: 'true' }
      return await startService(t, settings)
    }),
  )
  for (const copy of copies) {
    t.true(await copy.isReady())
    await until(async () => (await fetch(copy.demoHome).catch(() => undefined))?.status === 200)
    const link = await fetch(`${copy.demoHome}/login`, { redirect: 'manual' })
    t.true(link.headers.get('location')?.startsWith(`${copy.home}/`), link.headers.get('location') ?? 'no address')
    t.regex(copy.written(), new RegExp(`Mina tjänster +${copy.demoHome}\n`))
  }
})

test('a demo on https starts, without the service that knows http only', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  const folder = await temporaryFolder(t)
  const settings = { DEMO: 'true', ISSUER: 'https://id.example.se', DATABASE_URL: ownerUrl, DATA_DIR: folder }
  const service = await startService(t, settings)
  t.true(await service.isReady())
  t.is((await owner.selectFrom('account').select('id').execute()).length, 9)
  t.deepEqual(await owner.selectFrom('client').select('id').execute(), [{ id: 'portvakt' }])
})

test('while every place at the hashing gate is taken, threads are left for the rest', async (t) => {
  const { ownerUrl } = await freshDatabase(t)
  const folder = await temporaryFolder(t)
  const settings = { DATABASE_URL: ownerUrl, DATA_DIR: folder, POLICY_HASHING_CONCURRENCY: '30' }
  const service = await startService(t, settings)
  const threads = await readdir(`/proc/${service.process.pid}/task`).catch(() => undefined)
  // Where /proc is missing, nobody lists them.
  t.true(threads === undefined || threads.length > 30 + 4, String(threads?.length))
})

test('a database that is down is waited for, alive and not ready (F-17)', async (t) => {
  const service = await spawnService(t, { DATABASE_URL: `postgres://x@127.0.0.1:${await freePort(t)}/x` })
  await until(() => service.written().includes('correct DATABASE_URL'))
  t.is(await service.health('live'), 200)
  t.is(await service.health('ready'), 503)
  t.deepEqual(await service.reasons(), ['starting'])
  const page = await fetch(service.home)
  t.is(page.status, 503)
  t.truthy(page.headers.get('retry-after'))
  service.process.kill('SIGINT')
  t.is(await service.ended, 0)
})

test('with a full log disk the service starts, answers and ends in order (F-45)', async (t) => {
  const full = openSync('/dev/full', 'w')
  const { ownerUrl } = await freshDatabase(t)
  const service = await startService(t, { DATABASE_URL: ownerUrl, DATA_DIR: await temporaryFolder(t) }, full)
  closeSync(full)
  t.true(await service.isReady())
  t.is((await fetch(`${service.home}/handbok`)).status, 200)
  service.process.kill('SIGINT')
  t.is(await service.ended, 0)
})

for (const program of ['dist/src/main.js', 'bin/portvakt.js']) {
  test(`${program} on a Node that is too old says so in one line and ends`, async (t) => {
    const folder = await temporaryFolder(t)
    // As after `npm prune --omit=dev`: without the Node that the project brings along.
    await cp(fromRoot('bin'), path.join(folder, 'bin'), { recursive: true })
    await symlink(fromRoot('dist'), path.join(folder, 'dist'))
    const older = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '22.19.9' } })`
    const { status, stderr } = spawnSync(process.execPath, ['--import', older, path.join(folder, program), '--help'], {
      encoding: 'utf8',
    })
    t.is(status, 1)
    t.is(stderr, 'Portvakt needs Node 22.20 or later, and this is 22.19.9.\n')
  })
}

test('npm start without the compiler starts what is built, and names a build that is missing', async (t) => {
  const folder = await temporaryFolder(t)
  await cp(fromRoot('scripts'), path.join(folder, 'scripts'), { recursive: true })
  await mkdir(path.join(folder, 'node_modules/.bin'), { recursive: true })
  const run = (script: string) =>
    spawnSync(process.execPath, [path.join(folder, 'scripts', script)], { encoding: 'utf8' })
  const missing = run('prestart.js')
  t.is(missing.status, 1)
  t.regex(missing.stderr, /^Portvakt is not built, and the compiler is not installed: run ".+"\.\n$/)
  t.is(run('prepare.js').status, 0)
  await symlink(fromRoot('dist'), path.join(folder, 'dist'))
  t.is(run('prestart.js').status, 0)
})

test('an embedded database that cannot be made just now is waited for, with one line and no stack', async (t) => {
  const folder = await temporaryFolder(t)
  const directory = path.join(folder, 'var', 'postgres')
  const server = await startServer({ directory, log: () => undefined, mayShare: true })
  t.teardown(server.stop)
  // While somebody is in it, no database is copied from it.
  const guest = new pg.Client({ connectionString: server.url('template1') })
  await guest.connect()
  const service = await spawnService(t, { DATA_DIR: path.join(folder, 'var') })
  await until(() => service.written().includes('Trying again.'))
  t.deepEqual(await service.reasons(), ['starting'])
  t.notRegex(service.written(), /^ +at /m)
  await guest.end()
  await until(service.isReady)
})

test('a database that refuses us stops the start in one line', async (t) => {
  const address = new URL(`${await serverForTests()}/postgres`)
  address.password = 'wrong'
  const service = await startService(t, { DATABASE_URL: address.href })
  t.is(await service.ended, 1)
  t.regex(service.written(), /^DATABASE_URL is refused by the database: [^\n]+\.\n$/)
})

test('whoever never finishes asking is cut off', async (t) => {
  const service = await spawnService(t, { DATABASE_URL: `postgres://x@127.0.0.1:${await freePort(t)}/x` })
  await until(() => service.written().includes('correct DATABASE_URL'))
  t.regex(await shout(service.home, 'GET / HTTP/1.1\r\nHost: x\r\n', 20_000), /^HTTP\/1\.1 408/)
})

test('an idle connection is kept longer than the minute that a proxy keeps it, so that no form is lost between them', async (t) => {
  const service = await spawnService(t, { DATABASE_URL: `postgres://x@127.0.0.1:${await freePort(t)}/x` })
  await until(() => service.written().includes('correct DATABASE_URL'))
  t.is((await fetch(service.home)).headers.get('keep-alive'), 'timeout=65')
})
