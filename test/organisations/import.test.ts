import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { fromWithin } from '../../src/context/origin.js'
import type { Db } from '../../src/database/database.js'
import { importOrganisations } from '../../src/organisations/import.js'
import { errorsIn, type ImportRow } from '../../src/organisations/import-row.js'
import { organisationLimits, organisationsIn } from '../../src/organisations/organisations-file.js'
import { readTable } from '../../src/tables/read-table.js'
import { freshDatabase } from '../support/database.js'

const from = fromWithin('test')

const municipalities: readonly ImportRow[] = [
  { row: 2, code: '0114', name: 'Upplands Väsby kommun' },
  { row: 3, code: '0115', name: 'Vallentuna kommun' },
  { row: 4, code: '1280', name: 'Malmö kommun' },
]

test('a code keeps the zeros in front', async (t) => {
  const { db } = await freshDatabase(t)
  t.deepEqual(await bring(db, municipalities), { kind: 'imported', added: 3, changed: 0, unchanged: 0 })
  t.deepEqual(await register(db), [
    ['0114', 'Upplands Väsby kommun', 'kommun'],
    ['0115', 'Vallentuna kommun', 'kommun'],
    ['1280', 'Malmö kommun', 'kommun'],
  ])
})

test('the same file again changes nothing, nor does another way to write the same letters', async (t) => {
  const { db } = await freshDatabase(t)
  await bring(db, municipalities)
  const before = await everything(db)
  const decomposed = municipalities.map((row) => ({ ...row, name: row.name.normalize('NFD') }))
  t.deepEqual(await bring(db, decomposed), { kind: 'imported', added: 0, changed: 0, unchanged: 3 })
  t.deepEqual(await everything(db), before)
})

test('a new name is taken over; what the file does not tell stays', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await bring(db, municipalities)
  await owner.updateTable('organisation').set({ street: 'Torget 1', reporting_method: 'file' }).execute()
  const renamed = municipalities.map((row) => (row.code === '1280' ? { ...row, name: 'Malmö stad' } : row))
  t.deepEqual(await bring(db, renamed), { kind: 'imported', added: 0, changed: 1, unchanged: 2 })
  const rows = await owner.selectFrom('organisation').select(['code', 'name', 'street', 'reporting_method']).execute()
  t.deepEqual(
    rows.find(({ code }) => code === '1280'),
    { code: '1280', name: 'Malmö stad', street: 'Torget 1', reporting_method: 'file' },
  )
})

test('a school gets exactly the school forms that the file tells', async (t) => {
  const { db } = await freshDatabase(t)
  const told = (schoolForms: string) => [{ row: 2, code: '20001', name: 'Provskolan', schoolForms }]
  await bring(db, told('komvux gymnasieskola'), 'school')
  t.like(await bring(db, told('komvux yrkeshogskola'), 'school'), { added: 0, changed: 1 })
  t.deepEqual(await register(db), [
    ['20001', 'Provskolan', 'komvux'],
    ['20001', 'Provskolan', 'yrkeshogskola'],
  ])
  t.like(await bring(db, told('yrkeshogskola komvux'), 'school'), { changed: 0, unchanged: 1 })
})

test('one wrong row refuses the whole file, and every wrong row is told by its number', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const outcome = await bring(db, [
    ...municipalities,
    { row: 5, code: '114', name: 'Utan nolla' },
    { row: 6, code: '0117', name: '' },
    { row: 7, code: '0114', name: 'En gång till' },
  ])
  t.deepEqual(outcome, {
    kind: 'refused',
    errors: [
      { row: 5, problem: { kind: 'code', value: '114' } },
      { row: 6, problem: { kind: 'unusable', column: 'name', why: 'missing', value: '' } },
      { row: 7, problem: { kind: 'doubled', value: '0114', firstRow: 2 } },
    ],
  })
  t.deepEqual(await register(db), [])
  const [event] = await owner.selectFrom('audit_event').selectAll().execute()
  t.like(event, { kind: 'organisations-imported', result: 'refused' })
})

for (const code of ['123', '123456789', '1e10', '01 14', '-114', '114.0', '']) {
  test(`${JSON.stringify(code)} is no code`, async (t) => {
    const { db } = await freshDatabase(t)
    t.like(await bring(db, [{ row: 2, code, name: 'Skola' }]), { kind: 'refused' })
  })
}

for (const name of ['', ' ', 'Sko\u0000la', 'Sko\tla', 'Sko\u0085la', 'Sko\nla', 'x'.repeat(201)]) {
  test(`${JSON.stringify(name).slice(0, 30)} is no name`, async (t) => {
    const { db } = await freshDatabase(t)
    t.like(await bring(db, [{ row: 2, code: '0114', name }]), { kind: 'refused' })
  })
}

test('a line break in a street becomes a space', async (t) => {
  const { db } = await freshDatabase(t)
  const row = { row: 2, code: '0114', name: 'Väsby', street: 'c/o Lind\r\nStorgatan 1' }
  t.like(await bring(db, [row]), { kind: 'imported' })
  t.is((await db.selectFrom('organisation').select('street').executeTakeFirst())?.street, 'c/o Lind Storgatan 1')
})

test('what Excel did to a cell is said of it, and no more', async (t) => {
  const { db } = await freshDatabase(t)
  const row = { row: 2, code: '2,00011E+11', name: 'Två\nrader', locality: '#SAKNAS!', postalCode: '####' }
  const damaged = (column: string, damage: string, value: string) => ({
    row: 2,
    problem: { kind: 'damage', column, damage, value },
  })
  t.deepEqual(await bring(db, [row]), {
    kind: 'refused',
    errors: [
      damaged('code', 'shortened-number', row.code),
      damaged('name', 'line-break', row.name),
      damaged('postalCode', 'too-narrow', row.postalCode),
      damaged('locality', 'formula-error', row.locality),
    ],
  })
})

test('a school form that is not there, or that is of the other kind, is told', async (t) => {
  const { db } = await freshDatabase(t)
  const outcome = await bring(
    db,
    [{ row: 2, code: '20001', name: 'Skola', schoolForms: 'komvux kommun magi' }],
    'school',
  )
  t.deepEqual(outcome, {
    kind: 'refused',
    errors: [
      { row: 2, problem: { kind: 'school-form', value: 'kommun' } },
      { row: 2, problem: { kind: 'school-form', value: 'magi' } },
    ],
  })
})

test('a file without organisations is refused', async (t) => {
  const { db } = await freshDatabase(t)
  t.deepEqual(await bring(db, []), { kind: 'refused', errors: [{ row: 1, problem: { kind: 'empty' } }] })
})

for (const [how, code, name, locality, why] of [
  ['a code that lost its zero', '1234', 'Ett annat namn', 'Lund', 'zeros'],
  ['a code with a zero too many', '0001234', 'Ett annat namn', 'Lund', 'zeros'],
  ['a known name in a known place', '98765', 'noll  FOLKHÖGSKOLA', 'Jönköping', 'name'],
] as const) {
  test(`a new organisation that most likely is a known one needs a yes: ${how}`, async (t) => {
    const { db } = await freshDatabase(t)
    const known = {
      row: 2,
      code: '01234',
      name: 'Noll folkhögskola',
      locality: 'Jönköping',
      schoolForms: 'folkhogskola',
    }
    await bring(db, [known], 'school')
    const row = { row: 2, code, name, locality, schoolForms: 'folkhogskola' }
    t.deepEqual(await bring(db, [row], 'school'), {
      kind: 'alike',
      alike: [
        { row: 2, code, name: name.replace('  ', ' '), other: { code: '01234', name: 'Noll folkhögskola' }, why },
      ],
    })
    t.is((await register(db)).length, 1)
    const confirmed = { rows: [row], kind: 'school', from, areNew: true } as const
    t.like(await db.transaction().execute(async (trx) => await importOrganisations(trx, confirmed)), { added: 1 })
    t.like(await bring(db, [row], 'school'), { kind: 'imported', unchanged: 1 }, 'a known code needs no yes')
  })
}

test('two rows of one file whose codes differ by zeros need a yes', async (t) => {
  const { db } = await freshDatabase(t)
  const rows = [
    { row: 2, code: '0114', name: 'Väsby' },
    { row: 3, code: '00114', name: 'Vallentuna' },
  ]
  t.like(await bring(db, rows), { kind: 'alike', alike: [{ row: 3, other: { code: '0114' } }] })
})

test('the same name in another place is another organisation', async (t) => {
  const { db } = await freshDatabase(t)
  const one = { row: 2, code: '20001', name: 'Centralskolan', locality: 'Lund' }
  t.like(await bring(db, [one, { ...one, row: 3, code: '20002', locality: 'Umeå' }]), { kind: 'imported', added: 2 })
})

test('a school and a municipality may have the same code', async (t) => {
  const { db } = await freshDatabase(t)
  await bring(db, [{ row: 2, code: '0114', name: 'Kommunen' }])
  t.like(await bring(db, [{ row: 2, code: '0114', name: 'Skolan', schoolForms: 'komvux' }], 'school'), { added: 1 })
})

test('a long file comes in by batches, and tells how far it has come', async (t) => {
  const { db } = await freshDatabase(t)
  const rows = Array.from({ length: 1_201 }, (_, place) => ({
    row: place + 2,
    code: String(place).padStart(5, '0'),
    name: `Kommun ${place}`,
  }))
  const progress: number[] = []
  const outcome = await db
    .transaction()
    .execute(
      async (trx) =>
        await importOrganisations(trx, { rows, kind: 'municipality', from, onProgress: (done) => progress.push(done) }),
    )
  t.like(outcome, { kind: 'imported', added: 1_201 })
  t.deepEqual(progress, [500, 1_000, 1_201])
})

const published = fileURLToPath(new URL('../../../../shared/data/municipalities.csv', import.meta.url))
const testPublished = existsSync(published) ? test : test.skip

testPublished('the 290 municipalities of Sweden come in as they are published, and twice is as once', async (t) => {
  const { db } = await freshDatabase(t)
  const list = await readTable(readFileSync(published), organisationLimits)
  if (list.kind !== 'read') throw new Error(list.why)
  const read = organisationsIn(list.table, { code: 'municipality_code', name: 'municipality_name' })
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.errors))
  t.like(await bring(db, read.rows), { added: 290, unchanged: 0 })
  t.like(await bring(db, read.rows), { added: 0, changed: 0, unchanged: 290 })
})

const bring = async (db: Db, rows: readonly ImportRow[], kind: 'school' | 'municipality' = 'municipality') =>
  await db.transaction().execute(async (trx) => await importOrganisations(trx, { rows, kind, from }))

const register = async (db: Db) => {
  const rows = await db
    .selectFrom('organisation')
    .innerJoin('organisation_school_form', 'organisation_id', 'id')
    .select(['code', 'name', 'school_form'])
    .orderBy('code')
    .orderBy('school_form')
    .execute()
  return rows.map(({ code, name, school_form: form }) => [code, name, form])
}

const everything = async (db: Db) => ({
  organisations: await db
    .selectFrom('organisation')
    .selectAll()
    .select('xmin' as never)
    .orderBy('code')
    .execute(),
  forms: await db.selectFrom('organisation_school_form').selectAll().orderBy('organisation_id').execute(),
})

test('a row is read as every form reads it: prefix, digits of any script, doubled spaces and what copying brings', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const cells = {
    row: 2,
    code: '\u200E٠١١٤ ',
    name: 'Häl\u00ADljö  kommun ',
    street: ' Ängsvägen\u00A01',
    postalCode: 'SE-553 18',
    locality: '\u202AJönköping\u202C',
  }
  t.like(await bring(db, [cells]), { kind: 'imported', added: 1 })
  t.like(await bring(db, [{ ...cells, code: '0114', postalCode: '553 18' }]), { kind: 'imported', unchanged: 1 })
  const kept = await owner
    .selectFrom('organisation')
    .select(['code', 'name', 'street', 'postal_code', 'locality'])
    .execute()
  t.deepEqual(kept, [
    { code: '0114', name: 'Hälljö kommun', street: 'Ängsvägen 1', postal_code: '55318', locality: 'Jönköping' },
  ])
})

test('the event loop turns while the mistakes of a long file are looked for', async (t) => {
  const rows = Array.from({ length: 1_000 }, (_, place) => ({ row: place + 2, code: `${300_000 + place}`, name: 'Å' }))
  const loop = { turns: 0, isWatched: true }
  const turn = () => {
    loop.turns += 1
    if (loop.isWatched) setImmediate(turn)
  }
  setImmediate(turn)
  t.deepEqual(await errorsIn(rows, 'school'), [])
  loop.isWatched = false
  t.true(loop.turns >= 9, String(loop.turns))
})
