import test from 'ava'
import { warnings } from '../../src/commands/terminal.js'
import { freshDatabase } from '../support/database.js'
import { command } from '../support/service.js'

const secret = 'ett-hemligt-ord-som-bara-finns-i-det-har-testet'

test('a command that cannot be read exits 2, says how it is written, and tries nothing', async (t) => {
  const unreadable = [
    ['backup'],
    ['audit'],
    ['audit', 'verify', 'now'],
    ['migrate', '--fast'],
    ['client', 'add'],
    ['client', 'add', 'x', '--service', 'finns-inte'],
    ['keys', 'rotate', '--ahead', '0'],
    ['officer', 'end'],
    ['officer', 'email', '--username', 'x', '--email', 'ingen adress'],
    ['officer', 'name', '--username', 'x', '--given-name', 'www.ond.example'],
    ['officer', 'number', '--username', 'x'],
    ['officer', 'post', '--username', 'x', '--street', 'Gatan 1', '--postal-code', '12', '--locality', 'Orten'],
    ['officer', 'reopen', '--username', 'x', '--reason', ' '],
    ['organisation', 'import', 'x.csv', '--kind', 'university'],
  ]
  for (const args of unreadable) {
    const { code, out, err } = await command(args, {})
    t.is(code, 2, args.join(' '))
    t.is(out, '', args.join(' '))
    t.regex(err, /Usage: portvakt/, args.join(' '))
    t.notRegex(err, /Database/, args.join(' '))
  }
})

test('a command that does what it says exits 0, and one that is refused exits 1', async (t) => {
  const { ownerUrl } = await freshDatabase(t)
  const settings = { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret }
  const done = [
    ['--help'],
    ['migrate'],
    ['audit', 'verify'],
    ['mail', 'undelivered'],
    ['client', 'untold'],
    ['job', 'undone'],
  ]
  for (const args of done) t.is((await command(args, settings)).code, 0, args.join(' '))
  for (const args of [
    ['client', 'off', 'x'],
    ['officer', 'end', '--username', 'x'],
  ]) {
    t.is((await command(args, settings)).code, 1, args.join(' '))
  }
})

test.serial('a command that only warns ends as one that is done', (t) => {
  const { exitCode } = process
  t.teardown(() => {
    process.exitCode = exitCode
  })
  warnings.warn({}, 'The embedded PostgreSQL has gone; starting it again.')
  t.is(process.exitCode, exitCode)
  warnings.error({}, 'It could not be done.')
  t.is(process.exitCode, 1)
})
