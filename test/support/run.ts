/** What `npm test` runs: every test file, or those named, on a throwaway database; the last line counts. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { makeBlueprint, startThrowaway } from './throwaway.js'

const given = process.env['TEST_DATABASE_SERVER']
if (given !== undefined) await makeBlueprint(given)
const throwaway = given === undefined ? await startThrowaway() : undefined
const program = fileURLToPath(new URL('cli.js', import.meta.resolve('ava')))
const ava = spawn(process.execPath, [program, ...process.argv.slice(2)], {
  env: { ...process.env, TEST_DATABASE_SERVER: given ?? throwaway?.server },
  stdio: ['inherit', 'pipe', 'inherit'],
})
// Ctrl-C reaches ava as well; it ends, and we clear up after it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ava.kill(signal))

const heard: string[] = []
ava.stdout.on('data', (chunk: Buffer) => {
  heard.push(chunk.toString('utf8'))
  process.stdout.write(chunk)
})
const exitCode = await new Promise<number>((resolve) => ava.on('close', (code) => resolve(code ?? 1)))
await throwaway?.stop()

/** What ava's last lines say; anything but passed tests, also a crash or a file that did not run, is a failure. */
const summary = stripVTControlCharacters(heard.join(''))
const counted = (what: RegExp) => Number([...summary.matchAll(what)].at(-1)?.[1] ?? 0)
const passed = [...summary.matchAll(/^\s*[✔√] /gm)].length
const failures = counted(/^\s*(\d+) (?:tests?|hooks?) failed\b/gm)
const accidents = counted(/^\s*(\d+) (?:uncaught exceptions?|unhandled rejections?)\b/gm)
const failed = Math.max(failures + accidents, exitCode === 0 ? 0 : 1)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
