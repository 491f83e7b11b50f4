import { readText } from './read-text.js'
import { readWorkbook } from './read-workbook.js'
import type { ReadTable, TableLimits, WhyUnreadable } from './table.js'

/**
 * Reads a list. Its content decides the format, never its name or the browser's word (security.md R-78). It can hold
 * the event loop for seconds: run it in a thread (`read-table.ts`).
 */
export async function readBytes(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  if (bytes.length === 0) return { kind: 'unreadable', why: 'empty' }
  if (startsWith(bytes, zip)) {
    // The library throws its own words for whatever it cannot read.
    return await readWorkbook(bytes, limits).catch((): ReadTable => ({ kind: 'unreadable', why: 'broken' }))
  }
  const why = whyNoText(bytes)
  return why === undefined ? readText(bytes, limits) : { kind: 'unreadable', why }
}

const zip = [0x50, 0x4b, 0x03, 0x04]
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, place) => bytes[place] === byte)

const whyNoText = (bytes: Uint8Array): WhyUnreadable | undefined => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (!startsWith(bytes, compoundFile)) return undefined
  return content.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked-workbook' : 'old-workbook'
}
