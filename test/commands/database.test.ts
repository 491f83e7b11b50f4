import { existsSync } from 'node:fs'
import path from 'node:path'
import test from 'ava'
import { freshDatabase } from '../support/database.js'
import { command, temporaryFolder } from '../support/service.js'

const karin = ['--given-name', 'Karin', '--family-name', 'Prov', '--email', 'karin@myndigheten.example']
const create = ['officer', 'create', '--personnummer', '19680314-9845', ...karin]
const secret = 'ett-hemligt-ord-som-bara-finns-i-det-har-testet'

/** Each command that works in a database. */
const commands = [
  create,
  ['migrate'],
  ['restored'],
  ['audit', 'verify'],
  ['mail', 'undelivered'],
  ['client', 'untold'],
  ['job', 'undone'],
  ['job', 'retry', '00000000-0000-4000-8000-000000000001'],
  ['client', 'off', 'x'],
  ['keys', 'list'],
  ['keys', 'rotate'],
]

test('a command without a database makes none, says what to set, and exits 1', async (t) => {
  const folder = await temporaryFolder(t)
  const said = await Promise.all(
    commands.map(async (args) => await command(args, { DATA_DIR: path.join(folder, 'var') })),
  )
  for (const [place, { code, out, err }] of said.entries()) {
    const args = commands[place] ?? []
    t.is(code, 1, args.join(' '))
    t.is(out, '', args.join(' '))
    t.regex(err, /^No database is given, [^\n]*set DATABASE_URL as the service has it[^\n]*\n$/, args.join(' '))
  }
  t.false(existsSync(path.join(folder, 'var')))
})

test('a command says which database it uses, without the password, and makes no master secret', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  const settings = { DATABASE_URL: ownerUrl, DATA_DIR: path.join(await temporaryFolder(t), 'var') }
  const { host, pathname, password } = new URL(ownerUrl)
  const refused = await command(create, settings)
  t.is(refused.code, 1)
  t.is(refused.out, '')
  t.regex(refused.err, /^No master secret is given, [^\n]*PORTVAKT_SECRET_FILE as the service has it\.$/m)
  t.false(existsSync(settings.DATA_DIR))
  t.deepEqual(await owner.selectFrom('officer').select('account_id').execute(), [])
  const made = await command(create, { ...settings, PORTVAKT_SECRET: secret })
  t.is(made.code, 0, made.err)
  t.is(made.err, `Database: ${pathname.slice(1)} at ${host}, as portvakt\n`)
  t.false(`${made.err}${made.out}`.includes(password))
})
