import { readFileSync } from 'node:fs'
import ava from 'ava'
import { sentenceOf } from '../../src/organisations/organisations.messages.js'
import { organisationLimits, organisationsIn, type Columns } from '../../src/organisations/organisations-file.js'
import { readTable } from '../../src/tables/read-table.js'
import { textIn } from '../../src/text/text.js'

// Not many files are read at once: a test waits for the one before.
const test = ava.serial
const columns = { code: 'kod', name: 'namn' }
const read = async (text: string | Uint8Array, named: Columns = columns) => {
  const list = await readTable(typeof text === 'string' ? Buffer.from(text, 'utf8') : text, organisationLimits)
  return list.kind === 'read' ? organisationsIn(list.table, named) : list
}
const expected = {
  kind: 'read',
  rows: [
    { row: 2, code: '0114', name: 'Väsby, Upplands' },
    { row: 3, code: '1280', name: 'Malmö' },
  ],
} as const

for (const [tells, text] of [
  ['with commas', 'kod,namn\n0114,"Väsby, Upplands"\n1280,Malmö\n'],
  ['with semicolons', 'kod;namn\n0114;Väsby, Upplands\n1280;Malmö'],
  ['with tabs', 'kod\tnamn\n0114\tVäsby, Upplands\n1280\tMalmö\n'],
  ['with Windows line ends', 'kod;namn\r\n0114;Väsby, Upplands\r\n1280;Malmö\r\n'],
  ['with a byte order mark', '\uFEFFkod;namn\n0114;Väsby, Upplands\n1280;Malmö\n'],
  ['with other columns between', 'x;namn;y;kod\n1;Väsby, Upplands;2;0114\n3;Malmö;4;1280\n'],
] as const) {
  test(`a file ${tells} is read as text`, async (t) => {
    t.deepEqual(await read(text), expected)
  })
}

test('empty lines are passed over, and counted', async (t) => {
  t.deepEqual(await read('kod;namn\n\n0114;Väsby\n;\n\n1280;Malmö\n'), {
    kind: 'read',
    rows: [
      { row: 3, code: '0114', name: 'Väsby' },
      { row: 6, code: '1280', name: 'Malmö' },
    ],
  })
})

test('a row that ends early leaves its last cells empty', async (t) => {
  t.deepEqual(await read('kod;namn;ort\n0114;Väsby\n', { ...columns, locality: 'ort' }), {
    kind: 'read',
    rows: [{ row: 2, code: '0114', name: 'Väsby', locality: '' }],
  })
})

test('something to the right of the headings is an error that names its row and column', async (t) => {
  const outcome = await read('kod;namn\n0114;"Väs\nby"\n1280;Malmö;mer\n')
  const error = { row: 3, problem: { kind: 'outside', column: 3, columns: 2 } } as const
  t.deepEqual(outcome, { kind: 'unreadable', errors: [error] })
  t.regex(sentenceOf(textIn('sv'), error), /^Rad 3: Det står något i kolumn 3, men rubrikerna tar slut vid kolumn 2\./)
})

test('a heading is found whatever invisible characters it has', async (t) => {
  t.deepEqual(await read('kod\u200B;"\u00ADna\u2060mn "\n0114;Väsby\n'), {
    kind: 'read',
    rows: [{ row: 2, code: '0114', name: 'Väsby' }],
  })
})

test('a column that is missing is told, with those that there are', async (t) => {
  const outcome = await read('code;namn\n0114;Väsby\n')
  t.deepEqual(outcome, {
    kind: 'unreadable',
    errors: [{ row: 1, problem: { kind: 'missing-column', column: 'kod', columns: ['code', 'namn'] } }],
  })
})

test('a column that is there twice is told', async (t) => {
  t.deepEqual(await read('kod;namn;kod\n0114;Väsby;0115\n'), {
    kind: 'unreadable',
    errors: [{ row: 1, problem: { kind: 'doubled-column', column: 'kod' } }],
  })
})

for (const [tells, bytes] of [
  ['Windows-1252', Buffer.from('kod;namn\n0114;Malmö\n', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFFkod;namn\n0114;Malmö\n', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('kod;namn\n0114;Malmö\n', 'utf16le')],
] as const) {
  test(`a file of organisations is read as a file of people is: in ${tells}`, async (t) => {
    t.deepEqual(await read(bytes), { kind: 'read', rows: [{ row: 2, code: '0114', name: 'Malmö' }] })
  })
}

const byHeadings = {
  code: 'Skolkod',
  name: 'Namn',
  street: 'Gatuadress',
  postalCode: 'Postnummer',
  locality: 'Ort',
  schoolForms: 'Skolform',
}

test('a file of organisations that Excel saved as an older CSV is read', async (t) => {
  t.like(await read(readFileSync('test/cases/organisations-windows1252.csv'), byHeadings), {
    kind: 'read',
    rows: [{ code: '20001', name: 'Häljö folkhögskola', street: 'Ängsvägen 1', locality: 'Jönköping' }],
  })
})

test('a file of organisations without its last separators is read', async (t) => {
  t.like(await read(readFileSync('test/cases/organisations-missing-trailing-separators.csv'), byHeadings), {
    kind: 'read',
    rows: [{ code: '20003' }, { row: 3, code: '20004', street: '', postalCode: '', locality: '' }],
  })
})

test('a quotation mark that never ends is told', async (t) => {
  t.like(await read('kod;namn\n0114;"Väsby\n1280;Malmö\n'), { kind: 'unreadable', why: 'quotes', row: 2 })
})

test('a file with a heading only has no organisations', async (t) => {
  t.deepEqual(await read('kod;namn\n'), { kind: 'unreadable', errors: [{ row: 1, problem: { kind: 'empty' } }] })
})

test('what Excel has done to a cell is the cause that its error names', async (t) => {
  const error = {
    row: 2,
    problem: { kind: 'damage', column: 'code', damage: 'shortened-number', value: '1E+07' },
  } as const
  t.is(
    sentenceOf(textIn('sv'), error, { code: 'Skolkod' }),
    'Rad 2, kolumn Skolkod: Excel har kortat numret (till en form som 1,98803E+11), så att siffror har försvunnit. Formatera kolumnen som Text, skriv numret på nytt och spara igen.',
  )
})

test('every error is a sentence with its row, and steers no terminal', async (t) => {
  const error = { row: 7, problem: { kind: 'code', value: '\u001B[2J114' } } as const
  t.is(
    sentenceOf(textIn('sv'), error),
    'Rad 7, kolumn Kod: Koden ska vara fyra till åtta siffror. Inledande nollor ska vara kvar.',
  )
})
