import { posix } from 'node:path'
import { unzipSync } from 'fflate'
import { Parser } from 'saxen'
import type { WhyUnreadable } from './table.js'

/** The parts of a workbook, as its own relationships name them: no file name is guessed (ECMA-376 part 2, § 9). */
export interface WorkbookParts {
  /** In the order of the tabs. */
  readonly sheets: readonly Sheet[]
  readonly countsFrom1904: boolean
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

export interface Sheet {
  readonly name: string
  readonly isVisible: boolean
  readonly xml: string
}

export type OpenedWorkbook = WorkbookParts | { readonly why: WhyUnreadable }

export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  const why = whyNotUnpacked(bytes)
  if (why !== undefined) return { why }
  const files = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) })
  const contents = new Map(Object.entries(files).map(([name, content]) => [keyOf(name), content]))
  const read = (path: string) => {
    const content = contents.get(keyOf(path))
    return content && xmlFrom(content)
  }
  const workbook = relationshipsOf(read, '').find(({ type }) => type === 'officeDocument')?.path
  const xml = workbook === undefined ? undefined : read(workbook)
  if (workbook === undefined || xml === undefined) return { why: 'no-list' }
  const found = workbookFrom(xml)
  if (found === undefined) return { why: 'no-list' }
  const related = relationshipsOf(read, workbook)
  const partOf = (wanted: string) => related.find(({ type }) => type === wanted)?.path
  return {
    countsFrom1904: found.countsFrom1904,
    sheets: found.sheets.flatMap(({ name, isVisible, relationship }) => {
      // A sheet of charts or of a dialog has no cells, and one whose part is missing shows none.
      const path = related.find(({ id, type }) => id === relationship && type === 'worksheet')?.path
      const sheet = path === undefined ? undefined : read(path)
      return sheet === undefined ? [] : [{ name, isVisible, xml: sheet }]
    }),
    sharedStrings: read(partOf('sharedStrings') ?? ''),
    styles: read(partOf('styles') ?? ''),
  }
}

/** A list of a megabyte comes to far less than this. */
const unpackedAtMost = 24 * 1024 * 1024
const entriesAtMost = 500

/**
 * Judges by what the archive states of its parts. It cannot state too little: each is unpacked into as much room as was
 * stated, and no more.
 */
const whyNotUnpacked = (bytes: Uint8Array): WhyUnreadable | undefined => {
  let unpacked = 0
  const names: string[] = []
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpacked += originalSize
      names.push(keyOf(name))
      return false
    },
  })
  if (unpacked > unpackedAtMost || names.length > entriesAtMost) return 'too-large'
  if (names.includes('_rels/.rels')) return names.includes('xl/workbook.bin') ? 'binary-workbook' : undefined
  if (names.includes('meta-inf/manifest.xml')) return 'open-document'
  return names.some((name) => name.endsWith('.iwa')) ? 'no-list' : 'zip'
}

/** Names of parts differ in no letter's case, and some programs write them with the other stroke. */
const keyOf = (name: string) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

const xmlFrom = (content: Uint8Array): string => {
  const [first, second] = content
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content)
  return new TextDecoder().decode(content)
}

interface Relationship {
  readonly id: string
  /** The last word of its address, which the two variants of the standard have in common. */
  readonly type: string
  readonly path: string
}

/** Those of one part; of the package when the part is ''. */
const relationshipsOf = (read: (path: string) => string | undefined, part: string): readonly Relationship[] => {
  const { dir, base } = posix.parse(part)
  const xml = read(posix.join(dir, '_rels', `${base}.rels`))
  const found: Relationship[] = []
  eachElement(xml ?? '', (name, attributes) => {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes
    if (localName(name) !== 'Relationship' || id === undefined || type === undefined || target === undefined) return
    if (mode !== 'External')
      found.push({ id, type: type.split('/').at(-1) ?? '', path: posix.resolve('/', dir, target) })
  })
  return found
}

interface FoundWorkbook {
  readonly countsFrom1904: boolean
  readonly sheets: readonly { readonly name: string; readonly isVisible: boolean; readonly relationship: string }[]
}

/** Undefined for a document of another kind. */
const workbookFrom = (xml: string): FoundWorkbook | undefined => {
  const names: string[] = []
  const sheets: { name: string; isVisible: boolean; relationship: string }[] = []
  let date1904: string | undefined
  eachElement(xml, (element, attributes) => {
    const name = localName(element)
    names.push(name)
    // A second one is passed over, as Excel does.
    if (name === 'workbookPr') date1904 ??= attributes['date1904'] ?? ''
    if (name !== 'sheet') return
    const relationship = attributes['r:id'] ?? ''
    const isVisible = (attributes['state'] ?? 'visible') === 'visible'
    sheets.push({ name: attributes['name'] ?? '', isVisible, relationship })
  })
  return names[0] === 'workbook' ? { sheets, countsFrom1904: isTrue(date1904 ?? '') } : undefined
}

/** A boolean of XML Schema (part 2, § 3.2.2), and the `on` of older Office schemas. */
const isTrue = (written: string) => ['1', 'true', 'on'].includes(written.trim())

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

const relationshipsNamespaces = {
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
}

/** @throws when it is no XML */
const eachElement = (
  xml: string,
  visit: (name: string, attributes: Readonly<Record<string, string>>) => void,
): void => {
  const parser = new Parser()
  parser.ns(relationshipsNamespaces)
  parser.on('error', (error) => {
    throw error
  })
  parser.on('openTag', (name, attributesOf, decode) => {
    const attributes = Object.entries(attributesOf()).map(([key, value]) => [key, decode(String(value))] as const)
    visit(name, Object.fromEntries(attributes))
  })
  if (xml !== '') parser.parse(xml)
}
