import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'ava'
import { openBrowser, type Browser } from '../support/browser.js'
import { freePort } from '../support/free-port.js'
import { command, spawnService, startService, temporaryFolder, until } from '../support/service.js'

const postmaster = (folder: string) =>
  readFileSync(path.join(folder, 'var/postgres/data/postmaster.pid'), 'utf8').split('\n')[0]

test('killed outright, its server goes too; started again, it has the same data and secret', async (t) => {
  const folder = await temporaryFolder(t)
  const settings = { DATA_DIR: path.join(folder, 'var') }
  const file = path.join(folder, 'schools.csv')
  await writeFile(file, 'code,name\n0999,Norrsjö kommun\n')
  const importing = ['organisation', 'import', file, '--kind', 'municipality']

  const first = await startService(t, settings)
  const secret = readFileSync(path.join(folder, 'var/secret'), 'utf8')
  t.is((await command(importing, settings)).out, '1 added, 0 changed, 0 unchanged.\n')
  t.truthy(postmaster(folder))
  first.process.kill('SIGKILL')
  await first.ended
  await until(() => !existsSync(path.join(folder, 'var/postgres/data/postmaster.pid')))

  const second = await startService(t, settings)
  t.true(await second.isReady())
  t.is((await command(importing, settings)).out, '0 added, 0 changed, 1 unchanged.\n')
  t.is(readFileSync(path.join(folder, 'var/secret'), 'utf8'), secret)
})

test('who is signed in stays so, and what was counted stays counted, when it is killed outright or stopped (R-19, G1)', async (t) => {
  const folder = await temporaryFolder(t)
  const port = String(await freePort(t))
  const home = `http://localhost:${port}`
  const settings = { DATA_DIR: path.join(folder, 'var'), DEMO: 'true', DEMO_PORT: '3001', PORT: port, ISSUER: home }
  const keys = async () => await (await fetch(`${home}/oidc/jwks`)).text()
  const first = await startService(t, settings)
  const before = await keys()
  const [person, guesser] = [openBrowser(t, home), openBrowser(t, home)]
  await signIn(person, 'rapport10001', 'Vintern kom tidigt 2026')
  t.regex(person.path(), /^\/callback\?code=/)
  for (let turn = 0; turn < 3; turn += 1) await signIn(guesser, 'rapport10002', 'fel lösenord')
  t.regex(guesser.words(), /Du har ett försök kvar/)
  first.process.kill('SIGKILL')
  await first.ended

  const second = await startService(t, settings)
  t.true(await second.isReady())
  t.is(await keys(), before)
  await person.open(`${home}${asking}&prompt=none`)
  t.regex(person.path(), /^\/callback\?code=/, 'the cookie of before still opens the session')
  await signIn(guesser, 'rapport10002', 'fel lösenord')
  t.regex(guesser.words(), /spärrad/, 'the fourth wrong one, however often it was started')
  second.process.kill('SIGINT')
  t.is(await second.ended, 0)

  await startService(t, settings)
  t.is(await keys(), before)
  await person.open(`${home}${asking}&prompt=none`)
  t.regex(person.path(), /^\/callback\?code=/)
  await signIn(guesser, 'rapport10002', 'Vintern kom tidigt 2026')
  t.regex(guesser.words(), /spärrad/)
  t.is((await command(['audit', 'verify'], settings)).code, 0)
})

/** What the demo's relying service asks with; nobody needs to be there. */
const asking = `/oidc/auth?${new URLSearchParams({
  client_id: 'mina-tjanster',
  response_type: 'code',
  scope: 'openid',
  redirect_uri: 'http://localhost:3001/callback',
  code_challenge: 'x'.repeat(43),
  code_challenge_method: 'S256',
}).toString()}`

const signIn = async (browser: Browser, username: string, password: string): Promise<void> => {
  await browser.open(asking)
  browser.fill('Användarnamn', username)
  browser.fill('Lösenord', password)
  await browser.press('Logga in')
}

test('it comes back when its embedded server is killed under it', async (t) => {
  const folder = await temporaryFolder(t)
  const service = await startService(t, { DATA_DIR: path.join(folder, 'var') })
  const killed = postmaster(folder)
  process.kill(Number(killed), 'SIGKILL')
  await until(async () => !(await service.isReady()))
  await until(service.isReady)
  t.not(postmaster(folder), killed)
})

test('a second service on the same directory is refused in one line, and the first goes on', async (t) => {
  const folder = await temporaryFolder(t)
  const settings = { DATA_DIR: path.join(folder, 'var') }
  const first = await startService(t, settings)
  const second = await startService(t, settings)
  t.is(await second.ended, 1)
  t.regex(second.written(), /^Another Portvakt is at work on [^\n]+: stop it, or set DATA_DIR[^\n]*\n$/m)
  t.true(await first.isReady())
})

test('of two that start at once on an empty directory, one opens', async (t) => {
  const folder = await temporaryFolder(t)
  const settings = { DATA_DIR: path.join(folder, 'var') }
  const both = await Promise.all([spawnService(t, settings), spawnService(t, settings)])
  const refused = await Promise.race(both.map(async (service) => await service.ended.then(() => service)))
  const other = both.find((service) => service !== refused)
  await until(async () => (await other?.isReady()) ?? false)
  t.regex(refused.written(), /Another Portvakt is at work/)
})

test('the last one out stops the server', async (t) => {
  const folder = await temporaryFolder(t)
  const settings = { DATA_DIR: path.join(folder, 'var') }
  const service = await startService(t, settings)
  t.regex((await command(['audit', 'verify'], settings)).out, /^The chain is whole: \d+ events\.\n$/)
  t.true(await service.isReady())
  service.process.kill('SIGINT')
  t.is(await service.ended, 0)
  t.throws(() => postmaster(folder), { code: 'ENOENT' })
})
