import test from 'ava'
import { strToU8, unzipSync, zipSync } from 'fflate'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { readFile } from '../../../src/administration/bulk/reading/read-file.js'
import { rowsAtMost } from '../../../src/administration/bulk/reading/table.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))
const workbook = async (sheet: SheetData) => Uint8Array.from(await writeWorkbook(sheet).toBuffer())

/** The rows that were read, each with its number in front. */
const rowsOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const read = await readFile(bytes)
  if (read.kind !== 'read') return [read.row === undefined ? read.why : `${read.why} on row ${read.row}`]
  return read.table.lines.map(({ row, cells }) => `${row}: ${cells.join('|')}`)
}

const twoColumns = ['1: Förnamn|Ort', '2: Åsa|Örebro']

for (const [how, bytes] of Object.entries({
  'UTF-8, semicolons': utf8('Förnamn;Ort\nÅsa;Örebro\n'),
  'UTF-8 with a byte order mark, commas, CRLF': utf8('\uFEFFFörnamn,Ort\r\nÅsa,Örebro\r\n'),
  'UTF-8 with tabs and no last line end': utf8('Förnamn\tOrt\nÅsa\tÖrebro'),
  'old Macintosh line ends': utf8('Förnamn;Ort\rÅsa;Örebro\r'),
  'Windows-1252': latin1('Förnamn;Ort\r\nÅsa;Örebro\r\n'),
  'Excel’s Unicode text': utf16('Förnamn\tOrt\r\nÅsa\tÖrebro\r\n'),
  'everything in quotes': utf8('"Förnamn";"Ort"\r\n"Åsa";"Örebro"\r\n'),
  'rows of nothing but separators at the end': utf8('Förnamn;Ort\nÅsa;Örebro\n;\n;;\n\n'),
})) {
  test(`a text file is read: ${how}`, async (t) => {
    t.deepEqual(await rowsOf(bytes), twoColumns)
  })
}

test('a row has the number that the reader’s own program gives it', async (t) => {
  t.deepEqual(await rowsOf(utf8('a;b\n\n1;"två\nrader"\n2;3\n')), ['1: a|b', '3: 1|två\nrader', '4: 2|3'])
  t.deepEqual(await rowsOf(utf8('sep=;\r\na;b\r\n1;2\r\n')), ['2: a|b', '3: 1|2'])
})

test('a spreadsheet is read: text, numbers written out in full, days, yes and no, gaps', async (t) => {
  const bytes = await workbook([
    [{ value: 'Personnummer' }, { value: 'Postnummer' }, null, { value: 'Från' }],
    [
      { value: 199001012385 },
      { value: 55318 },
      null,
      { value: new Date('2026-12-01T00:00:00Z'), format: 'yyyy-mm-dd' },
    ],
    [],
    [{ value: '0101012385' }, null, { value: true, type: Boolean }, { value: '2026-12-01' }],
  ])
  t.deepEqual(await rowsOf(bytes), [
    '1: Personnummer|Postnummer||Från',
    '2: 199001012385|55318||2026-12-01',
    '4: 0101012385||1|2026-12-01',
  ])
})

/** A spreadsheet whose sheet is this XML. */
const withSheet = async (sheet: string): Promise<Uint8Array> => {
  const parts = unzipSync(await workbook([[{ value: 'a' }]]))
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) }, { level: 9 })
}
const sheetOf = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`

test('a cell with a formula is read as what it came to, and a number that a program wrote with an exponent as itself', async (t) => {
  const heading = row(1, text('A1', 'Personnummer') + text('B1', 'Från'))
  const people =
    row(2, '<c r="A2"><f>B9*1</f><v>1.99001012385E+11</v></c><c r="B2" t="str"><f>TODAY()</f><v>2026-12-01</v></c>') +
    row(3, '<c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3"><v>199001012385.0</v></c>')
  t.deepEqual(await rowsOf(await withSheet(sheetOf(heading + people))), [
    '1: Personnummer|Från',
    '2: 199001012385|2026-12-01',
    '3: #DIV/0!|199001012385',
  ])
})

const rows = (count: number) => `a;b\n${'1;2\n'.repeat(count)}`
const megabyte = new Uint8Array(1024 * 1024).fill(0x20)

for (const [how, [why, bytes]] of Object.entries({
  'no bytes at all': ['empty', new Uint8Array()],
  'nothing but line ends': ['empty', utf8(';;;\r\n\r\n;;;\r\n')],
  'a megabyte of spaces': ['empty', megabyte],
  'a web page': ['no-list', utf8('<!doctype html><table><tr><td>Förnamn</td></tr></table>')],
  'a web page after some spaces': ['no-list', utf8('\n  <html>')],
  'a picture': ['no-list', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  'a PDF': ['no-list', Uint8Array.from([...utf8('%PDF-1.7\n'), 0, 1, 2, 3, 0xff])],
  'an Excel file of 1997, or one with a password': [
    'old-or-locked',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  ],
  'a quote that is not closed': ['quotes on row 3', utf8('a;b\n1;2\n"3;4\n')],
  'one row too many': ['too-many-rows', utf8(rows(rowsAtMost + 1))],
  'too many columns': ['too-many-columns', utf8(`${'a;'.repeat(41)}b\n`)],
  'the start of a zip': ['broken', utf8('PK\u0003\u0004 and then something else')],
  'a zip that is no spreadsheet': ['no-list', zipSync({ 'content.xml': strToU8('<office/>') })],
} as const satisfies Record<string, readonly [string, Uint8Array]>)) {
  test(`what cannot be read is told apart: ${how}`, async (t) => {
    t.deepEqual(await rowsOf(bytes), [why])
  })
}

test('as many rows as are taken are read, and the rest of a spreadsheet can be empty down to its last row', async (t) => {
  t.is((await rowsOf(utf8(rows(rowsAtMost)))).length, rowsAtMost + 1)
  const last = row(1, text('A1', 'a')) + row(2, text('A2', 'b')) + row(1_048_576, '<c r="A1048576" s="0"/>')
  t.deepEqual(await rowsOf(await withSheet(sheetOf(last))), ['1: a', '2: b'])
})

test('a spreadsheet that unpacks to more than a list can be is not unpacked', async (t) => {
  const bomb = await withSheet(sheetOf(row(1, text('A1', 'x'.repeat(200 * 1024 * 1024)))))
  t.true(bomb.length < 1024 * 1024, 'it is small as it comes')
  t.deepEqual(await rowsOf(bomb), ['too-large'])
})

test('nor is one that says less of itself than it is', async (t) => {
  const bomb = await withSheet(sheetOf(row(1, text('A1', 'x'.repeat(64 * 1024 * 1024)))))
  // The unpacked size stands in the archive's list of contents, after its signature; sheet1's is the only large one.
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
  for (let at = 0; at < bomb.length - 28; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1024 * 1024) {
      view.setUint32(at + 24, 2048, true)
    }
  }
  t.true(['broken', 'too-large'].includes((await rowsOf(bomb))[0] ?? ''))
})

test('one row with a number beyond all rows ends with the thread that read it, and the next file is read', async (t) => {
  const bomb = await withSheet(sheetOf(row(1, text('A1', 'a')) + row(4_000_000_000, text('A4000000000', 'b'))))
  const [bombed, after] = await Promise.all([rowsOf(bomb), rowsOf(await workbook([[{ value: 'a' }]]))])
  t.deepEqual(bombed, ['too-large'])
  t.deepEqual(after, ['1: a'])
})
