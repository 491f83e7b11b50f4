/** What `npm test` runs: every test file, or those named, on a throwaway database; the last line counts. */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { told, type Told } from './told.js'
import { postgresMajors, type PostgresMajor } from '../../src/database/programs.js'
import { chosenForEveryVersion, postgresMajor } from './postgres-versions.js'
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
    { args: ['dist/test/**/*.test.js', `!${timed}`] },
    { args: [timed, '--serial', '--concurrency=1'] },
    ...(given === undefined ? onOtherServers(postgresMajors.slice(0, 1), []) : []),
  ]
}

const given = process.env['TEST_DATABASE_SERVER']
if (given !== undefined) await makeTemplates(given)
const rounds = roundsAsked()
const program = fileURLToPath(new URL('cli.js', import.meta.resolve('ava')))
const going: { ava?: ChildProcess; isToldToStop?: boolean } = {}
// Ctrl-C reaches ava as well; it ends, and we clear up after it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    going.isToldToStop = true
    going.ava?.kill(signal)
  })
}

const run = async (args: readonly string[], server: string): Promise<Told> => {
  const ava = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, TEST_DATABASE_SERVER: server },
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
const runAlone = async (beside: Told, server: string): Promise<Told> => {
  const { files } = beside
  if (files.length === 0 || files.length > mostFiles) return beside
  for (let time = 1; time <= timesAlone; time += 1) {
    if (going.isToldToStop === true) return beside
    process.stdout.write(`\n  Alone, ${time} of ${timesAlone}: ${files.join(' ')}\n`)
    const alone = await run([...files, '--serial', '--concurrency=1'], server)
    if (alone.failed > 0) return { ...beside, report: beside.report + alone.report }
  }
  const report = `${beside.report}  Alone, it passed ${timesAlone} times.\n`
  return { passed: beside.passed + beside.failed, failed: 0, report, files: [] }
}

const total = { passed: 0, failed: 0 }
const reports: string[] = []
const versions: string[] = []

const runOn = async (server: string, args: readonly string[]): Promise<void> => {
  const version = await versionOf(server)
  process.stdout.write(`\n  PostgreSQL ${version}\n`)
  const { passed, failed, report } = await runAlone(await run(args, server), server)
  total.passed += passed
  total.failed += failed
  reports.push(report)
  versions.push(`  On PostgreSQL ${version}: ${passed} passed, ${failed} failed.\n`)
}

const runRounds = async (some: readonly Round[], server: string): Promise<void> => {
  for (const { args } of some) if (going.isToldToStop !== true) await runOn(server, args)
}

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
process.stdout.write([...reports, ...versions].join(''))
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1
