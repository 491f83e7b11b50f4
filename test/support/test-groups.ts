/**
 * Many test files in one process: the service and its libraries take some two seconds to load, which each of 250 files
 * would pay in a process of its own.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const folder = 'dist/test/groups'
const groups = 12

/** Takes a file's path or address. */
export const isGroup = (file: string): boolean => file.includes(`/${folder}/`)

/** A line of ava's about a test of a group, as if it were about the test's own file: the times are those of waiting. */
export const withoutGroup = (line: string): string =>
  line.includes('groups › ') ? line.replaceAll(/groups › \d\d › /g, '').replace(/ \((?:\d+m )?[\d.]+m?s\)$/, '') : line

/**
 * Writes the groups, and names the files to run: they, and those files that are not for company, since they run their
 * tests one by one or look at what their process does.
 */
export function writeGroups(): readonly string[] {
  removeGroups()
  mkdirSync(folder, { recursive: true })
  const files = globSync('dist/test/**/*.test.js').filter((file) => !file.endsWith('.timed.test.js'))
  const read = files.map((file) => ({ file, source: readFileSync(file, 'utf8') }))
  const alone = read.filter(({ source }) => forNoCompany.test(source))
  const together = read.filter((one) => !alone.includes(one))
  return [...alone.map(({ file }) => file), ...divided(together).map(writeGroup)]
}

export function removeGroups(): void {
  rmSync(folder, { recursive: true, force: true })
}

/** One test after the other, or a change of what all of a process share. */
const forNoCompany = /test\.serial\(|globalThis\.\w+ = |process\.env\[[^\]]+\] = |Reflect\.set\(/

interface Read {
  readonly file: string
  readonly source: string
}

/** The heaviest first, each to the lightest group so far, so that all end at about the same time. */
const divided = (files: readonly Read[]): readonly (readonly string[])[] => {
  const made = Array.from({ length: groups }, () => ({ weight: 0, files: [] as string[] }))
  const heaviestFirst = files.toSorted((one, other) => weight(other) - weight(one) || (one.file < other.file ? -1 : 1))
  for (const one of heaviestFirst) {
    const lightest = made.reduce((least, group) => (group.weight < least.weight ? group : least))
    lightest.weight += weight(one)
    lightest.files.push(one.file)
  }
  return made.filter((group) => group.files.length > 0).map((group) => group.files)
}

/** By its length, roughly; a browser's pages take longer. */
const weight = ({ source }: Read): number => source.length * (/[cC]hromium/.test(source) ? 3 : 1)

const writeGroup = (files: readonly string[], index: number): string => {
  const name = `${folder}/${String(index).padStart(2, '0')}.test.js`
  const imports = files.map((file) => `import '../${file.slice('dist/test/'.length)}'\n`)
  writeFileSync(name, imports.join(''))
  return name
}
