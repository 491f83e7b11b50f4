import path from 'node:path'
import test from 'ava'
import { freshDatabase } from '../support/database.js'
import { command } from '../support/service.js'

test('the command reads organisations in, and adds those that resemble a known one only when told to', async (t) => {
  const { db, ownerUrl } = await freshDatabase(t)
  const secret = 'ett-hemligt-ord-som-bara-finns-i-det-har-testet'
  const settings = { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret, ISSUER: 'https://id.example.se' }
  const columns = ['--kind', 'school', '--code', 'Skolkod', '--name', 'Namn', '--locality', 'Ort']
  const bring = async (file: string, ...more: readonly string[]) =>
    await command(['organisation', 'import', path.resolve('test/cases', file), ...columns, ...more], settings)
  const codes = async () =>
    (await db.selectFrom('organisation').select('code').orderBy('code').execute()).map(({ code }) => code)
  const first = await bring('organisations-lost-zeros-original.csv')
  t.is(first.code, 0, first.err)
  const second = await bring('organisations-lost-zeros.csv')
  t.is(second.code, 1)
  t.regex(second.err, /“1234 Noll folkhögskola”.+“01234 Noll folkhögskola”/)
  t.regex(second.err, /--yes-they-are-new/)
  t.deepEqual(await codes(), ['01234'])
  const third = await bring('organisations-lost-zeros.csv', '--yes-they-are-new')
  t.is(third.code, 0, third.err)
  t.deepEqual(await codes(), ['01234', '1234'])
  const older = await bring('organisations-windows1252.csv')
  t.is(older.code, 0, older.err)
  t.is((await bring('people-macroman.csv')).code, 1)
})
