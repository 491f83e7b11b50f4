import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import test from 'ava'
import { Command, CommanderError } from 'commander'
import { officerCommands } from '../../src/commands/officer.js'
import { textIn } from '../../src/text/text.js'
import { freshDatabase } from '../support/database.js'
import { command } from '../support/service.js'
import { wrongValues, type Field } from '../values/wrong-values.js'

const wrong = wrongValues(textIn('en'))
const secret = 'ett-hemligt-ord-som-bara-finns-i-det-har-testet'

/** The options of `officer create` and `officer post` for each kind of value. */
const options: Readonly<Partial<Record<Field, readonly string[]>>> = {
  givenName: ['create', '--given-name'],
  familyName: ['create', '--family-name'],
  email: ['create', '--email'],
  street: ['post', '--street'],
  locality: ['post', '--locality'],
  country: ['post', '--country'],
}

for (const [field, value, sentence] of wrong) {
  const [name, option] = options[field] ?? []
  if (name === undefined || option === undefined) continue
  test(`officer ${name} ${option} refuses «${value.slice(0, 20)}» (${value.length}) with the sentence of every form`, async (t) => {
    const written: string[] = []
    const program = new Command()
      .exitOverride()
      .configureOutput({ writeErr: (words) => void written.push(words), writeOut: () => undefined })
    officerCommands(program)
    const error = await t.throwsAsync(program.parseAsync(['node', 'officer', name, option, value]))
    t.true(error instanceof CommanderError)
    t.true(written.join('').includes(sentence), written.join(''))
  })
}

test('officer create refuses each wrong number with the sentence of every form', async (t) => {
  const { ownerUrl } = await freshDatabase(t)
  const settings = { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret }
  const karin = ['--given-name', 'Karin', '--family-name', 'Prov', '--email', 'karin@myndigheten.example']
  for (const [field, value, sentence] of wrong) {
    if (field !== 'number') continue
    const said = await command(['officer', 'create', '--personnummer', value, ...karin], settings)
    t.is(said.code, 1)
    t.true(said.err.includes(sentence), said.err)
  }
})

test('officer post refuses a postal code that its country does not have with the sentence of every form', async (t) => {
  const { ownerUrl } = await freshDatabase(t)
  const settings = { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret }
  const place = ['--username', 'nobody', '--street', 'Provgatan 3', '--locality', 'Prov']
  const { mistakes } = textIn('en')
  for (const [country, code, sentence] of [
    ...wrong.filter(([field]) => field === 'postalCode').map(([, value, said]) => ['Sverige', value, said] as const),
    ['DE', '1', mistakes['no-postal-code-abroad']],
  ] as const) {
    const said = await command(['officer', 'post', ...place, '--country', country, '--postal-code', code], settings)
    t.is(said.code, 2)
    t.true(said.err.includes(sentence), said.err)
  }
  const said = await command(['officer', 'post', ...place], settings)
  t.true(said.err.includes(mistakes.missing.postalCode), said.err)
})

test('organisation import finds the usual columns, and refuses each wrong value with the sentence of every form', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  const settings = { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret }
  const right = {
    code: '10077',
    name: 'Provskolan',
    street: 'Hamngatan 3',
    postalCode: '553 22',
    locality: 'Jönköping',
  }
  const asked = wrong.filter(([field]) => Object.hasOwn(right, field))
  const rows = asked.map(([field, value], at) =>
    Object.values({ ...right, code: String(20_000 + at), [field]: value }).join(';'),
  )
  const directory = await mkdtemp(path.join(os.tmpdir(), 'portvakt-import-'))
  t.teardown(async () => await rm(directory, { recursive: true }))
  const bring = async (...lines: readonly string[]) => {
    const file = path.join(directory, 'skolor.csv')
    await writeFile(file, ['Skolkod;Namn;Gatuadress;Postnummer;Ort', ...lines].join('\n'))
    return await command(['organisation', 'import', file, '--kind', 'school'], settings)
  }
  const refused = await bring(...rows)
  t.is(refused.code, 1)
  const heading = { code: 'Skolkod', name: 'Namn', street: 'Gatuadress', postalCode: 'Postnummer', locality: 'Ort' }
  for (const [at, [field, , sentence]] of asked.entries()) {
    const column = Object.entries(heading).find(([name]) => name === field)?.[1] ?? ''
    t.true(refused.err.includes(textIn('en').organisations.cell(String(at + 2), column, sentence)), refused.err)
  }
  const taken = await bring(Object.values(right).join(';'))
  t.is(taken.code, 0, taken.err)
  const kept = await owner.selectFrom('organisation').select(['code', 'street', 'postal_code', 'locality']).execute()
  t.deepEqual(kept, [{ code: '10077', street: 'Hamngatan 3', postal_code: '55322', locality: 'Jönköping' }])
})
