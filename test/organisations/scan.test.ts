import { readFileSync } from 'node:fs'
import test from 'ava'
import { readScan } from '../../src/organisations/assurances/scan.js'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

for (const [what, content, type] of [
  ['a PDF', bytes('%PDF-1.7\n', '1 0 obj', '\n%%EOF\n'), 'application/pdf'],
  ['a PNG', bytes(png, 'IHDR', 'IEND'), 'image/png'],
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF', [0xff, 0xd9]), 'image/jpeg'],
] as const) {
  test(`${what} is known by its content`, (t) => {
    t.like(readScan(content), { kind: 'scan', scan: { type } })
  })
}

for (const [what, content] of [
  ['HTML', bytes('<!doctype html><script>alert(1)</script>')],
  ['HTML with a PDF a kilobyte after it', bytes('<html>'.padEnd(1024), '%PDF-1.7', '%%EOF')],
  ['a PDF that ends before it begins', bytes('%%EOF', '%PDF-1.7')],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a GIF', bytes('GIF89a')],
  ['a program', bytes('MZ')],
  ['a zip', bytes('PK', [3, 4])],
  ['the beginning of a PDF with HTML pasted on', bytes('%PDF-', '<html></html>')],
  ['half a PNG', bytes(png, 'IHDR')],
  ['half a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
  ['nothing', bytes()],
] as const) {
  test(`${what} is no signed form (R-78)`, (t) => {
    t.deepEqual(readScan(content), { kind: 'none', why: 'unknown' })
  })
}

const pdf = '%PDF-1.7\n1 0 obj\n%%EOF\n2 0 obj\n%%EOF'

for (const [what, before, after] of [
  ['a byte order mark', '\u00ef\u00bb\u00bf', ''],
  ['a line break', '\r\n', ''],
  ['a page of HTML', '<html><script>alert(1)</script>', ' \n'],
  ['a mail program’s lines', 'Content-Type: application/pdf\r\n\r\n', `--boundary--${' '.repeat(5_000)}`],
  ['as much as a kilobyte', ' '.repeat(1024 - 5), '<script>'],
] as const) {
  test(`a PDF is kept without what stands before and after it: ${what}`, (t) => {
    const read = readScan(bytes(before, pdf, after))
    t.is(read.kind === 'scan' ? Buffer.from(read.scan.bytes).toString('latin1') : read.why, pdf)
  })
}

test('the line end after the last mark is part of a PDF, and no more is', (t) => {
  const read = readScan(bytes(pdf, '\r\n\r\n'))
  t.is(read.kind === 'scan' ? Buffer.from(read.scan.bytes).toString('latin1') : read.why, `${pdf}\r\n`)
})

for (const name of ['form-bom.pdf', 'form-newline-first.pdf', 'form-junk-200.pdf']) {
  test(`a form as scanners and mail programs send it is taken, from its beginning to its end: ${name}`, (t) => {
    const read = readScan(readFileSync(`test/cases/${name}`))
    t.like(read, { kind: 'scan', scan: { type: 'application/pdf' } })
    const kept = read.kind === 'scan' ? Buffer.from(read.scan.bytes).toString('latin1') : ''
    t.regex(kept, /^%PDF-[^]*%%EOF\r?\n?$/)
  })
}

for (const [why, content] of [
  ['heic', bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic')],
  ['heic', bytes([0, 0, 0, 32], 'ftypmif1')],
  ['tiff', bytes('II*', [0, 8])],
  ['tiff', bytes('MM', [0], '*')],
] as const) {
  test(`a picture that no browser shows is refused by the name of its format: ${why}, ${content.subarray(0, 12).join(' ')}`, (t) => {
    t.deepEqual(readScan(content), { kind: 'none', why })
  })
}
