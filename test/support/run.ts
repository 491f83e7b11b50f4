/** What `npm test` runs: every test file, or those named, on a throwaway database; the last line counts. */
import { spawn, type ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { postgresMajors, type PostgresMajor } from '../../src/database/programs.js'
import { readAvaReport, type AvaReport } from './ava-report.js'
import { makeTemporaryFolder } from './memory-disk.js'
import { chosenForEveryVersion, postgresMajor } from './postgres-versions.js'
import { mostQuarantined, quarantine } from './quarantine.js'
import { slowestFiles } from './slowest-files.js'
import { removeGroups, withoutGroup, writeGroups } from './test-groups.js'
import { makeTemplates, startThrowaway, versionOf } from './throwaway.js'

/** What measures time comes last, one test at a time: nobody else's work may be in what it measures. */
const timed = 'dist/test/**/*.timed.test.js'
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--postgres='))
/** `--postgres=15,16`: the files named, or those chosen for it, on each of these versions. */
const asked = process.argv.find((argument) => argument.startsWith('--postgres='))?.slice('--postgres='.length)

interface Round {
  readonly args: readonly string[]
  /** Without one, the version that the service brings along. */
  readonly major?: PostgresMajor
}

const onOtherServers = (majors: readonly PostgresMajor[], files: readonly string[]): Round[] =>
  majors.map((major) => ({ args: files.length > 0 ? files : chosenForEveryVersion, major }))

const roundsAsked = (): readonly Round[] => {
  if (asked !== undefined) return onOtherServers(asked.split(',').map(postgresMajor), named)
  if (named.length > 0) return [{ args: named }]
  return [
    { args: writeGroups() },
    { args: [timed, '--serial', '--concurrency=1'] },
    ...(given === undefined ? onOtherServers(postgresMajors.slice(0, 1), []) : []),
  ]
}

const given = process.env['TEST_DATABASE_SERVER']
if (given !== undefined) await makeTemplates(given)
const rounds = roundsAsked()
const folder = await makeTemporaryFolder()
const fileTimes = path.join(folder, 'file-times')
const program = fileURLToPath(new URL('cli.js', import.meta.resolve('ava')))
const going: { ava?: ChildProcess; isToldToStop?: boolean } = {}
// Ctrl-C reaches ava as well; it ends, and we clear up after it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    going.isToldToStop = true
    going.ava?.kill(signal)
  })
}

const run = async (args: readonly string[], server: string): Promise<AvaReport> => {
  const ava = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      TEST_DATABASE_SERVER: server,
      TEST_FILE_TIMES: fileTimes,
      // Each thread of tests loads the same modules.
      NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/compiled'),
    },
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  going.ava = ava
  const heard: string[] = []
  createInterface({ input: ava.stdout }).on('line', (line) => {
    const told = `${withoutGroup(line)}\n`
    heard.push(told)
    process.stdout.write(told)
  })
  const exitCode = await new Promise<number>((resolve) => ava.on('close', (code) => resolve(code ?? 1)))
  return readAvaReport(stripVTControlCharacters(heard.join('')), exitCode)
}

/** More files than these do not fail by accident. */
const mostFiles = 3

/**
 * The tests of those files that failed beside others and pass alone. A flaky test is a fault, and stays counted as
 * failed; this only says where to look for its cause.
 */
const findFlaky = async ({ failedFiles, failedTests }: AvaReport, server: string): Promise<readonly string[]> => {
  if (failedFiles.length === 0 || failedFiles.length > mostFiles || going.isToldToStop === true) return []
  process.stdout.write(`\n  Alone: ${failedFiles.join(' ')}\n`)
  const alone = await run([...failedFiles, '--serial', '--concurrency=1'], server)
  return alone.failed === 0 ? failedTests : []
}

const isQuarantined = (failedTest: string) => quarantine.some(({ title }) => failedTest.startsWith(title))

const total = { passed: 0, failed: 0 }
const flaky: string[] = []
const failures: string[] = []
const versions: string[] = []

const runOn = async (server: string, args: readonly string[]): Promise<void> => {
  const version = await versionOf(server)
  process.stdout.write(`\n  PostgreSQL ${version}\n`)
  const report = await run(args, server)
  const flakyHere = await findFlaky(report, server)
  const failed = report.failed - flakyHere.filter(isQuarantined).length
  total.passed += report.passed
  total.failed += failed
  flaky.push(...flakyHere)
  failures.push(report.failures)
  versions.push(`  On PostgreSQL ${version}: ${report.passed} passed, ${failed} failed.\n`)
}

const runRounds = async (some: readonly Round[], server: string): Promise<void> => {
  for (const { args } of some) if (going.isToldToStop !== true) await runOn(server, args)
}

const summary = async (): Promise<string> => {
  const names = flaky.map((name) => `  ${isQuarantined(name) ? 'quarantined' : 'failed'}: ${name}\n`)
  return [...failures, ...versions, await slowestFiles(fileTimes), `  ${flaky.length} flaky\n`, ...names].join('')
}

if (quarantine.length > mostQuarantined) throw new Error(`At most ${mostQuarantined} tests may be quarantined.`)
const ours = rounds.filter(({ major }) => major === undefined)
if (given !== undefined) await runRounds(rounds, given)
else {
  for (const some of [ours, ...rounds.filter((round) => !ours.includes(round)).map((round) => [round])]) {
    if (some.length === 0 || going.isToldToStop === true) continue
    const throwaway = await startThrowaway(some[0]?.major)
    await runRounds(some, throwaway.server)
    await throwaway.stop()
  }
}
if (going.isToldToStop === true) total.failed = Math.max(total.failed, 1)
// Once more at the end: of a long run, the end is what is read.
process.stdout.write(await summary())
await rm(folder, { recursive: true, force: true })
removeGroups()
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1
