import test from 'ava'
import { readSheet } from 'read-excel-file/node'
import { asCsv, safeCell } from '../../../src/text/cells.js'
import { asSpreadsheet } from '../../../src/administration/people/spreadsheet.js'

const cells: Readonly<Record<string, string>> = {
  'Anna Lind': 'Anna Lind',
  "O'Neill": "O'Neill",
  '19820417-9835': '19820417-9835',
  'anna+skola@x.example': 'anna+skola@x.example',
  '=1+1': "'=1+1",
  '=HYPERLINK("https://evil.example";"Anna")': '\'=HYPERLINK("https://evil.example";"Anna")',
  '+46 70 123': "'+46 70 123",
  '-1': "'-1",
  '@SUM(A1)': "'@SUM(A1)",
  '\t=1': "'=1",
  '\r=1': "'=1",
  '\n=1': "'=1",
  '\0=1': "'=1",
  '   =1': "'=1",
  '\u00A0=1': "'=1",
  '\u0085=1': "'=1",
  '＝1+1': "'＝1+1",
  '＋1': "'＋1",
  '－1': "'－1",
  '＠SUM': "'＠SUM",
  'Anna\r\nLind': 'Anna Lind',
  '': '',
}

for (const [text, safe] of Object.entries(cells)) {
  test(`the cell ${encodeURI(text)} is text in every program (R-76)`, (t) => {
    t.is(safeCell(text), safe)
  })
}

test('a text file has quotes around every cell, semicolons between them and a mark in front', (t) => {
  t.is(
    asCsv([
      ['Namn', 'Tjänst'],
      ['Anna "Ann" Lind; =1', '"=1"'],
      ['a,b', ''],
    ]),
    '\u{FEFF}"Namn";"Tjänst"\r\n"Anna ""Ann"" Lind; =1";"""=1"""\r\n"a,b";""\r\n',
  )
})

test('a spreadsheet is read back as it was written, all of it text', async (t) => {
  const headings = ['Namn', 'Kod', 'Personnummer', 'Slut']
  const rows = [
    ['Åsa <Öberg> & "Co"', '0999', '19820417-9835', ''],
    ['=1+1', '10001', '\u0001\u000Btecken', '2026-12-01'],
  ]
  const file = Buffer.from(await asSpreadsheet('Personer', headings, rows))
  t.deepEqual(await readSheet(file), [
    ['Namn', 'Kod', 'Personnummer', 'Slut'],
    ['Åsa <Öberg> & "Co"', '0999', '19820417-9835', null],
    ["'=1+1", '10001', 'tecken', '2026-12-01'],
  ])
  t.false(file.includes('<f>'))
})
