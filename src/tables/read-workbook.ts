import { types } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import readSheets from 'read-excel-file/universal'
import { tableOf, type Line, type ReadTable, type TableLimits } from './table.js'
import { openWorkbook, type Sheet, type WorkbookParts } from './workbook-parts.js'

/**
 * Reads the first visible sheet that holds anything: what a person sees who opens the workbook. Run it in a thread
 * (`read-table.ts`): a file that is made to harm may use up memory or time.
 */
export async function readWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  const workbook = openWorkbook(bytes)
  if ('why' in workbook) return { kind: 'unreadable', why: workbook.why }
  const filled = await filledSheets(workbook)
  const [first, ...others] = filled
  if (first === undefined) return { kind: 'unreadable', why: 'empty' }
  const read = tableOf(first.lines, limits)
  if (read.kind === 'unreadable' || others.length === 0) return read
  return { kind: 'read', table: { ...read.table, sheet: first.name, otherSheets: others.map(({ name }) => name) } }
}

interface FilledSheet {
  readonly name: string
  readonly lines: readonly Line[]
}

const filledSheets = async (workbook: WorkbookParts): Promise<readonly FilledSheet[]> => {
  const visible = workbook.sheets.filter(({ isVisible }) => isVisible).slice(0, sheetsAtMost)
  if (visible.length === 0) return []
  const read = await readSheets(packed(workbook, visible), { parseNumber: (written) => written })
  return visible.flatMap(({ name }, place) => {
    const lines: Line[] = []
    read[place]?.data.forEach((cells: readonly unknown[], at) => {
      if (cells.some((cell) => cell !== null)) lines.push({ row: at + 1, cells: cells.map(textOf) })
    })
    return lines.length === 0 ? [] : [{ name, lines }]
  })
}

/** One is read, and the names of a few others are enough to tell them apart. */
const sheetsAtMost = 10

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * The library reads a workbook by the names of its files, knows no hidden sheets, and takes `date1904` for true only
 * when it is written `1`. It is given the same cells in a workbook that is written as it expects.
 */
const packed = ({ countsFrom1904, sharedStrings, styles }: WorkbookParts, sheets: readonly Sheet[]): ArrayBuffer => {
  const names = sheets.map((_, place) => `s${place + 1}`)
  const related = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr date1904="${countsFrom1904 ? 1 : 0}"/><sheets>${names
      .map((name, place) => `<sheet name="${name}" sheetId="${place + 1}" r:id="${name}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      ...names.map((name) => related(name, 'worksheet', `worksheets/${name}.xml`)),
      ...(sharedStrings === undefined ? [] : [related('strings', 'sharedStrings', 'sharedStrings.xml')]),
      ...(styles === undefined ? [] : [related('styles', 'styles', 'styles.xml')]),
    ].join('')}</Relationships>`,
    ...(sharedStrings !== undefined && { 'xl/sharedStrings.xml': sharedStrings }),
    ...(styles !== undefined && { 'xl/styles.xml': styles }),
    ...Object.fromEntries(
      sheets.map(({ xml }, place) => [`xl/worksheets/s${place + 1}.xml`, withPlaces(withFaultsAsText(xml))]),
    ),
  }
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(asUtf8(xml))]))
  const zipped = zipSync(files, { level: 0 })
  const buffer = new ArrayBuffer(zipped.length)
  new Uint8Array(buffer).set(zipped)
  return buffer
}

/** The library passes over a cell that shows #N/A or the like, as if it were empty; to us it is a mistake to report. */
const withFaultsAsText = (sheet: string): string => sheet.replaceAll(/(<(?:\w+:)?c\b[^<>]*\st=)["']e["']/g, '$1"str"')

/** A cell may leave out where it stands (part 1, § 18.3.1.4): then it follows the one before. The library asks each. */
const withPlaces = (sheet: string): string => {
  let [row, column] = [0, 0]
  return sheet.replaceAll(/<((?:\w+:)?)(row|c)\b([^<>]*)>/g, (_, prefix: string, name: string, attributes: string) => {
    const place = /\sr=["']([A-Z]*)(\d+)["']/.exec(attributes)
    const said = place === null ? undefined : Number(place[2])
    if (name === 'row') [row, column] = [said ?? row + 1, 0]
    else column = place === null ? column + 1 : columnOf(place[1] ?? '')
    const told = name === 'row' ? ` r="${row}"` : ` r="${lettersOf(column)}${row}"`
    return `<${prefix}${name}${place === null ? told : ''}${attributes}>`
  })
}

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + ((letter.codePointAt(0) ?? 64) - 64), 0)

const lettersOf = (column: number): string =>
  column === 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCodePoint(65 + ((column - 1) % 26))

/** What the part said of its own encoding is true no more. */
const asUtf8 = (xml: string): string => xml.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')

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
