import { types } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'
import { tableOf, type Line, type ReadFile, type WhyUnreadable } from './table.js'

/**
 * Reads the first sheet of a spreadsheet. Run it in a thread of its own (`read-spreadsheet.ts`): a file that is made to
 * harm may still make it use up memory or time.
 */
export async function readFirstSheet(bytes: Uint8Array): Promise<ReadFile> {
  const why = whyNotUnpacked(bytes)
  if (why !== undefined) return { kind: 'unreadable', why }
  const [first] = await readWorkbook(withFaultsAsText(bytes), { parseNumber: (written) => written })
  if (first === undefined) return { kind: 'unreadable', why: 'empty' }
  const lines: Line[] = []
  first.data.forEach((cells: readonly unknown[], place) => {
    if (cells.some((cell) => cell !== null)) lines.push({ row: place + 1, cells: cells.map(textOf) })
  })
  return tableOf(lines)
}

/** All that a megabyte of people can come to, many times over. */
const unpackedAtMost = 24 * 1024 * 1024
const entriesAtMost = 500

/**
 * Judges by what the archive says of its parts. It cannot say too little: each is unpacked into as much room as it
 * said that it needs, and no more.
 */
const whyNotUnpacked = (bytes: Uint8Array): WhyUnreadable | undefined => {
  let unpacked = 0
  const names: string[] = []
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpacked += originalSize
      names.push(name)
      return false
    },
  })
  if (unpacked > unpackedAtMost || names.length > entriesAtMost) return 'too-large'
  return names.includes('xl/workbook.xml') ? undefined : 'no-list'
}

/** The library passes over a cell that shows #N/A or the like, as if it were empty; to us it is a mistake to tell of. */
const withFaultsAsText = (bytes: Uint8Array): ArrayBuffer => {
  const parts = Object.entries(unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/.test(name) }))
  const packed = zipSync(
    Object.fromEntries(parts.map(([name, part]) => [name, name.includes('/worksheets/') ? asText(part) : part])),
    { level: 0 },
  )
  const buffer = new ArrayBuffer(packed.length)
  new Uint8Array(buffer).set(packed)
  return buffer
}

const asText = (sheet: Uint8Array): Uint8Array =>
  strToU8(strFromU8(sheet).replaceAll(/(<(?:\w+:)?c\b[^<>]*\st=)["']e["']/g, '$1"str"'))

/** A number comes as the file has it, which may be 1.9900101E+11; a day has no hour. */
const textOf = (cell: unknown): string => {
  if (types.isDate(cell)) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '1' : '0'
  if (typeof cell !== 'string') return ''
  const number = isNumber.test(cell) ? Number(cell) : Number.NaN
  return Number.isSafeInteger(number) && number > 0 ? String(number) : cell
}

/** As a machine writes a number that is too long for it, or too exact; whole numbers of people stay as they are. */
const isNumber = /^\d+(?:\.\d+(?:E\+?\d+)?|E\+?\d+)$/
