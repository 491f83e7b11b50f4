import { readSpreadsheet } from './read-spreadsheet.js'
import { readText } from './read-text.js'
import type { ReadFile } from './table.js'

/** What a file is, its content tells: neither its name nor what the browser says of it is asked (security.md R-78). */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length === 0) return { kind: 'unreadable', why: 'empty' }
  if (startsWith(bytes, zip)) return await readSpreadsheet(bytes)
  if (startsWith(bytes, compoundFile)) return { kind: 'unreadable', why: 'old-or-locked' }
  return readText(bytes)
}

const zip = [0x50, 0x4b, 0x03, 0x04]
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, place) => bytes[place] === byte)
