import test from 'ava'
import { scanFrom } from '../../src/organisations/assurances/scan.js'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

for (const [what, content, type] of [
  ['a PDF', bytes('%PDF-1.7\n', '1 0 obj', '\n%%EOF\n'), 'application/pdf'],
  ['a PNG', bytes(png, 'IHDR', 'IEND'), 'image/png'],
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF', [0xff, 0xd9]), 'image/jpeg'],
] as const) {
  test(`${what} is known by its content`, (t) => {
    t.is(scanFrom(content)?.type, type)
  })
}

for (const [what, content] of [
  ['HTML', bytes('<!doctype html><script>alert(1)</script>')],
  ['HTML with a PDF after it', bytes('<html>', '%PDF-1.7', '%%EOF')],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a GIF', bytes('GIF89a')],
  ['a program', bytes('MZ')],
  ['a zip', bytes('PK', [3, 4])],
  ['the beginning of a PDF with HTML pasted on', bytes('%PDF-', '<html></html>')],
  ['half a PNG', bytes(png, 'IHDR')],
  ['half a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
  ['nothing', bytes()],
] as const) {
  test(`${what} is no signed form`, (t) => {
    t.is(scanFrom(content), undefined)
  })
}
