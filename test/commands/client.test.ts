import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { findClient, secretsOf } from '../../src/relying-services/find.js'
import { keyRing } from '../../src/context/keys.js'
import { freshDatabase } from '../support/database.js'
import { command, temporaryFolder } from '../support/service.js'
import { testContext } from '../support/context.js'

const secret = 'ett-hemligt-ord-som-bara-finns-i-det-har-testet'
const plain = ['--name-sv', 'Rapportering', '--name-en', 'Reporting', '--home', 'https://r.example.se/']
const good = [...plain, '--redirect', 'https://r.example.se/svar', '--service', 'studietider']

async function desk(t: ExecutionContext) {
  const { db, owner, ownerUrl } = await freshDatabase(t)
  const settings = { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret, ISSUER: 'https://id.example.se' }
  return { db, owner, run: async (...args: readonly string[]) => await command(args, settings) }
}

test('a relying service is added by a command, which tells its secret once; it is turned off and on', async (t) => {
  const { db, owner, run } = await desk(t)
  const added = await run('client', 'add', 'rapportering', ...good)
  t.is(added.code, 0, added.err)
  const told = /^Secret: +(\S+)$/m.exec(added.out)?.[1]
  t.is((await secretsOf(db, testContext({ keys: keyRing([secret]) }), 'rapportering'))?.secret, told)
  const again = await run('client', 'add', 'rapportering', ...good)
  t.is(again.code, 1)
  t.regex(again.err, /There is a service with that id already/)
  t.false(again.out.includes('Secret'))
  t.is((await run('client', 'off', 'rapportering')).code, 0)
  t.truthy((await findClient(db, 'rapportering'))?.disabledAt)
  t.is((await run('client', 'off', 'rapportering')).code, 1)
  t.is((await run('client', 'on', 'rapportering')).code, 0)
  const kinds = await owner.selectFrom('audit_event').select('kind').orderBy('seq').execute()
  t.deepEqual(
    kinds.map(({ kind }) => kind),
    ['client-registered', 'client-turned-off', 'client-turned-on'],
  )
})

test('with a key of its own it needs a file of public keys', async (t) => {
  const { db, run } = await desk(t)
  const file = path.join(await temporaryFolder(t), 'jwks.json')
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const add = async () => await run('client', 'add', 'nyckel', ...good, '--auth', 'private_key_jwt', '--jwks', file)
  await writeFile(file, JSON.stringify(privateKey.export({ format: 'jwk' })))
  const refused = await add()
  t.is(refused.code, 1)
  t.regex(refused.err, /Key 1 is private/)
  await writeFile(file, JSON.stringify(publicKey.export({ format: 'jwk' })))
  const added = await add()
  t.is(added.code, 0, added.err)
  t.false(added.out.includes('Secret'))
  t.is((await findClient(db, 'nyckel'))?.publicKeys?.keys.length, 1)
})

test('what is wrong is told all at once, and nothing is registered', async (t) => {
  const { owner, run } = await desk(t)
  const wrong = ['--redirect', 'http://r.example.se/svar', 'https://*.example.se/svar']
  const said = await run('client', 'add', 'rapportering', ...plain, '--service', 'studietider', ...wrong)
  t.is(said.code, 1)
  t.regex(said.err, /must begin with https[^]*has a \*[^]*Nothing has been registered/)
  t.deepEqual(await owner.selectFrom('client').select('id').execute(), [])
})

test('each command tells what it takes', async (t) => {
  const { run } = await desk(t)
  for (const [args, words] of [
    [['client', 'add'], /--redirect/],
    [['keys', 'rotate'], /--at-once/],
  ] as const) {
    const said = await run(...args, '--help')
    t.is(said.code, 0)
    t.regex(said.out, words)
  }
})

test('the signing keys are rotated by a command: added now, signing later', async (t) => {
  const { run } = await desk(t)
  const first = await run('keys', 'rotate', '--at-once')
  t.is(first.code, 0, first.err)
  t.regex(first.out, /^ES256 {2}\S+ {2}signs\nRS256 {2}\S+ {2}signs\n$/)
  t.regex((await run('keys', 'rotate')).out, /ES256 {2}\S+ {2}signs until \S+\nES256 {2}\S+ {2}waits until \S+\n/)
  const again = await run('keys', 'rotate')
  t.is(again.code, 1)
  t.regex(again.err, /New keys are waiting already/)
})
