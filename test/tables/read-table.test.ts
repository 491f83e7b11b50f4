import { readFileSync } from 'node:fs'
import ava from 'ava'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { readTable } from '../../src/tables/read-table.js'
import { freshDatabase } from '../support/database.js'

// Not many files are read at once: a test waits for the one before.
const test = ava.serial
const limits = { rows: 2_000, columns: 40 }
const rowsAtMost = limits.rows

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))
const workbook = async (sheet: SheetData) => Uint8Array.from(await writeWorkbook(sheet).toBuffer())

/** The rows that were read, each with its number in front. */
const rowsOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const read = await readTable(bytes, limits)
  if (read.kind !== 'read') {
    const { why, row, column } = read
    return [`${why}${column === undefined ? '' : ` in ${column}`}${row === undefined ? '' : ` on row ${row}`}`]
  }
  return read.table.lines.map(({ row, cells }) => `${row}: ${cells.join('|')}`)
}

const fixture = (name: string) => Uint8Array.from(readFileSync(`test/cases/${name}`))
/** The container of Excel before 2007, with the name of a stream in its directory. */
const compound = (stream: string) =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(stream, 'utf16le')])

const twoColumns = ['1: Förnamn|Ort', '2: Åsa|Örebro']

for (const [how, bytes] of Object.entries({
  'UTF-8, semicolons': utf8('Förnamn;Ort\nÅsa;Örebro\n'),
  'UTF-8 with a byte order mark, commas, CRLF': utf8('\uFEFFFörnamn,Ort\r\nÅsa,Örebro\r\n'),
  'UTF-8 with tabs and no last line end': utf8('Förnamn\tOrt\nÅsa\tÖrebro'),
  'old Macintosh line ends': utf8('Förnamn;Ort\rÅsa;Örebro\r'),
  'Windows-1252': latin1('Förnamn;Ort\r\nÅsa;Örebro\r\n'),
  'Excel’s Unicode text': utf16('Förnamn\tOrt\r\nÅsa\tÖrebro\r\n'),
  'line ends of two kinds': utf8('Förnamn;Ort\r\nÅsa;Örebro\n'),
  'two byte order marks': utf8('\uFEFF\uFEFFFörnamn;Ort\nÅsa;Örebro\n'),
  'UTF-16 without a byte order mark': Uint8Array.from(Buffer.from('Förnamn\tOrt\nÅsa\tÖrebro\n', 'utf16le')),
  'UTF-16 with its bytes in the other order': utf16('Förnamn\tOrt\nÅsa\tÖrebro\n').map(
    (_, at, all) => all[at % 2 === 0 ? at + 1 : at - 1] ?? 0,
  ),
  'empty columns at the end': utf8(`Förnamn;Ort${';'.repeat(100)}\nÅsa;Örebro${';'.repeat(100)}\n`),
  'everything in quotes': utf8('"Förnamn";"Ort"\r\n"Åsa";"Örebro"\r\n'),
  'rows of nothing but separators at the end': utf8('Förnamn;Ort\nÅsa;Örebro\n;\n;;\n\n'),
})) {
  test(`a text file is read: ${how}`, async (t) => {
    t.deepEqual(await rowsOf(bytes), twoColumns)
  })
}

for (const [how, bytes, expected] of [
  ['a separator in a quoted heading', utf8('"a,b,c";d\n1;2\n'), ['1: a,b,c|d', '2: 1|2']],
  ['a separator in a quoted cell', utf8('a;b\n"1;2";3\n'), ['1: a|b', '2: 1;2|3']],
  ['sep= with a tab', utf8('sep=\t\na;x\tb\n1\t2\n'), ['2: a;x|b', '3: 1|2']],
  ['empty lines before the heading', utf8('\n\na;b\n1;2\n'), ['3: a|b', '4: 1|2']],
  ['a row without its last separators', utf8('a;b;c\n1\n'), ['1: a|b|c', '2: 1']],
] as const) {
  test(`a text file is read: ${how}`, async (t) => {
    t.deepEqual(await rowsOf(bytes), expected)
  })
}

test('a list is parsed in a thread of its own, text too, so that the loop is free', async (t) => {
  let threads = 0
  const count = () => (threads += 1)
  process.on('worker', count)
  await rowsOf(utf8('a;b\n1;2\n'))
  process.off('worker', count)
  t.is(threads, 1)
})

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
  'a web page': ['web-page', utf8('<!doctype html><table><tr><td>Förnamn</td></tr></table>')],
  'a web page after some spaces': ['web-page', utf8('\n  <html>')],
  'a picture': ['no-list', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  'a PDF': ['pdf', Uint8Array.from([...utf8('%PDF-1.7\n'), 0, 1, 2, 3, 0xff])],
  'an Excel file of 1997': ['old-workbook', compound('Workbook')],
  'an Excel file with a password': ['locked-workbook', compound('EncryptedPackage')],
  'a sheet of OpenDocument': [
    'open-document',
    zipSync({ mimetype: strToU8('application/vnd.oasis'), 'META-INF/manifest.xml': strToU8('<manifest/>') }),
  ],
  'a binary workbook': [
    'binary-workbook',
    zipSync({ '_rels/.rels': strToU8('<Relationships/>'), 'xl/workbook.bin': new Uint8Array(9) }),
  ],
  'a text of a Macintosh': ['macintosh', fixture('people-macroman.csv')],
  'a text of MS-DOS': [
    'ms-dos',
    Uint8Array.from([...utf8('F'), 0x94, ...utf8('rnamn;Ort\r\n'), 0x8f, ...utf8('sa;Lund')]),
  ],
  'a zero byte in the text': ['control-character on row 3', utf8(`a;b\n1;2\n3;\u00004\n${'5;6\n'.repeat(9)}`)],
  'å, ä and ö saved as other letters': ['garbled in a on row 2', utf8('a;b\nÃ…sa;Lund\n')],
  'the sign of a lost letter': ['garbled in b on row 2', utf8('a;b\n1;\uFFFDrebro\n')],
  'a cell too long': ['too-long-cell in b on row 2', utf8(`a;b\n1;${'x'.repeat(1001)}\n`)],
  'a million separators': ['too-many-columns', utf8(';'.repeat(1024 * 1024))],
  'a quote that is not closed': ['quotes on row 3', utf8(`a;b\n1;2\n"3;4\n${'1;2\n'.repeat(90)}`)],
  'one row too many': ['too-many-rows', utf8(rows(rowsAtMost + 1))],
  'too many columns': ['too-many-columns on row 1', utf8(`${'a;'.repeat(41)}b\n`)],
  'the start of a zip': ['broken', utf8('PK\u0003\u0004 and then something else')],
  'a zip that is no spreadsheet': ['zip', zipSync({ 'content.xml': strToU8('<office/>') })],
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

test('a spreadsheet that unpacks to more than a list can be is not unpacked (R-97)', async (t) => {
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

for (const date1904 of ['1', 'true', ' true ', 'on']) {
  test(`days of a workbook that counts from 1904 are as Excel shows them, when that is written ${JSON.stringify(date1904)}`, async (t) => {
    const parts = unzipSync(fixture('people-1904-as-true.xlsx'))
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace('"true"', `"${date1904}"`)
    const [, person = ''] = await rowsOf(zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook) }))
    t.regex(person, /\|2031-06-30$/)
  })
}

test('days of a workbook that does not count from 1904 are as Excel shows them', async (t) => {
  const parts = unzipSync(fixture('people-1904-as-true.xlsx'))
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace('"true"', '"false"')
  const [, person = ''] = await rowsOf(zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook) }))
  t.regex(person, /\|2027-06-29$/)
})

test('a hidden sheet is not read: the first visible one is', async (t) => {
  const [heading = '', person = ''] = await rowsOf(fixture('people-hidden-first-sheet.xlsx'))
  t.regex(heading, /^1: Personnummer\|/)
  t.regex(person, /^2: 1987/)
})

test('one account reads two files at once, the third is refused, and others are read', async (t) => {
  const bytes = utf8('a;b\n1;2\n')
  const { db } = await freshDatabase(t)
  const kindsOf = async (accounts: readonly string[]) => {
    const read = await Promise.all(accounts.map(async (accountId) => await readTable(bytes, limits, { db, accountId })))
    return read.map((each) => (each.kind === 'read' ? 'read' : each.why))
  }
  t.deepEqual(await kindsOf(['a', 'a', 'a', 'b', 'a']), ['read', 'read', 'busy', 'read', 'busy'])
  t.deepEqual(await kindsOf(['a', 'a']), ['read', 'read'], 'again when they are read')
})

test('when several visible sheets are filled, the first is read and the others are named', async (t) => {
  const sheet = (name: string, value: string | undefined) => ({
    sheet: name,
    data: value === undefined ? [] : [[{ value }]],
  })
  const sheets = [sheet('Tomt', undefined), sheet('Ett', 'a'), sheet('Två', 'b'), sheet('Tre', 'c')]
  const bytes = Uint8Array.from(await writeWorkbook(sheets).toBuffer())
  const read = await readTable(bytes, limits)
  t.like(read, { kind: 'read', table: { sheet: 'Ett', otherSheets: ['Två', 'Tre'] } })
  t.deepEqual(await rowsOf(bytes), ['1: a'])
})

test('a workbook is read by its relationships, whatever its parts are called', async (t) => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  const relationships = (...all: readonly string[]) => strToU8(`<Relationships>${all.join('')}</Relationships>`)
  const bytes = zipSync({
    '_rels/.rels': relationships(`<Relationship Id="a" Type="${office}/officeDocument" Target="/Book/Main.xml"/>`),
    'book\\main.xml': strToU8(
      `<x:workbook xmlns:x="${main}" xmlns:rel="${office}"><x:sheets><x:sheet name="B&amp;C" sheetId="9" rel:id="z"/></x:sheets></x:workbook>`,
    ),
    'book/_rels/main.xml.rels': relationships(
      `<Relationship Id="y" Type="${office}/worksheet" Target="one.xml"/>`,
      `<Relationship Id="z" Type="${office}/worksheet" Target="../two.xml"/>`,
    ),
    'book/one.xml': strToU8(sheetOf(row(1, text('A1', 'wrong')))),
    'two.xml': strToU8(sheetOf(row(1, text('A1', 'right')))),
    'xl/workbook.xml': strToU8('<workbook/>'),
  })
  t.deepEqual(await rowsOf(bytes), ['1: right'])
})

test('a cell that leaves out where it stands follows the one before', async (t) => {
  const bytes = await workbook([
    [{ value: 'A' }, { value: 'B' }],
    [null, { value: 'x' }],
  ])
  const parts = unzipSync(bytes)
  const sheet = Object.keys(parts).find((name) => name.endsWith('sheet1.xml')) ?? ''
  const bare = strFromU8(parts[sheet] ?? new Uint8Array())
    .replaceAll(/(<row\b[^>]*?)\sr="\d+"/g, '$1')
    .replaceAll(/(<c\b[^>]*?)\sr="[A-Z]1"/g, '$1')
  t.notRegex(bare, /<row[^>]* r=/)
  t.deepEqual(await rowsOf(zipSync({ ...parts, [sheet]: strToU8(bare) })), ['1: A|B', '2: |x'])
})

test('a semicolon parts the columns when the headings have as many commas', async (t) => {
  t.deepEqual(await rowsOf(utf8('Namn, kort;Ort\nÅsa;Örebro, Längbro\n')), [
    '1: Namn, kort|Ort',
    '2: Åsa|Örebro, Längbro',
  ])
})
