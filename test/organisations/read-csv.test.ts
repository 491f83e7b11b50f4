import test from 'ava'
import { sentenceOf } from '../../src/organisations/messages.js'
import { readOrganisationsCsv } from '../../src/organisations/read-csv.js'
import { textIn } from '../../src/text/text.js'

const columns = { code: 'kod', name: 'namn' }
const read = (text: string | Uint8Array) =>
  readOrganisationsCsv(typeof text === 'string' ? Buffer.from(text, 'utf8') : text, columns)
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
  test(`a file ${tells} is read as text`, (t) => {
    t.deepEqual(read(text), expected)
  })
}

test('empty lines are passed over, and counted', (t) => {
  t.deepEqual(read('kod;namn\n\n0114;Väsby\n;\n\n1280;Malmö\n'), {
    kind: 'read',
    rows: [
      { row: 3, code: '0114', name: 'Väsby' },
      { row: 6, code: '1280', name: 'Malmö' },
    ],
  })
})

test('a ragged row is told by the line where it stands', (t) => {
  t.deepEqual(read('kod;namn\n0114;"Väs\nby"\n1280;Malmö;mer\n0115\n'), {
    kind: 'unreadable',
    errors: [
      { row: 4, problem: { kind: 'columns', expected: 2, found: 3 } },
      { row: 5, problem: { kind: 'columns', expected: 2, found: 1 } },
    ],
  })
})

test('a column that is missing is told, with those that there are', (t) => {
  const outcome = read('code;namn\n0114;Väsby\n')
  t.deepEqual(outcome, {
    kind: 'unreadable',
    errors: [{ row: 1, problem: { kind: 'missing-column', column: 'kod', columns: ['code', 'namn'] } }],
  })
})

test('a column that is there twice is told', (t) => {
  t.deepEqual(read('kod;namn;kod\n0114;Väsby;0115\n'), {
    kind: 'unreadable',
    errors: [{ row: 1, problem: { kind: 'doubled-column', column: 'kod' } }],
  })
})

for (const [tells, bytes] of [
  ['Windows-1252', Buffer.from('kod;namn\n0114;Malmö\n', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFFkod;namn\n0114;Malmö\n', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('kod;namn\n0114;Vasby\n', 'utf16le')],
] as const) {
  test(`a file in ${tells} is refused, not guessed at`, (t) => {
    t.deepEqual(read(bytes), { kind: 'unreadable', errors: [{ row: 1, problem: { kind: 'not-utf-8' } }] })
  })
}

test('a quotation mark that never ends is told', (t) => {
  t.like(read('kod;namn\n0114;"Väsby\n1280;Malmö\n'), { kind: 'unreadable' })
})

test('an empty file, and one with a heading only, have nothing to read', (t) => {
  for (const text of ['', 'kod;namn\n', '\n\n']) {
    t.deepEqual(read(text), { kind: 'unreadable', errors: [{ row: 1, problem: { kind: 'empty' } }] })
  }
})

test('every error is a sentence with its row, and steers no terminal', (t) => {
  const error = { row: 7, problem: { kind: 'code', value: '\u001B[2J114' } } as const
  t.is(
    sentenceOf(textIn('sv'), error),
    'Rad 7: koden "\uFFFD[2J114" ska vara fyra till åtta siffror. Inledande nollor ska vara kvar.',
  )
})
