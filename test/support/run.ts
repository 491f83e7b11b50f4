/** What `npm test` runs: every test file, or those named, on a throwaway database; the last line counts. */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { told, type Told } from './told.js'
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

const run = async (args: readonly string[]): Promise<Told> => {
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
  return told(stripVTControlCharacters(heard.join('')), exitCode)
}

/** More files than these do not fail by accident, and what is at fault now and then does not pass so often in a row. */
const [mostFiles, timesAlone] = [3, 3]

/**
 * What failed beside others is run again, alone, and told of: a browser or a database that was not served in time on a
 * machine with much to do is no fault of the house. What fails even once more has failed.
 */
const runAlone = async (beside: Told): Promise<Told> => {
  const { files } = beside
  if (files.length === 0 || files.length > mostFiles) return beside
  for (let time = 1; time <= timesAlone; time += 1) {
    if (going.isToldToStop === true) return beside
    process.stdout.write(`\n  Alone, ${time} of ${timesAlone}: ${files.join(' ')}\n`)
    const alone = await run([...files, '--serial', '--concurrency=1'])
    if (alone.failed > 0) return { ...beside, report: beside.report + alone.report }
  }
  const report = `${beside.report}  Alone, it passed ${timesAlone} times.\n`
  return { passed: beside.passed + beside.failed, failed: 0, report, files: [] }
}

const total = { passed: 0, failed: 0 }
const reports: string[] = []
for (const args of rounds) {
  if (going.isToldToStop === true) break
  const { passed, failed, report } = await runAlone(await run(args))
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
