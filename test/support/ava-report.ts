import { existsSync } from 'node:fs'

/** What ava has reported of one run. */
export interface AvaReport {
  readonly passed: number
  readonly failed: number
  /** Its failures in full, and then their names alone. */
  readonly failures: string
  /** The titles of the tests that failed, with their file's name before them; not what was no test. */
  readonly failedTests: readonly string[]
  /** The files whose tests failed; none when anything else went wrong as well. */
  readonly failedFiles: readonly string[]
}

/** Reads ava's output; anything but passed tests, also a crash or a file that did not run, is a failure. */
export function readAvaReport(output: string, exitCode: number): AvaReport {
  const last = (what: RegExp) => Number([...output.matchAll(what)].at(-1)?.[1] ?? 0)
  const passed = [...output.matchAll(/^\s*[✔√] /gm)].length
  const failedTestsCounted = last(/^\s*(\d+) tests? failed\b/gm)
  const accidents = last(/^\s*(\d+) (?:hooks? failed|uncaught exceptions?|unhandled rejections?)\b/gm)
  const failed = Math.max(failedTestsCounted + accidents, exitCode === 0 ? 0 : 1)
  const failedTests = [...output.matchAll(/^\s*[✘×] (?:\[fail\]: )?(.*)$/gm)].map(([, name = '']) => titleOf(name))
  const files = failedTests.map(fileOf).filter((file) => file !== undefined)
  const areTestsOnly = failedTestsCounted === failed && files.length === failed
  return {
    passed,
    failed,
    failures: failed === 0 ? '' : `${inFull(output)}\n${failedTests.map((name) => `  ✘ ${name}\n`).join('')}`,
    failedTests,
    failedFiles: areTestsOnly ? [...new Set(files)] : [],
  }
}

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
