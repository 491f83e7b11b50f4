/** What `npm test` runs: every test file, or those named, on a throwaway database; the last line counts. */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { makeBlueprint, startThrowaway } from './throwaway.js'

/** What measures time comes last, one test at a time: nobody else's work may be in what it measures. */
const timed = 'dist/test/**/*.timed.test.js'
const named = process.argv.slice(2)
const rounds =
  named.length > 0
    ? [named]
    : [
        ['dist/test/**/*.test.js', `!${timed}`],
        [timed, '--serial', '--concurrency=1'],
      ]

const given = process.env['TEST_DATABASE_SERVER']
if (given !== undefined) await makeBlueprint(given)
const throwaway = given === undefined ? await startThrowaway() : undefined
const program = fileURLToPath(new URL('cli.js', import.meta.resolve('ava')))
const going: { ava?: ChildProcess; isToldToStop?: boolean } = {}
// Ctrl-C reaches ava as well; it ends, and we clear up after it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    going.isToldToStop = true
    going.ava?.kill(signal)
  })
}

const run = async (args: readonly string[]) => {
  const ava = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, TEST_DATABASE_SERVER: given ?? throwaway?.server },
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  going.ava = ava
  const heard: string[] = []
  ava.stdout.on('data', (chunk: Buffer) => {
    heard.push(chunk.toString('utf8'))
    process.stdout.write(chunk)
  })
  const exitCode = await new Promise<number>((resolve) => ava.on('close', (code) => resolve(code ?? 1)))
  const words = stripVTControlCharacters(heard.join(''))
  return { ...count(words, exitCode), report: exitCode === 0 ? '' : reportIn(words) }
}

/** What ava says of its failures, below its first rule, and then their names alone. */
const reportIn = (words: string) => {
  const names = words.match(/^\s*[✘×] .*$/gm) ?? []
  return [words.slice(words.search(/^ {2}─$/m)), ...names, ''].join('\n')
}

/** What ava's last lines say; anything but passed tests, also a crash or a file that did not run, is a failure. */
const count = (summary: string, exitCode: number) => {
  const last = (what: RegExp) => Number([...summary.matchAll(what)].at(-1)?.[1] ?? 0)
  const passed = [...summary.matchAll(/^\s*[✔√] /gm)].length
  const failures = last(/^\s*(\d+) (?:tests?|hooks?) failed\b/gm)
  const accidents = last(/^\s*(\d+) (?:uncaught exceptions?|unhandled rejections?)\b/gm)
  return { passed, failed: Math.max(failures + accidents, exitCode === 0 ? 0 : 1) }
}

const total = { passed: 0, failed: 0 }
const reports: string[] = []
for (const args of rounds) {
  if (going.isToldToStop === true) break
  const { passed, failed, report } = await run(args)
  total.passed += passed
  total.failed += failed
  reports.push(report)
}
await throwaway?.stop()
if (going.isToldToStop === true) total.failed = Math.max(total.failed, 1)
// Once more at the end: of a long run, the end is what is read.
process.stdout.write(reports.join(''))
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1
