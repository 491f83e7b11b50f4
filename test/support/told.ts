import { existsSync } from 'node:fs'

/** What ava has told of one run. */
export interface Told {
  readonly passed: number
  readonly failed: number
  /** Its failures in full, and then their names alone. */
  readonly report: string
  /** The files whose tests failed; none when anything else went wrong as well. */
  readonly files: readonly string[]
}

/** Reads ava's output; anything but passed tests, also a crash or a file that did not run, is a failure. */
export function told(output: string, exitCode: number): Told {
  const last = (what: RegExp) => Number([...output.matchAll(what)].at(-1)?.[1] ?? 0)
  const passed = [...output.matchAll(/^\s*[✔√] /gm)].length
  const failures = last(/^\s*(\d+) tests? failed\b/gm)
  const accidents = last(/^\s*(\d+) (?:hooks? failed|uncaught exceptions?|unhandled rejections?)\b/gm)
  const failed = Math.max(failures + accidents, exitCode === 0 ? 0 : 1)
  const names = [...output.matchAll(/^\s*[✘×] (?:\[fail\]: )?(.*)$/gm)].map(([, name = '']) => name)
  const files = names.map(fileOf).filter((file) => file !== undefined)
  const areTestsOnly = failures === failed && files.length === failed
  return {
    passed,
    failed,
    report: failed === 0 ? '' : `${inFull(output)}\n${names.map((name) => `  ✘ ${name}\n`).join('')}`,
    files: areTestsOnly ? [...new Set(files)] : [],
  }
}

/** All below the first rule. */
const inFull = (output: string) => output.slice(output.search(/^ {2}─$/m))

/** `login › lock › the fourth wrong password…` is of dist/test/login/lock.test.js. */
const fileOf = (name: string): string | undefined => {
  const parts = name.split(' › ')
  return parts
    .map((_, index) => `dist/test/${parts.slice(0, index + 1).join('/')}.test.js`)
    .find((file) => existsSync(file))
}
