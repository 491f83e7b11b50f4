import { existsSync } from 'node:fs'

/** What ava has reported of one run. */
export interface AvaReport {
  readonly passed: number
  readonly failed: number
  /** Its failures in full, and then their names alone. */
  readonly failures: string
  /** The titles of the tests that failed, with their file's name before them; not what was no test. */
  readonly failedTests: readonly string[]
  /** The files whose tests failed or that had an accident; none when anything else went wrong as well. */
  readonly failedFiles: readonly string[]
}

/** Reads ava's output; anything but passed tests, also a crash or a file that did not run, is a failure. */
export function readAvaReport(output: string, exitCode: number): AvaReport {
  const last = (what: RegExp) => Number([...output.matchAll(what)].at(-1)?.[1] ?? 0)
  const passed = [...output.matchAll(/^\s*[✔√] /gm)].length
  const failedTestsCounted = last(/^\s*(\d+) tests? failed\b/gm)
  const hooksFailed = last(/^\s*(\d+) hooks? failed\b/gm)
  const accidents = accidentsIn(output)
  const accidentsCounted = last(/^\s*(\d+) uncaught exceptions?\b/gm) + last(/^\s*(\d+) unhandled rejections?\b/gm)
  const failed = Math.max(failedTestsCounted + hooksFailed + accidentsCounted, exitCode === 0 ? 0 : 1)
  const names = [...output.matchAll(/^\s*[✘×] (?:\[fail\]: )?(.*)$/gm)]
    .map(([, name = '']) => titleOf(name))
    .filter((name) => !accidents.some(({ file }) => name.startsWith(`${file} exited `)))
  const failedTests = [...names, ...accidents.map(({ name }) => name)]
  const files = [...names.map(fileOf), ...accidents.map(({ file }) => file)].filter((file) => file !== undefined)
  const areAllNamed = failedTests.length === failed && files.length === failed
  return {
    passed,
    failed,
    failures: failed === 0 ? '' : failuresIn(output, accidents, failedTests),
    failedTests,
    failedFiles: areAllNamed ? [...new Set(files)] : [],
  }
}

const failuresIn = (output: string, accidents: readonly Accident[], failedTests: readonly string[]): string => {
  const told = accidents.map(({ words }) => words)
  return [...told, inFull(output), '\n', ...failedTests.map((name) => `  ✘ ${name}\n`)].join('')
}

/** What nobody caught, in the middle of a file's tests. */
interface Accident {
  /** `Uncaught exception in test/server/restart.test.js`. */
  readonly name: string
  readonly file: string | undefined
  /** As ava wrote it, once, when it happened: with its stack, to the next test's line. */
  readonly words: string
}

const accidentsIn = (output: string): readonly Accident[] =>
  [
    ...output.matchAll(
      /^ *((?:Uncaught exception|Unhandled rejection) in (?:dist\/)?(\S+))\n(?:(?! *(?:[✔√✘×─]|Uncaught|Unhandled)).*\n)*/gm,
    ),
  ].map(([words, name = '', file]) => ({ name, file: file && `dist/${file}`, words: `\n${words}` }))

/** Without the time that it took and the words of its error, which ava writes behind it. */
const titleOf = (line: string): string => line.replace(/ \([\d.]+m?s\)(?= |$)/, '').trim()

/** All below the first rule. */
const inFull = (output: string) => output.slice(output.search(/^ {2}─$/m))

/** `login › lock › the fourth wrong password…` is of dist/test/login/lock.test.js. */
const fileOf = (name: string): string | undefined => {
  const parts = name.split(' › ')
  return parts
    .map((_, index) => `dist/test/${parts.slice(0, index + 1).join('/')}.test.js`)
    .find((file) => existsSync(file))
}
